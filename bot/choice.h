// One of our domains, chosen from the list that the answer before showed.
#pragma once

#include <cstddef>

#include "bot/reading.h"

namespace facteur {

// With so few domains they are listed to choose from, in their order.
inline constexpr std::size_t most_listed = 8;

// After they were listed: "henri", "pour henri", "2". Adds the one that is chosen to the reading's domains, where the
// message says hardly anything else and names none.
void take_choice(Reading&, const Knowledge&);

}  // namespace facteur
