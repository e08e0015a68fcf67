// Telegram's errors, and what each asks for.
#pragma once

#include <cstdint>
#include <string_view>

#include "connectors/connector.h"
#include "connectors/telegram_payload.h"

namespace facteur {

struct TelegramError {
  int code = 0;               // `error_code`; 0: any
  std::string_view fragment;  // of the description, in lower case; empty: any
  Next next = Next::skip;
  std::string_view sentence;  // for the operator; empty: not worth a line
  Remedy remedy = Remedy::none;
  bool chat_is_gone = false;
  bool is_a_bug = false;
};

// The first that fits; nothing where none does. `description` in lower case.
const TelegramError* telegram_error(int code, std::string_view description);

}  // namespace facteur
