// Messages that are orders rather than questions: /help, /forget.
#pragma once

#include <optional>

#include "bot/conversation.h"
#include "connectors/message.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Carries out the command that the message is, and says so; nothing where it is none. `spoken` is the language where
// the conversation has none.
// "/forget" and its names in other languages empty the conversation; any other "/…" shows the help.
std::optional<Reply> obey(const Message&, Conversation&, LanguageId spoken, const Knowledge&);

}  // namespace facteur
