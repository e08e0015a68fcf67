#include "connectors/matrix_verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "connectors/json_fields.h"
#include "connectors/matrix_requests.h"

namespace facteur {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

constexpr milliseconds usual_wait{5'000};
constexpr milliseconds least_wait{500};
constexpr milliseconds long_wait{5 * 60'000};
constexpr std::int64_t most_wait = std::int64_t{24} * 3'600'000;

// Whose trouble it is: of one request, of its room, or of the account whatever it does.
enum class Scope : std::uint8_t { request, room, account };

struct MatrixError {
  int status;             // 0: any
  std::string_view name;  // `errcode`; empty: any
  Next next;
  Scope scope;
  std::string_view sentence;  // for the operator; empty: not worth a line
  bool is_a_bug = false;
};

// The first that fits.
constexpr auto errors = std::to_array<MatrixError>({
    {0, "M_UNKNOWN_TOKEN", Next::stop, Scope::account,
     "the access token is not known to the homeserver, or was revoked: make a new one and put it where the "
     "configuration says, then start Facteur again"},
    {0, "M_MISSING_TOKEN", Next::stop, Scope::account,
     "the homeserver got no access token: check what stands before it"},
    {0, "M_USER_LOCKED", Next::retry_after, Scope::account,
     "the account is locked: ask the homeserver's administrator to unlock it"},
    {0, "M_USER_DEACTIVATED", Next::stop, Scope::account,
     "the account was deactivated on its homeserver: give Facteur another one"},
    {0, "M_USER_SUSPENDED", Next::stop, Scope::account,
     "the account was suspended: ask the homeserver's administrator to lift that, then start Facteur again"},
    {0, "M_CONSENT_NOT_GIVEN", Next::stop, Scope::account,
     "the homeserver wants its terms accepted: log in with this account in a browser and accept them"},
    {0, "M_RESOURCE_LIMIT_EXCEEDED", Next::retry_after, Scope::account,
     "the homeserver has reached a limit of its own"},

    {0, "M_TOO_LARGE", Next::skip, Scope::request, "the homeserver refused an answer as too large", true},
    {0, "M_UNSUPPORTED_ROOM_VERSION", Next::skip, Scope::request, "the homeserver does not know a room's version"},
    {0, "M_UNRECOGNIZED", Next::skip, Scope::request, "the homeserver does not know this call: it may be too old",
     true},
    {403, "", Next::skip, Scope::room, ""},
    {404, "", Next::skip, Scope::room, ""},
    {400, "", Next::skip, Scope::request, "the homeserver refused a request", true},
    {401, "", Next::stop, Scope::account, "the homeserver refused the access token: make a new one"},
    {405, "", Next::skip, Scope::request, "the homeserver does not know this call: it may be too old", true},
    {408, "", Next::retry, Scope::request, "the homeserver gave up waiting"},
    {413, "", Next::skip, Scope::request, "the homeserver refused an answer as too large", true},
    {0, "", Next::skip, Scope::request, "the homeserver refused a request", true},
});

const MatrixError& error_of(int status, std::string_view name) {
  return *std::find_if(errors.begin(), errors.end() - 1, [&](const MatrixError& error) {
    return (error.status == 0 || error.status == status) && (error.name.empty() || error.name == name);
  });
}

// Section 3.4: the header first, then the older field.
Verdict after_limit(const json& body, const HttpResult& result) {
  milliseconds wait = usual_wait;
  if (result.retry_after)
    wait = *result.retry_after;
  else if (const auto told = integer_field(body, "retry_after_ms"))
    wait = milliseconds(*told);
  wait = std::clamp(wait, least_wait, milliseconds(most_wait));
  return {.next = Next::retry_after,
          .wait = wait,
          .reason = "the homeserver asks to send more slowly; its administrator can lift the limit for this account",
          .whole_account = true};
}

MatrixJudgement after_error(const MatrixCall& call, int status, const json& body) {
  const std::string name = text_field(body, "errcode");
  const MatrixError& error = error_of(status, name);
  const MatrixAim aim = aim_of(call);
  MatrixJudgement judgement;
  Verdict& verdict = judgement.verdict;
  verdict = {.next = error.next, .reason = std::string(error.sentence), .is_a_bug = error.is_a_bug};
  if (error.next == Next::retry_after) verdict.wait = long_wait;
  verdict.whole_account = error.scope == Scope::account;
  // Who may not take a message away, or mark one as read, may still speak.
  verdict.chat_is_gone = error.scope == Scope::room && aim == MatrixAim::message;
  const bool may_be_markup = aim == MatrixAim::message && error.scope == Scope::request && error.next == Next::skip;
  if (const auto plain = may_be_markup ? without_html(call) : std::nullopt) {
    verdict.next = Next::retry;
    verdict.instead = to_text(*plain);
    verdict.reason += "; it goes out as plain text";
  }
  if (verdict.is_a_bug) verdict.reason += fmt::format(" (HTTP {})", status);
  judgement.logged_out = name == "M_UNKNOWN_TOKEN";
  judgement.soft_logged_out = judgement.logged_out && flag_field(body, "soft_logout");
  return judgement;
}

MatrixJudgement after_answer(const MatrixCall& call, const HttpResult& result) {
  const json body = parse_json(result.body);
  if (result.status == 429) return {after_limit(body, result)};
  if (result.status >= 500)
    return {{.next = Next::retry, .reason = fmt::format("the homeserver is out of order (HTTP {})", result.status)}};
  if (result.status >= 200 && result.status < 300 && body.is_object()) return {};
  // A proxy's page, say: whatever the status, no homeserver has spoken.
  if (text_field(body, "errcode").empty())
    return {{.next = Next::retry,
             .reason = fmt::format("what answers at `homeserver` is no Matrix homeserver (HTTP {})", result.status)}};
  return after_error(call, result.status, body);
}

}  // namespace

MatrixJudgement judge_matrix(const MatrixCall& call, const HttpResult& result) {
  switch (result.exchange) {
    case Exchange::answered:
      return after_answer(call, result);
    case Exchange::unsent:
      return {{.next = Next::retry, .reason = "the homeserver can't be reached: " + result.error}};
    case Exchange::uncertain:
      return {{.next = Next::retry, .reason = "the homeserver did not answer: " + result.error}};
    case Exchange::oversized:
      return {{.next = Next::retry, .reason = "the homeserver answered more than it should"}};
    case Exchange::cancelled:
      return {{.next = Next::retry}};
  }
  return {};
}

}  // namespace facteur
