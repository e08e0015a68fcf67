// What getUpdates brings (https://core.telegram.org/bots/api#update), as events. Nothing in it is trusted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/connector.h"

namespace facteur {

// Whom the updates are for.
struct TelegramReader {
  std::int64_t id = 0;  // the bot's own
  std::string username;
  std::vector<std::int64_t> agents;
};

struct TelegramBatch {
  bool readable = false;             // the body is what the method promises, whatever the updates in it are
  std::vector<Event> events;         // in order; most updates give one, others none
  std::size_t updates = 0;           // how many came
  std::size_t passed_over = 0;       // of these, the ones that are malformed
  std::optional<std::int64_t> last;  // the last one's id, highest or not: an id may jump back after a quiet week
};

// Any bytes. One malformed update is passed over, and the others are kept.
TelegramBatch read_updates(std::string_view body, const TelegramReader& reader);

// The id of an update in a body that can't be read, to get past it.
std::optional<std::int64_t> find_update_id(std::string_view body);

// What compose() needs besides the event itself to answer it; kept as Event::context.
struct TelegramContext {
  std::optional<std::int64_t> message;   // the one to answer
  std::optional<std::int64_t> answered;  // the one that it answered
  std::optional<std::int64_t> thread;    // the forum topic, where it is not the general one
  std::optional<std::int64_t> user;      // who said it, where a person did
  std::string callback;                  // the query's id
  std::string inline_query;              // the query's id
};

std::string to_text(const TelegramContext& context);
TelegramContext telegram_context(std::string_view text);

}  // namespace facteur
