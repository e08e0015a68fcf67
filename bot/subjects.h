// What a question is about beside its values: the program, the problem, the guide, what is compared.
#pragma once

#include <optional>

#include "bot/evidence.h"

namespace facteur {

std::optional<std::uint16_t> client_in(const Evidence&);

// The problem that the words tell of, and how strongly: 0 when none.
struct ProblemFound {
  static constexpr int by_two_cues = 4;
  static constexpr int by_name = 6;  // or more: of several words, or with cues beside it
  static constexpr int certain = 8;  // by three cues or more, or by a name and cues
  std::optional<std::uint16_t> problem;
  int strength = 0;
};
ProblemFound problem_in(const Evidence&);

// A guide about no single program whose `when` is met.
std::optional<std::uint16_t> general_guide_in(const Evidence&);

// The comparison that is meant: named, or two comparable concepts set side by side.
std::optional<std::uint16_t> comparison_in(const Evidence&);

}  // namespace facteur
