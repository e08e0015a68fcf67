// What a question's answer has in common with the one before.
#pragma once

#include "bot/conversation.h"
#include "bot/question.h"

namespace facteur {

// Marks a question that was completed from the conversation, or not understood, with what needn't be told again: before
// it takes over the conversation's account and program. REQUIRES: an active conversation.
void compare_with_told(Question&, const Conversation&, const Knowledge&);

}  // namespace facteur
