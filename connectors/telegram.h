// Telegram: one bot, by long polling of its Bot API (https://core.telegram.org/bots/api).
//
//   poll:  getUpdates ─► read_updates (telegram_update.h) ─► Event
//   send:  compose_telegram (telegram_requests.h) ─► Parcel ─► telegram_request (telegram_payload.h) ─► HTTP
//          ─► judge_telegram (telegram_verdict.h)
//
// The cursor is the offset: the last update's id + 1. Asking with it confirms everything before it, so an update is
// forgotten by Telegram only once the service has stored what came of it. An id below the cursor is served all the
// same: after a quiet week Telegram starts over with a random one.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/connector.h"
#include "connectors/http.h"
#include "connectors/secret.h"
#include "connectors/telegram_flood.h"
#include "connectors/telegram_update.h"

namespace facteur {

struct TelegramSettings {
  std::string api = "https://api.telegram.org";  // no slash at its end
  Secret token;
  std::vector<std::int64_t> agents;
  bool ephemeral = false;      // in groups, only whoever asked sees the answer, where the server can
  bool rich = true;            // tables, where the server can
  Budget account{28, 28};      // Telegram's FAQ: about 30 a second
  Budget direct{1, 3};         // one a second, short bursts allowed
  Budget group{20.0 / 60, 5};  // 20 a minute
  Menu menu;                   // registered at start(); the first language is for all others, too
};

class TelegramConnector : public Connector {
 public:
  using Transport = std::function<HttpResult(const HttpRequest&, const std::stop_token&)>;

  explicit TelegramConnector(TelegramSettings settings);
  TelegramConnector(TelegramSettings settings, Transport transport);

  Verdict start(const std::stop_token& stop) override;
  std::string name() const override;
  std::vector<std::string> hints() const override;
  Polled poll(const std::string& cursor, const std::stop_token& stop) override;
  std::vector<Parcel> compose(const Event& event, const Answer& answer) const override;
  HttpRequest request(const Parcel& parcel) const override;
  Verdict judge(const Parcel& parcel, const HttpResult& result) const override;
  Parcel readdressed(Parcel parcel, const std::string& chat) const override;
  std::optional<Budget> account_budget() const override;
  std::optional<Budget> chat_budget(std::string_view chat) const override;

 private:
  HttpResult ask(std::string_view method, const std::string& body, const std::stop_token& stop) const;
  Verdict learn_name(const HttpResult& result);
  Verdict find_webhook(const std::stop_token& stop) const;
  Verdict register_commands(const std::stop_token& stop) const;
  HttpResult get_updates(const std::string& cursor, int limit, const std::stop_token& stop) const;
  Polled take_in(const std::string& cursor, const HttpResult& result);
  Polled pass_over(const std::string& cursor, const HttpResult& result);

  TelegramSettings settings_;
  Transport transport_;
  TelegramReader reader_;
  bool hears_all_ = false;        // in a group; else only what is meant for it (BotFather's privacy mode, the default)
  bool can_be_searched_ = false;  // inline mode is on, with BotFather's /setinline
  std::size_t one_by_one_ = 0;    // so many updates are to be read alone, as one among them can't be read
  int unreadable_ = 0;            // how often the same one could not be read alone
  mutable std::atomic<bool> rich_;
  mutable std::atomic<bool> ephemeral_;
  mutable TelegramFlood flood_;
};

}  // namespace facteur
