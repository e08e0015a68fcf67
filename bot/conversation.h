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

struct Conversation {
  Time last{};  // when it was last answered
  std::optional<LanguageId> language;
  std::optional<DomainMention> domain;
  std::optional<Protocol> protocol;
  std::optional<std::uint16_t> client;
  std::vector<Part> parts;  // what was answered last
  bool domain_was_asked_for = false;

  bool recent(Time now) const { return now - last <= conversation_lasts; }
  bool active(Time now) const { return !parts.empty() && now - last <= conversation_lasts; }
};

}  // namespace facteur
