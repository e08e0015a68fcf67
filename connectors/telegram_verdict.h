// What to do after a request to Telegram: one table, as its server (tdlib/telegram-bot-api) words its errors.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "connectors/connector.h"
#include "connectors/http.h"

namespace facteur {

// What a request does that is sent again although it worked.
enum class Repetition : std::uint8_t {
  harmless,    // it asks, or says the same
  seen_twice,  // a second message
};

struct TelegramSent {
  std::string_view method;
  std::string payload;  // as telegram_payload() wrote it; may be empty
  Repetition repetition = Repetition::harmless;
};

// A form of message that the server does not know, and need not be tried again.
enum class RefusedForm : std::uint8_t { none, rich, ephemeral };

struct TelegramJudgement {
  Verdict verdict;
  RefusedForm refused = RefusedForm::none;
};

// Pure; the sentences name neither token nor text, and of the server's own words only those that can be neither.
TelegramJudgement judge_telegram(const TelegramSent& sent, const HttpResult& result);

}  // namespace facteur
