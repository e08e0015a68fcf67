// What a question is about: protocol, direction, fields, concepts, problem, program.
#pragma once

#include <optional>
#include <vector>

#include "bot/evidence.h"

namespace facteur {

std::optional<Protocol> protocol_in(const Evidence&);  // nothing where several are named
std::optional<Direction> direction_in(const Evidence&, const std::vector<Field>& fields, std::optional<Protocol>);

struct FieldsFound {
  std::vector<Field> fields;
  bool host_is_implied = false;  // no word for a server: only a protocol or a side is named
};
FieldsFound fields_in(const Evidence&, std::optional<Protocol>);
std::vector<std::uint16_t> concepts_in(const Evidence&);
std::optional<std::uint16_t> client_in(const Evidence&);

// The problem that the words tell of, and how strongly: 0 when none, from 2 on a problem of its own name or two cues
// together.
struct ProblemFound {
  std::optional<std::uint16_t> problem;
  int strength = 0;
};
ProblemFound problem_in(const Evidence&);

// A guide about no single program whose `when` is met.
std::optional<std::uint16_t> general_guide_in(const Evidence&);

// The comparison that is meant: named, or two comparable concepts set side by side.
std::optional<std::uint16_t> comparison_in(const Evidence&);

}  // namespace facteur
