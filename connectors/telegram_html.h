// A reply as Telegram's HTML (https://core.telegram.org/bots/api#html-style), which is never refused for its markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/markdown.h"
#include "connectors/telegram_runs.h"

namespace facteur {

// A message's text after its markup is gone, in UTF-16 code units, and the entities in it; more of these are ignored
// without a word (tdlib/telegram-bot-api issue 820).
inline constexpr std::size_t most_telegram_units = 4096;
inline constexpr std::size_t most_telegram_entities = 100;

struct TelegramLimits {
  std::size_t units = most_telegram_units;
  std::size_t entities = most_telegram_entities;
};

// A Renderer (connectors/renderer.h), however long the text: the tags b, i, code, pre, blockquote and a, closed in
// order; the entities &lt; &gt; &amp; &quot;.
std::string render_telegram(const markdown::Document& document);

// The same in as few messages as hold it, parted between blocks, else between lines, words or characters, each with its
// tags closed. None is blank: a document without anything to see gives none. REQUIRES: limits of 2 units and 4
// entities.
std::vector<std::string> telegram_split(const markdown::Document& document, TelegramLimits limits = {});

// What those two wrote, as plain text that says the same; targets in parentheses as far as `most_units` allow.
std::string plain_of_telegram(std::string_view html, std::size_t most_units = most_telegram_units);

// `text` in which nothing is markup, also within an attribute's quotes.
std::string escaped_for_telegram(std::string_view text);

}  // namespace facteur
