// Whether a message in a group is surely one of Facteur's questions.
#pragma once

#include "bot/evidence.h"
#include "bot/question.h"

namespace facteur {

Sureness sureness_of(const Evidence& whole, const Question&);

}  // namespace facteur
