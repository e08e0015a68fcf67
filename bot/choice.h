// One of our domains, chosen from those that were listed or named before.
#pragma once

#include <cstddef>

#include "bot/conversation.h"
#include "bot/reading.h"

namespace facteur {

// With so few domains they are listed to choose from, in their order.
inline constexpr std::size_t most_listed = 8;

// Adds the domain that is chosen to the reading's, where the message names none. After our domains were listed:
// "henri", "pour henri", "2", if it says hardly anything else. After several accounts were named: "the second one",
// "both". REQUIRES: an active conversation.
void take_choice(Reading&, const Conversation&, const Knowledge&);

}  // namespace facteur
