// The values that a question is about: protocol, direction, fields; and the concepts that it names.
#pragma once

#include <optional>
#include <vector>

#include "bot/evidence.h"

namespace facteur {

std::optional<Protocol> protocol_in(const Evidence&);  // nothing where several are named
std::optional<Direction> direction_in(const Evidence&, const std::vector<Field>& fields, std::optional<Protocol>);
// Of a trouble: "my mail won't send". Nothing where both sides are named, or neither.
std::optional<Direction> side_that_fails(const Evidence&);

struct FieldsFound {
  std::vector<Field> fields;
  bool host_is_implied = false;  // no word for a server: only a protocol or a side is named
};
FieldsFound fields_in(const Evidence&, std::optional<Protocol>);
std::vector<std::uint16_t> concepts_in(const Evidence&);

}  // namespace facteur
