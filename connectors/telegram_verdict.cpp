#include "connectors/telegram_verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/telegram_errors.h"

namespace facteur {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

// Asked again at the very second it names, the server says no again.
constexpr milliseconds beyond_retry_after{500};
constexpr milliseconds usual_wait{5'000};
constexpr std::int64_t most_wait_seconds = std::int64_t{24} * 3600;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

// Of a description, the words that are neither quoted nor could be a token, a name or an id.
std::string safe_words(std::string_view description) {
  std::string safe;
  description = description.substr(0, description.find_first_of("\"'`«<"));
  while (!description.empty()) {
    const std::size_t end = std::min(description.find(' '), description.size());
    std::string_view word = description.substr(0, end);
    if (word.ends_with(':')) word.remove_suffix(1);
    const bool plain = word.size() <= 20 && std::all_of(word.begin(), word.end(), [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
                       });
    if (!plain || safe.size() > 80) break;
    if (!safe.empty() && !word.empty()) safe += ' ';
    safe += word;
    description.remove_prefix(std::min(end + 1, description.size()));
  }
  return safe;
}

Verdict again(const TelegramSent& sent, std::string reason) {
  const bool harmless = sent.repetition == Repetition::harmless;
  return {.next = harmless ? Next::retry : Next::uncertain, .reason = std::move(reason)};
}

Verdict after_flood(const json& body, const HttpResult& result) {
  milliseconds wait = result.retry_after.value_or(usual_wait);
  if (const auto seconds = integer_field(field(body, "parameters"), "retry_after"))
    wait = std::max(wait, milliseconds(std::clamp<std::int64_t>(*seconds, 0, most_wait_seconds) * 1000));
  wait = std::clamp(wait, milliseconds(0), milliseconds(most_wait_seconds * 1000)) + beyond_retry_after;
  return {.next = Next::retry_after, .wait = wait, .reason = "Telegram asks to send more slowly"};
}

RefusedForm refused_form(const TelegramSent& sent, int code, std::string_view description) {
  const auto says = [&](std::string_view word) { return description.find(word) != std::string_view::npos; };
  if (says("ephemeral")) return RefusedForm::ephemeral;
  const bool unknown = code == 404 || says("not supported") || says("unsupported") || says("unknown");
  if (sent.method == send_rich_message && (unknown || says("rich"))) return RefusedForm::rich;
  return RefusedForm::none;
}

TelegramJudgement after_error(const TelegramSent& sent, int code, const std::string& words) {
  const std::string description = lower(words);
  const TelegramError* error = telegram_error(code, description);
  if (error == nullptr) {
    return {{.next = Next::skip,
             .reason = fmt::format("Telegram refused {}: {}", sent.method, safe_words(words)),
             .is_a_bug = true}};
  }
  Verdict verdict{.next = error->next,
                  .reason = std::string(error->sentence),
                  .chat_is_gone = error->chat_is_gone,
                  .is_a_bug = error->is_a_bug};
  if (error->next == Next::retry_after) verdict.wait = usual_wait;
  // The better form is dropped first: what is at fault may be in it alone.
  auto instead = mended(sent.payload, Remedy::otherwise);
  const bool had_better_form = instead.has_value();
  const bool worth_it = error->remedy != Remedy::none;
  if (worth_it && !had_better_form) instead = mended(sent.payload, error->remedy);
  if (worth_it && instead) {
    verdict.next = Next::retry;
    verdict.instead = std::move(instead);
    verdict.chat_is_gone = false;
    if (had_better_form) {
      verdict.is_a_bug = error->is_a_bug && !error->fragment.empty();  // it may only be unknown to the server
      verdict.reason = fmt::format("Telegram refused {}: {}; a plain message goes out", sent.method, safe_words(words));
      return {std::move(verdict), refused_form(sent, code, description)};
    }
  } else if (verdict.next == Next::retry) {
    verdict.next = Next::skip;
  }
  if (error->fragment.empty() && verdict.is_a_bug)
    verdict.reason = fmt::format("Telegram refused {}: {}", sent.method, safe_words(words));
  return {std::move(verdict)};
}

TelegramJudgement after_answer(const TelegramSent& sent, const HttpResult& result) {
  const json body = parse_json(result.body);
  const bool spoken = field(body, "ok").is_boolean();
  if (flag_field(body, "ok")) return {};
  const auto code = static_cast<int>(integer_field(body, "error_code").value_or(result.status));
  if (code == 429 || result.status == 429) return {after_flood(body, result)};
  if (code >= 500 || result.status >= 500) {
    return {again(sent, fmt::format("Telegram is out of order (HTTP {})", result.status))};
  }
  if (!spoken) {  // a proxy's page, say; with such a status, it has let nothing through
    const std::string reason = fmt::format("what answers at `api` is no Bot API server (HTTP {})", result.status);
    if (result.status < 400) return {again(sent, reason)};
    return {{.next = Next::retry, .reason = reason}};
  }
  if (const auto to = integer_field(field(body, "parameters"), "migrate_to_chat_id"))
    return {{.next = Next::retry, .reason = "a group became a supergroup", .moved_to = std::to_string(*to)}};
  return after_error(sent, code, text_field(body, "description"));
}

}  // namespace

TelegramJudgement judge_telegram(const TelegramSent& sent, const HttpResult& result) {
  switch (result.exchange) {
    case Exchange::answered:
      return after_answer(sent, result);
    case Exchange::unsent:
      return {{.next = Next::retry, .reason = "Telegram can't be reached: " + result.error}};
    case Exchange::uncertain:
      return {again(sent, "Telegram did not answer: " + result.error)};
    case Exchange::oversized:
      return {again(sent, "Telegram answered more than it should")};
    case Exchange::cancelled:
      return {again(sent, "")};
  }
  return {};
}

}  // namespace facteur
