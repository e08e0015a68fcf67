#include "connectors/telegram_update.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/telegram_text.h"

namespace facteur {
namespace {

using nlohmann::json;

// A forum's first topic has an id, which sendMessage refuses.
constexpr std::int64_t general_topic = 1;
// https://core.telegram.org/bots/api#inlinekeyboardbutton
constexpr std::size_t most_callback_bytes = 64;

// What somebody may send without words and still expects an answer to.
constexpr std::array<const char*, 8> wordless{"photo", "document", "voice",     "video",
                                              "audio", "sticker",  "animation", "video_note"};

// An update that means nothing here gives no event; one that isn't what it says is malformed.
enum class Sense : std::uint8_t { event, nothing, malformed };

std::optional<Place> place_of(const json& chat) {
  const std::string type = text_field(chat, "type");
  if (type == "private") return Place::direct;
  if (type == "group" || type == "supergroup") return Place::group;
  return std::nullopt;  // a channel: nobody asks there
}

// `text` or `caption` of a message, and what is marked in it.
std::pair<std::string, const json*> words_of(const json& message) {
  const bool has_text = field(message, "text").is_string();
  return {text_field(message, has_text ? "text" : "caption"),
          &field(message, has_text ? "entities" : "caption_entities")};
}

struct UpdateReader {
  const TelegramReader& reader;
  Event event;
  TelegramContext context;

  Sense read(const json& update) {
    if (const json& message = field(update, "message"); message.is_object()) return read_message(message);
    if (const json& query = field(update, "callback_query"); query.is_object()) return read_tap(query);
    if (const json& query = field(update, "inline_query"); query.is_object()) return read_search(query);
    if (const json& member = field(update, "my_chat_member"); member.is_object()) return read_membership(member);
    for (const char* kind : {"message", "callback_query", "inline_query", "my_chat_member"}) {
      if (update.contains(kind)) return Sense::malformed;
    }
    return Sense::nothing;
  }

  bool is_agent(std::int64_t id) const {
    return std::find(reader.agents.begin(), reader.agents.end(), id) != reader.agents.end();
  }

  void set_sender(const json& user) {
    const auto id = integer_field(user, "id");
    if (!id) return;
    event.sender = std::to_string(*id);
    event.from_agent = is_agent(*id);
    context.user = id;
    const std::string language = text_field(user, "language_code");
    if (!language.empty()) event.language = language;
  }

  // Whoever speaks as a group or a channel has only its id; "from" then names a stand-in.
  bool find_author(const json& message) {
    if (const auto chat = integer_field(field(message, "sender_chat"), "id")) {
      event.sender = std::to_string(*chat);
      return true;
    }
    const json& from = field(message, "from");
    if (flag_field(from, "is_bot")) return false;
    set_sender(from);
    return !event.sender.empty();
  }

  bool set_chat(const json& chat) {
    const auto id = integer_field(chat, "id");
    if (id) event.chat = std::to_string(*id);
    return id.has_value();
  }

  void set_thread(const json& message) {
    const auto thread = integer_field(message, "message_thread_id");
    // Elsewhere the field counts replies, and nothing can be sent there.
    if (thread && *thread != general_topic && flag_field(message, "is_topic_message")) context.thread = thread;
  }

  Sense read_move(const json& message) {
    const auto chat = integer_field(field(message, "chat"), "id");
    const auto to = integer_field(message, "migrate_to_chat_id");
    const auto from = integer_field(message, "migrate_from_chat_id");
    if (!chat || (!to && !from)) return Sense::malformed;
    event.kind = EventKind::moved;
    event.chat = std::to_string(to ? *chat : *from);
    event.moved_to = std::to_string(to ? *to : *chat);
    return Sense::event;
  }

  // In a topic, every message that answers none is said to answer the one that opened it.
  void read_answered(const json& answered) {
    if (!answered.is_object() || answered.contains("forum_topic_created")) return;
    context.answered = integer_field(answered, "message_id");
    if (integer_field(field(answered, "from"), "id") == reader.id) {
      event.message.addressed = Addressed::yes;
      return;
    }
    std::string text = words_of(answered).first;
    if (!text.empty()) event.answered = Message{std::move(text), event.message.place, Addressed::no};
  }

  // Words, or a picture, say, for somebody who answers; a service message has neither.
  bool says_something(const json& message) const {
    if (!words_of(message).first.empty()) return true;
    const bool wordless_question =
        std::any_of(wordless.begin(), wordless.end(), [&](const char* kind) { return message.contains(kind); });
    const bool for_us = event.message.place == Place::direct || event.message.addressed == Addressed::yes;
    return wordless_question && for_us && !message.contains("media_group_id");  // an album comes in pieces
  }

  Sense read_message(const json& message) {
    if (message.contains("migrate_to_chat_id") || message.contains("migrate_from_chat_id")) return read_move(message);
    const json& chat = field(message, "chat");
    context.message = integer_field(message, "message_id");
    if (!context.message || !set_chat(chat)) return Sense::malformed;
    const auto place = place_of(chat);
    // A channel's post in its discussion group, and what somebody dropped into a chat by a bot's inline mode.
    if (!place || flag_field(message, "is_automatic_forward") || message.contains("via_bot")) return Sense::nothing;
    if (!find_author(message)) return Sense::nothing;
    event.message.place = *place;
    set_thread(message);
    if (const auto date = integer_field(message, "date"); date && *date > 0)
      event.said = std::chrono::sys_seconds(std::chrono::seconds(*date));

    const auto [text, entities] = words_of(message);
    TelegramSaid said = read_said(text, *entities, reader.id, reader.username);
    if (said.calls_other) return Sense::nothing;
    event.message.text = std::move(said.text);
    if (said.calls_us) event.message.addressed = Addressed::yes;
    read_answered(field(message, "reply_to_message"));
    return says_something(message) ? Sense::event : Sense::nothing;
  }

  // A button may be old, of another bot's making or forged: its data is taken for what somebody typed, and no more.
  Sense read_tap(const json& query) {
    context.callback = text_field(query, "id");
    set_sender(field(query, "from"));
    if (context.callback.empty() || event.sender.empty()) return Sense::malformed;
    const json& message = field(query, "message");  // may be inaccessible; its chat is there even then
    const auto place = place_of(field(message, "chat"));
    if (!place || !set_chat(field(message, "chat"))) return Sense::nothing;
    event.kind = EventKind::tap;
    event.message = {text_field(query, "data"), *place, Addressed::yes};
    if (event.message.text.empty() || event.message.text.size() > most_callback_bytes) return Sense::nothing;
    context.message = integer_field(message, "message_id");
    set_thread(message);
    return Sense::event;
  }

  Sense read_search(const json& query) {
    context.inline_query = text_field(query, "id");
    set_sender(field(query, "from"));
    if (context.inline_query.empty() || event.sender.empty()) return Sense::malformed;
    event.kind = EventKind::search;
    event.chat = "inline " + event.sender;
    event.message.text = text_field(query, "query");
    return Sense::event;
  }

  // https://core.telegram.org/bots/api#chatmember; in a direct chat "kicked" means blocked.
  Sense read_membership(const json& change) {
    if (!set_chat(field(change, "chat"))) return Sense::malformed;
    const json& member = field(change, "new_chat_member");
    const std::string status = text_field(member, "status");
    const bool muted = status == "restricted" && !flag_field(member, "can_send_messages");
    if (status != "kicked" && status != "left" && !muted) return Sense::nothing;
    event.kind = EventKind::gone;
    return Sense::event;
  }
};

void read_update(const json& update, const TelegramReader& reader, TelegramBatch& batch) {
  const auto id = integer_field(update, "update_id");
  if (id && *id >= 0) batch.last = id;
  UpdateReader one{reader, {}, {}};
  const Sense sense = id && *id >= 0 ? one.read(update) : Sense::malformed;
  if (sense == Sense::malformed) ++batch.passed_over;
  if (sense != Sense::event) return;
  one.event.id = std::to_string(*id);
  one.event.context = to_text(one.context);
  batch.events.push_back(std::move(one.event));
}

}  // namespace

TelegramBatch read_updates(std::string_view body, const TelegramReader& reader) {
  const json answer = parse_json(body);
  const json& updates = field(answer, "result");
  TelegramBatch batch;
  if (!flag_field(answer, "ok") || !updates.is_array()) return batch;
  batch.readable = true;
  batch.updates = updates.size();
  for (const json& update : updates) read_update(update, reader, batch);
  return batch;
}

std::optional<std::int64_t> find_update_id(std::string_view body) {
  constexpr std::string_view name = "\"update_id\"";
  std::size_t at = body.find(name);
  if (at == std::string_view::npos) return std::nullopt;
  at = body.find_first_not_of(" \t\r\n:", at + name.size());
  if (at == std::string_view::npos) return std::nullopt;
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(body.data() + at, body.data() + body.size(), id);
  return error == std::errc() && id >= 0 ? std::optional(id) : std::nullopt;
}

std::string to_text(const TelegramContext& context) {
  json fields = json::object();
  const auto add_number = [&](const char* name, const std::optional<std::int64_t>& value) {
    if (value) fields[name] = *value;
  };
  const auto add_text = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields[name] = value;
  };
  add_number("message", context.message);
  add_number("answered", context.answered);
  add_number("thread", context.thread);
  add_number("user", context.user);
  add_text("callback", context.callback);
  add_text("inline", context.inline_query);
  return dump_json(fields);
}

TelegramContext telegram_context(std::string_view text) {
  const json fields = parse_json(text);
  return {.message = integer_field(fields, "message"),
          .answered = integer_field(fields, "answered"),
          .thread = integer_field(fields, "thread"),
          .user = integer_field(fields, "user"),
          .callback = text_field(fields, "callback"),
          .inline_query = text_field(fields, "inline")};
}

}  // namespace facteur
