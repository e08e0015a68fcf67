// `facteur ask --jsonl`: one JSON object a line in, one a line out, in order.
#pragma once

#include <istream>
#include <ostream>

#include "bot/conversation.h"
#include "knowledge/knowledge.h"

namespace facteur {

// The longest line that is read, in bytes; a longer one is answered by an error, whatever its length, in bounded
// memory.
inline constexpr std::size_t longest_line = std::size_t{1} << 20;

// The longest name of a chat, in bytes: what is kept for each conversation is bounded.
inline constexpr std::size_t longest_chat = 1024;

// The most conversations kept at once; the one that rested longest makes room.
inline constexpr std::size_t most_conversations = 10'000;

// Answers every line of `in` until it ends: {"text", "chat", "group", "addressed"} gives the JSON of outcome_json.h,
// anything else
// {"error": …} in its place. Returns false when `out` could not be written.
bool answer_lines(std::istream& in, std::ostream& out, const Knowledge&, Time (*now)());

}  // namespace facteur
