// The pure middle: a message and what is remembered of its conversation, in; a reply and what to remember, out.
// No I/O, no clock, no randomness: the same arguments give the same outcome.
#pragma once

#include <optional>

#include "bot/conversation.h"
#include "bot/question.h"
#include "connectors/message.h"
#include "knowledge/knowledge.h"

namespace facteur {

struct Outcome {
  Question question;           // as it was answered, what came before included
  std::optional<Reply> reply;  // nothing where silence is right
  Conversation conversation;   // to be kept until the sender's next message
};

Outcome respond(const Message&, const Conversation&, Time now, const Knowledge&);

}  // namespace facteur
