// `facteur chat`: the assistant in the terminal.
#pragma once

#include "bot/conversation.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Talks until the input ends. Returns false when the output could not be written.
bool chat(const Knowledge&, Time (*now)());

}  // namespace facteur
