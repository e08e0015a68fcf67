// A conversation as the store keeps it: JSON in which everything has its name, because numbers change when the
// knowledge is loaded again.
#pragma once

#include <string>

#include "bot/conversation.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Of a domain only our own names are written, never what somebody typed.
std::string to_stored(const Conversation&, const Knowledge&);

// What the knowledge no longer knows is left out; text that isn't from to_stored() is an empty conversation.
Conversation from_stored(const std::string&, const Knowledge&);

}  // namespace facteur
