// What to do about an event: pure, like the assistant that it asks.
#pragma once

#include <cstdint>
#include <optional>

#include "bot/conversation.h"
#include "bot/store.h"
#include "connectors/connector.h"
#include "knowledge/knowledge.h"

namespace facteur {

// When to speak in a group.
enum class Groups : std::uint8_t { sure, addressed, never };

struct Handled {
  Answer answer;                             // to be composed where it holds anything
  std::optional<Conversation> conversation;  // to be kept from now on
  bool forget_sender = false;
  std::optional<Count> count;
};

// REQUIRES: a message, a tap or a search.
Handled handle(const Event&, const Conversation&, Time now, Groups, const Knowledge&);

inline bool says_something(const Answer& answer) {
  return answer.reply || !answer.suggestions.empty() || answer.erase_question;
}

}  // namespace facteur
