// A message's text and what Telegram marks in it (https://core.telegram.org/bots/api#messageentity): whether it calls
// this bot, and what is left to understand then.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace facteur {

struct TelegramSaid {
  std::string text;          // without the bot's own name
  bool calls_us = false;     // names the bot, or is a command for it or for anybody
  bool calls_other = false;  // a command for another bot
};

// `entities` as they came; offsets are UTF-16 code units, and those beyond the text mean nothing.
TelegramSaid read_said(std::string_view text, const nlohmann::json& entities, std::int64_t id,
                       std::string_view username);

}  // namespace facteur
