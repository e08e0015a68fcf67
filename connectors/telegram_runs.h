// A document as Telegram can show it: text in a row, each run of it with its marks. Blocks, lists and rules have become
// text; what Telegram does not nest has been taken apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/markdown.h"

namespace facteur {

// Any of these together, except that `code` and `block of code` stand alone but for the quotation around them
// (https://core.telegram.org/bots/api#formatting-options: they hold no other entity and lie in none).
struct TelegramMarks {
  bool quote = false;
  bool code_block = false;
  bool code = false;
  bool bold = false;
  bool italic = false;
  std::string target;  // of a link that Telegram takes; empty: none
  bool operator==(const TelegramMarks&) const = default;
};

struct TelegramRun {
  std::string text;  // valid UTF-8 without control characters but \n
  TelegramMarks marks;
};
using TelegramRuns = std::vector<TelegramRun>;

// No text and no target of the document is missing; neighbours differ in their marks.
TelegramRuns telegram_runs(const markdown::Document& document);

// Whether Telegram takes this for a link's target. It drops any other without a word, and the address with it.
bool telegram_links(std::string_view target);

// What Telegram counts: UTF-16 code units of valid UTF-8.
std::size_t utf16_length(std::string_view text);

}  // namespace facteur
