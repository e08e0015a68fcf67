// What fails, as a message tells it: a problem of the knowledge, by its name or by cues that stand together.
#pragma once

#include <cstdint>
#include <optional>

#include "bot/evidence.h"

namespace facteur {

// The problem that the words tell of, and how strongly: 0 when none.
struct ProblemFound {
  static constexpr int by_two_cues = 4;
  static constexpr int by_name = 6;  // or more: of several words, or with cues beside it
  static constexpr int certain = 8;  // by three cues or more, or by a name and cues
  std::optional<std::uint16_t> problem;
  int strength = 0;
};
ProblemFound problem_in(const Evidence&);

}  // namespace facteur
