// Follow-ups: "et pour POP ?", "port?", "it's nplus".
#pragma once

#include "bot/conversation.h"
#include "bot/question.h"
#include "knowledge/knowledge.h"

namespace facteur {

// The question as it is meant after what came before. Without an active conversation it stays as it is.
Question in_context(Question, const Conversation&, Time now, const Knowledge&);

}  // namespace facteur
