// What stays of a conversation between two messages of one sender in one chat: what was asked about, never what was
// said.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "bot/question.h"

namespace facteur {

using Time = std::chrono::sys_seconds;

inline constexpr std::chrono::minutes conversation_lasts{30};

// Whether both are the same of our domains, wherever they stood.
inline bool same_account(const std::optional<DomainMention>& one, const std::optional<DomainMention>& other) {
  return one.has_value() == other.has_value() && (!one || one->candidates == other->candidates);
}

struct Conversation {
  Time last{};  // when it was last answered
  std::optional<LanguageId> language;
  std::optional<DomainMention> domain;
  std::vector<DomainIndex::Id> accounts;  // named in one message, in order: one of them is the domain's
  std::optional<Protocol> protocol;
  std::optional<std::uint16_t> client;
  std::vector<Part> parts;  // what was answered last
  bool domain_was_asked_for = false;

  bool recent(Time now) const { return now - last <= conversation_lasts; }
  bool active(Time now) const { return !parts.empty() && now - last <= conversation_lasts; }
  // Whether the answer listed our domains to choose from; of several that were meant it listed those.
  bool domains_were_listed() const {
    return domain_was_asked_for && !domain && !parts.empty() &&
           (parts.back().intent == Intent::settings || (parts.back().intent == Intent::guide && !parts.back().guide));
  }
};

}  // namespace facteur
