// Which values of an account a question asks for.
#pragma once

#include <optional>
#include <vector>

#include "bot/evidence.h"

namespace facteur {

struct FieldsFound {
  std::vector<Field> fields;
  bool host_is_implied = false;  // no word for a server: only a protocol or a side is named
};
FieldsFound fields_in(const Evidence&, std::optional<Protocol>);

}  // namespace facteur
