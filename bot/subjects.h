// What a question is about beside its values and what fails: the program, the guide, what is compared.
#pragma once

#include <optional>

#include "bot/evidence.h"

namespace facteur {

std::optional<std::uint16_t> client_in(const Evidence&);

// A guide about no single program whose `when` is met.
std::optional<std::uint16_t> general_guide_in(const Evidence&);

// The comparison that is meant: named, or two comparable concepts set side by side.
std::optional<std::uint16_t> comparison_in(const Evidence&);

}  // namespace facteur
