// The reply to a question, composed from what the knowledge says and nothing else.
#pragma once

#include "bot/question.h"
#include "connectors/message.h"
#include "knowledge/knowledge.h"

namespace facteur {

Reply answer(const Question&, const Knowledge&);

// What Facteur says by itself.
Reply say(Phrase, LanguageId, const Knowledge&);

}  // namespace facteur
