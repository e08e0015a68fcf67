// An answer, as the requests that give it on Telegram.
#pragma once

#include <vector>

#include "connectors/connector.h"

namespace facteur {

// What the server is known to take, beyond plain messages.
struct TelegramForms {
  bool rich = false;       // sendRichMessage, for tables
  bool ephemeral = false;  // in a group, only whoever asked sees the answer
};

// In the order in which they are to be sent, keyed "<update id>/<n>". No chat and no token is in a payload.
std::vector<Parcel> compose_telegram(const Event& event, const Answer& answer, TelegramForms forms);

}  // namespace facteur
