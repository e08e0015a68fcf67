// What is said beside questions: that an answer was heard, or in which language to go on.
#pragma once

#include "bot/evidence.h"
#include "bot/question.h"

namespace facteur {

// Of a message in which nothing else is asked. "English please" asks for what was told, in that language; "ok" for
// nothing.
void hear_talk(Question&, const Evidence& whole);

}  // namespace facteur
