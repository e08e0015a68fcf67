// What a customer may tap below an answer (https://core.telegram.org/bots/api#inlinekeyboardbutton).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "connectors/message.h"

namespace facteur {

// For a message dropped into any chat, a tap could not be answered there: only what copies is left.
enum class Buttons : std::uint8_t { all, copying };

// An InlineKeyboardMarkup; null where the reply has nothing to tap.
nlohmann::json telegram_buttons(const Reply& reply, Buttons which);

}  // namespace facteur
