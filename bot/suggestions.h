// What an agent who searches may drop into a conversation: a domain's settings, what a concept, a guide or a problem
// says.
#pragma once

#include <vector>

#include "bot/question.h"
#include "connectors/connector.h"

namespace facteur {

// In the question's language, what was asked first coming first; at most ten.
std::vector<Suggestion> suggestions(const Question&, const Knowledge&);

}  // namespace facteur
