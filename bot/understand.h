// From what a message says to what is asked.
#pragma once

#include "bot/question.h"
#include "bot/reading.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Pure: the same reading gives the same question. What a conversation adds comes later (follow_up.h).
Question understand(const Reading&, const Knowledge&);

}  // namespace facteur
