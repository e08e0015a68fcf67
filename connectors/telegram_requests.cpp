#include "connectors/telegram_requests.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/clean_text.h"
#include "connectors/json_fields.h"
#include "connectors/telegram_buttons.h"
#include "connectors/telegram_html.h"
#include "connectors/telegram_payload.h"
#include "connectors/telegram_rich.h"
#include "connectors/telegram_update.h"

namespace facteur {
namespace {

using nlohmann::json;

// A query's answer is refused after a while (the server forgets a callback after 150 s, a search after 30).
constexpr std::chrono::seconds callback_lasts{120};
constexpr std::chrono::seconds search_lasts{25};

constexpr std::size_t most_results = 50;
constexpr std::size_t most_title_bytes = 256;
// How long Telegram repeats a search's results without asking: knowledge changes seldom, and what was found was found.
constexpr int cached_seconds = 300;
constexpr int cached_seconds_of_nothing = 10;

class Composer {
 public:
  Composer(const Event& event, TelegramForms forms)
      : event_(event), context_(telegram_context(event.context)), forms_(forms) {}

  std::vector<Parcel> compose(const Answer& answer) && {
    if (event_.kind == EventKind::search) add_results(answer.suggestions);
    if (event_.kind == EventKind::tap) stop_waiting();
    if (answer.erase_question) erase_question();
    const bool has_chat = event_.kind == EventKind::message || event_.kind == EventKind::tap;
    if (answer.reply && has_chat) add_reply(*answer.reply, answer);
    return std::move(parcels_);
  }

 private:
  Parcel& add(std::string payload) {
    Parcel& parcel = parcels_.emplace_back();
    parcel.chat = event_.chat;
    parcel.key = event_.id + "/" + std::to_string(parcels_.size());
    parcel.event = event_.id;
    parcel.payload = std::move(payload);
    return parcel;
  }

  // Until its query is answered, a button looks busy.
  void stop_waiting() {
    Parcel& parcel = add(telegram_payload(answer_callback_query, {{"callback_query_id", context_.callback}}));
    parcel.chat = "tap " + event_.id;  // goes to no chat, and waits for none
    parcel.lasts = callback_lasts;
    parcel.repeatable = true;
  }

  // In a group that takes a right that a help desk's bot does not have.
  void erase_question() {
    const bool possible = event_.message.place == Place::direct && event_.kind == EventKind::message;
    if (!possible || !context_.message) return;
    add(telegram_payload(delete_message, {{"message_id", *context_.message}})).repeatable = true;
    erased_ = true;
  }

  void add_reply(const Reply& reply, const Answer& answer) {
    const auto pieces = telegram_split(markdown::parse(reply.text));
    for (std::size_t index = 0; index < pieces.size(); ++index) {
      json parameters = frame(index == 0, answer.to_answered);
      const bool last = index + 1 == pieces.size();
      if (json buttons = last ? telegram_buttons(reply, Buttons::all) : json(); !buttons.is_null())
        parameters["reply_markup"] = std::move(buttons);
      const bool whole = pieces.size() == 1;
      add(payload_of(parameters, pieces[index], whole ? &reply : nullptr, answer.to_answered));
    }
  }

  // What every message has, whatever it says.
  json frame(bool first, bool to_answered) const {
    json parameters = json::object();
    if (context_.thread) parameters["message_thread_id"] = *context_.thread;
    const auto target = to_answered ? context_.answered : context_.message;
    const bool replies = to_answered || event_.message.place == Place::group;
    if (first && replies && target && !erased_)
      parameters["reply_parameters"] = {{"message_id", *target}, {"allow_sending_without_reply", true}};
    return parameters;
  }

  // The plain message, or a better form that falls back to it. `reply`: where the piece is all of it.
  std::string payload_of(const json& parameters, const std::string& piece, const Reply* reply, bool to_answered) const {
    json plain = parameters;
    plain["text"] = piece;
    plain["parse_mode"] = "HTML";
    plain["link_preview_options"] = {{"is_disabled", true}};
    std::string payload = telegram_payload(send_message, plain);
    const bool ephemeral = forms_.ephemeral && !to_answered && event_.message.place == Place::group && context_.user;
    if (ephemeral) payload = telegram_payload(telegram_payload(send_message, for_asker(plain)), payload);
    if (forms_.rich && reply != nullptr && !reply->tables.empty()) {
      json rich = parameters;
      rich["rich_message"] = {{"html", telegram_rich_html(*reply)}};
      payload = telegram_payload(telegram_payload(send_rich_message, ephemeral ? for_asker(rich) : rich), payload);
    }
    return payload;
  }

  // Bot API 10.3. What one person sees needs not say whom it answers.
  json for_asker(json parameters) const {
    parameters.erase("reply_parameters");
    json& receiver = parameters["ephemeral_message_parameters"];
    receiver["receiver_user_id"] = *context_.user;
    if (!context_.callback.empty()) receiver["callback_query_id"] = context_.callback;
    return parameters;
  }

  void add_results(const std::vector<Suggestion>& suggestions) {
    json results = json::array();
    for (const Suggestion& suggestion : suggestions) {
      if (results.size() < most_results) add_result(results, suggestion);
    }
    const int cached = results.empty() ? cached_seconds_of_nothing : cached_seconds;
    // Personal: the same words get an answer in each one's language.
    Parcel& parcel = add(telegram_payload(answer_inline_query, {{"inline_query_id", context_.inline_query},
                                                                {"results", std::move(results)},
                                                                {"is_personal", true},
                                                                {"cache_time", cached}}));
    parcel.lasts = search_lasts;
    parcel.repeatable = true;
  }

  static void add_result(json& results, const Suggestion& suggestion) {
    const auto pieces = telegram_split(markdown::parse(suggestion.reply.text));
    const std::string title = clean_text(suggestion.title.substr(0, most_title_bytes));
    if (pieces.empty() || title.empty()) return;
    json result{{"type", "article"}, {"id", std::to_string(results.size())}, {"title", title}};
    if (!suggestion.description.empty())
      result["description"] = clean_text(suggestion.description.substr(0, most_title_bytes));
    result["input_message_content"] = {
        {"message_text", pieces.front()}, {"parse_mode", "HTML"}, {"link_preview_options", {{"is_disabled", true}}}};
    if (json buttons = telegram_buttons(suggestion.reply, Buttons::copying); !buttons.is_null())
      result["reply_markup"] = std::move(buttons);
    results.push_back(std::move(result));
  }

  const Event& event_;
  TelegramContext context_;
  TelegramForms forms_;
  std::vector<Parcel> parcels_;
  bool erased_ = false;
};

}  // namespace

std::vector<Parcel> compose_telegram(const Event& event, const Answer& answer, TelegramForms forms) {
  return Composer(event, forms).compose(answer);
}

}  // namespace facteur
