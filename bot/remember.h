// What stays of a question for those that follow it.
#pragma once

#include "bot/conversation.h"
#include "bot/question.h"

namespace facteur {

// What to remember once the question was answered.
Conversation remember(const Question&, const Conversation&, Time now);

}  // namespace facteur
