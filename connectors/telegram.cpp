#include "connectors/telegram.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/telegram_payload.h"
#include "connectors/telegram_requests.h"
#include "connectors/telegram_verdict.h"

namespace facteur {
namespace {

using nlohmann::json;

// What getUpdates allows: the server waits no longer than 50 s (Client.h, LONG_POLL_MAX_TIMEOUT).
constexpr int most_updates = 100;
constexpr int poll_seconds = 50;
constexpr std::chrono::seconds poll_deadline{65};
constexpr int enough_tries = 3;
// An update holds at most 512 KiB (tddb/TQueue.cpp), a message that people write some kilobytes.
constexpr std::size_t most_poll_bytes = std::size_t{16} << 20U;

const json& allowed_updates() {
  // The list sticks on the server, so it is said each time.
  static const json list{"message", "callback_query", "inline_query", "my_chat_member"};
  return list;
}

TelegramConnector::Transport own_http() {
  auto client = std::make_shared<HttpClient>();
  return [client](const HttpRequest& request, const std::stop_token& stop) { return client->perform(request, stop); };
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Without a language they are for whoever's has none of its own.
std::string commands_body(const std::vector<MenuCommand>& commands, const std::string& language) {
  json list = json::array();
  for (const MenuCommand& command : commands)
    list.push_back({{"command", command.name}, {"description", command.description}});
  json body{{"commands", std::move(list)}};
  if (!language.empty()) body["language_code"] = language;
  return dump_json(body);
}

}  // namespace

TelegramConnector::TelegramConnector(TelegramSettings settings) : TelegramConnector(std::move(settings), own_http()) {}

TelegramConnector::TelegramConnector(TelegramSettings settings, Transport transport)
    : settings_(std::move(settings)),
      transport_(std::move(transport)),
      rich_(settings_.rich),
      ephemeral_(settings_.ephemeral) {
  while (settings_.api.ends_with('/')) settings_.api.pop_back();
  reader_.agents = settings_.agents;
}

HttpResult TelegramConnector::ask(std::string_view method, const std::string& body, const std::stop_token& stop) const {
  return transport_(telegram_call({settings_.api, settings_.token}, method, body), stop);
}

Verdict TelegramConnector::start(const std::stop_token& stop) {
  Verdict verdict = learn_name(ask("getMe", "{}", stop));
  if (verdict.next == Next::done) verdict = find_webhook(stop);
  if (verdict.next == Next::done) verdict = register_commands(stop);
  return verdict;
}

Verdict TelegramConnector::learn_name(const HttpResult& result) {
  Verdict verdict = judge_telegram({"getMe", ""}, result).verdict;
  // Nothing can be skipped here: what isn't known by now is not a bot that can be served.
  if (verdict.next == Next::skip) verdict.next = Next::stop;
  if (verdict.next != Next::done) return verdict;
  const json answer = parse_json(result.body);
  const json& self = field(answer, "result");
  reader_.id = integer_field(self, "id").value_or(0);
  reader_.username = text_field(self, "username");
  hears_all_ = flag_field(self, "can_read_all_group_messages");
  can_be_searched_ = flag_field(self, "supports_inline_queries");
  if (reader_.id != 0 && !reader_.username.empty()) return verdict;
  return {.next = Next::retry, .reason = "what answers at `api` does not name the bot"};
}

Verdict TelegramConnector::find_webhook(const std::stop_token& stop) const {
  const HttpResult result = ask("getWebhookInfo", "{}", stop);
  Verdict verdict = judge_telegram({"getWebhookInfo", ""}, result).verdict;
  if (verdict.next == Next::skip) return {};  // a server without it has no webhook either; getUpdates will tell
  if (verdict.next != Next::done) return verdict;
  const json answer = parse_json(result.body);
  if (text_field(field(answer, "result"), "url").empty()) return verdict;
  return {.next = Next::stop,
          .reason = "a webhook takes this bot's updates: delete it (deleteWebhook) or give Facteur a bot of its own"};
}

// Without its commands in the clients' menus the bot still obeys them, so only what would stop polling stops here.
Verdict TelegramConnector::register_commands(const std::stop_token& stop) const {
  std::vector<std::string> bodies;
  if (!settings_.menu.empty()) bodies.push_back(commands_body(settings_.menu.front().commands, ""));
  for (const MenuInLanguage& menu : settings_.menu) bodies.push_back(commands_body(menu.commands, menu.language));
  for (const std::string& body : bodies) {
    const HttpResult result = ask("setMyCommands", body, stop);
    Verdict verdict = judge_telegram({"setMyCommands", ""}, result).verdict;
    if (verdict.next == Next::stop) return verdict;
    if (verdict.next != Next::done)
      return {.reason = "the commands could not be registered: " + verdict.reason, .is_a_bug = verdict.is_a_bug};
  }
  return {};
}

std::string TelegramConnector::name() const { return reader_.username.empty() ? "" : "@" + reader_.username; }

std::vector<std::string> TelegramConnector::hints() const {
  std::vector<std::string> hints;
  if (!hears_all_) {
    hints.emplace_back(
        "in groups it hears only commands and replies to it: make it an administrator there, or switch privacy mode "
        "off "
        "with /setprivacy at @BotFather and add it again");
  }
  if (!can_be_searched_)
    hints.emplace_back("agents can't call it in other chats: switch inline mode on with /setinline at @BotFather");
  return hints;
}

HttpResult TelegramConnector::get_updates(const std::string& cursor, int limit, const std::stop_token& stop) const {
  json body{{"limit", limit}, {"timeout", poll_seconds}, {"allowed_updates", allowed_updates()}};
  if (const auto offset = number(cursor)) body["offset"] = *offset;
  HttpRequest request = telegram_call({settings_.api, settings_.token}, "getUpdates", dump_json(body));
  request.deadline = poll_deadline;
  request.most_bytes = most_poll_bytes;
  return transport_(request, stop);
}

Polled TelegramConnector::poll(const std::string& cursor, const std::stop_token& stop) {
  const HttpResult result = get_updates(cursor, one_by_one_ > 0 ? 1 : most_updates, stop);
  if (result.exchange == Exchange::cancelled) return {.cursor = cursor};
  const bool too_large = result.exchange == Exchange::oversized;
  if (!too_large) {
    const bool answered = result.exchange == Exchange::answered && result.status == 200;
    Verdict verdict = judge_telegram({"getUpdates", ""}, result).verdict;
    if (verdict.next == Next::skip) verdict.next = Next::retry;
    if (verdict.next == Next::done) return take_in(cursor, result);
    if (!answered || !find_update_id(result.body)) return {.verdict = std::move(verdict), .cursor = cursor};
  }
  return pass_over(cursor, result);
}

Polled TelegramConnector::take_in(const std::string& cursor, const HttpResult& result) {
  TelegramBatch batch = read_updates(result.body, reader_);
  if (!batch.readable || (batch.updates > 0 && !batch.last)) return pass_over(cursor, result);
  unreadable_ = 0;
  one_by_one_ -= std::min(one_by_one_, std::max<std::size_t>(batch.updates, 1));
  Polled polled{.events = std::move(batch.events), .cursor = cursor};
  if (batch.last) polled.cursor = std::to_string(*batch.last + 1);
  if (batch.passed_over > 0)
    polled.verdict = {.reason = "updates that make no sense were passed over", .is_a_bug = true};
  return polled;
}

// A batch that can't be read is asked for again, one update at a time, until the one that is to blame stands alone.
Polled TelegramConnector::pass_over(const std::string& cursor, const HttpResult& result) {
  if (one_by_one_ == 0) {
    one_by_one_ = most_updates;
    return {.verdict = {.reason = "a batch of updates can't be read; they are read one by one", .is_a_bug = true},
            .cursor = cursor};
  }
  // It may have been spoilt on its way: only what stays unreadable is given up.
  if (++unreadable_ < enough_tries)
    return {.verdict = {.next = Next::retry, .reason = "an update can't be read"}, .cursor = cursor};
  unreadable_ = 0;
  auto id = find_update_id(result.body);
  // The one at fault has the cursor's id, or one not far above.
  const bool is_there = result.exchange == Exchange::oversized || read_updates(result.body, reader_).updates > 0;
  if (!id && is_there) id = number(cursor);
  if (!id || *id == std::numeric_limits<std::int64_t>::max()) {
    return {.verdict = {.next = Next::retry, .reason = "Telegram's updates can't be read"}, .cursor = cursor};
  }
  return {.verdict = {.reason = "an update that can't be read was passed over", .is_a_bug = true},
          .cursor = std::to_string(*id + 1)};
}

std::vector<Parcel> TelegramConnector::compose(const Event& event, const Answer& answer) const {
  return compose_telegram(event, answer, {.rich = rich_, .ephemeral = ephemeral_});
}

HttpRequest TelegramConnector::request(const Parcel& parcel) const {
  return telegram_request({settings_.api, settings_.token}, parcel.chat, parcel.payload);
}

Verdict TelegramConnector::judge(const Parcel& parcel, const HttpResult& result) const {
  const std::string method = method_of(parcel.payload);
  const auto repetition = parcel.repeatable ? Repetition::harmless : Repetition::seen_twice;
  auto [verdict, refused] = judge_telegram({method, parcel.payload, repetition}, result);
  if (refused == RefusedForm::rich) rich_ = false;
  if (refused == RefusedForm::ephemeral) ephemeral_ = false;
  if (verdict.next == Next::retry_after)
    verdict.whole_account = flood_.note(parcel.chat, TelegramFlood::Clock::now(), verdict.wait);
  return verdict;
}

// A supergroup counts its messages and topics anew: what the group's ids meant would be another's there.
Parcel TelegramConnector::readdressed(Parcel parcel, const std::string& chat) const {
  parcel.chat = chat;
  for (const Remedy remedy : {Remedy::without_reply, Remedy::without_thread}) {
    if (auto payload = mended(parcel.payload, remedy)) parcel.payload = std::move(*payload);
  }
  return parcel;
}

std::optional<Budget> TelegramConnector::account_budget() const { return settings_.account; }

// A group's id is negative; what answers a query goes to no chat.
std::optional<Budget> TelegramConnector::chat_budget(std::string_view chat) const {
  const auto id = number(chat);
  if (!id) return std::nullopt;
  return *id < 0 ? settings_.group : settings_.direct;
}

}  // namespace facteur
