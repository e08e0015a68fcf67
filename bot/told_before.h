// What a question's answer has in common with the one before.
#pragma once

#include "bot/conversation.h"
#include "bot/question.h"

namespace facteur {

// Of a question that was completed from the conversation, or not understood: before it takes over the conversation's
// account and program. REQUIRES: an active conversation.
Sequel sequel_of(const Question&, const Conversation&, const Knowledge&);

// Whether what to do about the trouble is done in a program's settings.
bool is_of_settings(const Part& trouble, const Knowledge&);

}  // namespace facteur
