#include "connectors/matrix_client.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/matrix_discovery.h"
#include "connectors/matrix_tokens.h"

namespace facteur {
namespace {

// Of what is sent: until there is a new token, and where there is one already.
constexpr std::chrono::milliseconds new_login_wait{5'000};
constexpr std::chrono::milliseconds renewed_wait{500};

// At the start nothing can be passed over: what isn't known by then can't be served.
Verdict all_or_nothing(Verdict verdict, std::string_view sentence) {
  if (verdict.next != Next::skip) return verdict;
  verdict.next = Next::stop;
  verdict.reason = sentence;
  return verdict;
}

}  // namespace

MatrixClient::MatrixClient(MatrixAccess access, MatrixTransport transport)
    : access_(std::move(access)), transport_(std::move(transport)) {
  // What waited when the process ended may be sent before the start is over, where nothing needs to be looked up.
  if (is_matrix_address(access_.homeserver) && !access_.token.empty())
    session_.set({.homeserver = without_slash(access_.homeserver), .user = access_.user, .token = access_.token});
}

Verdict MatrixClient::start(const std::stop_token& stop) {
  MatrixHomeserver found = find_matrix_homeserver(access_.homeserver, access_.user, transport_, stop);
  if (found.verdict.next != Next::done) return std::move(found.verdict);
  MatrixLogin login;
  login.homeserver = std::move(found.address);
  login.user = access_.user;
  login.token = access_.token;
  return take_up(std::move(login), stop);
}

// The token of the configuration, the one kept from an earlier login, or a new login.
Verdict MatrixClient::take_up(MatrixLogin login, const std::stop_token& stop) {
  const auto kept = can_log_in() ? read_matrix_login(access_.session) : std::nullopt;
  const bool ours = kept && kept->user == login.user && kept->homeserver == login.homeserver;
  if (can_log_in() && !ours) {
    Verdict verdict = log_in(std::move(login), stop);
    return verdict.next == Next::done ? learn_user(stop).verdict : verdict;
  }
  session_.set(ours ? *kept : login);
  renew_in_time(stop);
  MatrixJudgement judgement = learn_user(stop);
  if (!judgement.logged_out || !can_log_in()) return std::move(judgement.verdict);
  // What was kept is over for good: a person who starts Facteur again wants a new one.
  Verdict verdict = judgement.soft_logged_out ? renew(judgement, stop) : log_in(std::move(login), stop);
  return verdict.next == Next::done ? learn_user(stop).verdict : verdict;
}

Verdict MatrixClient::log_in(MatrixLogin login, const std::stop_token& stop) {
  const MatrixCall call = matrix_login_call(login, access_.password, access_.device_name);
  const HttpResult result = perform(matrix_request(login.homeserver, {}, call), stop);
  Verdict verdict = all_or_nothing(judge_matrix(call, result).verdict,
                                   "the homeserver refused the log-in: check `user` and the password, and that the "
                                   "homeserver offers log-in by password (else use a token)");
  if (verdict.next != Next::done) return verdict;
  login.refresh = {};
  return use(std::move(login), result);
}

// Of what is refused, the refresh token isn't used again; the login may be worth something yet.
Verdict MatrixClient::refresh(const std::stop_token& stop) {
  MatrixLogin login = session_.login();
  const MatrixCall call = matrix_refresh_call(login.refresh);
  const HttpResult result = perform(matrix_request(login.homeserver, {}, call), stop);
  Verdict verdict = all_or_nothing(judge_matrix(call, result).verdict, "the homeserver refused the refresh token");
  if (verdict.next == Next::done) return use(std::move(login), result);
  if (verdict.next == Next::stop) {
    login.refresh = {};
    session_.set(std::move(login));
  }
  return verdict;
}

// Tokens that an answer brought are kept first: those of before are good until these are used.
Verdict MatrixClient::use(MatrixLogin login, const HttpResult& answer) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (!take_tokens(login, answer.body, now))
    return {.next = Next::retry, .reason = "the homeserver's log-in gave no token"};
  if (!access_.session.empty() && !write_matrix_login(access_.session, login))
    return {.next = Next::retry,
            .reason = fmt::format("{} can't be written: the log-in could not be kept", access_.session.string())};
  session_.set(std::move(login));
  return {};
}

// Somebody who checked the configuration while it is served may have renewed the token, or another start did.
bool MatrixClient::take_what_was_kept() {
  const MatrixLogin login = session_.login();
  const auto kept = read_matrix_login(access_.session);
  if (!kept || kept->token == login.token || kept->user != login.user || kept->homeserver != login.homeserver)
    return false;
  session_.set(*kept);
  return true;
}

// So that none of the answers under way meets the end of a token. Should that fail, the token is good for a while yet.
void MatrixClient::renew_in_time(const std::stop_token& stop) {
  const MatrixLogin login = session_.login();
  if (!login.renew || login.refresh.empty() || std::chrono::system_clock::now() < *login.renew) return;
  if (!take_what_was_kept()) refresh(stop);
}

// Once a token is refused. A soft logout leaves the device, whatever becomes of the refresh token: a log-in with its id
// goes on where it was. Any other is somebody's will.
Verdict MatrixClient::renew(const MatrixJudgement& judgement, const std::stop_token& stop) {
  if (take_what_was_kept()) return {};
  if (!judgement.soft_logged_out) return after_logout(judgement);
  if (!session_.login().refresh.empty()) {
    Verdict verdict = refresh(stop);
    if (verdict.next != Next::stop) return verdict;
  }
  return log_in(session_.login(), stop);
}

// Whoever doesn't know its own id answers itself.
MatrixJudgement MatrixClient::learn_user(const std::stop_token& stop) {
  constexpr std::string_view unsaid = "the homeserver does not say whose token this is";
  const MatrixCall call = matrix_get("/v3/account/whoami");
  const HttpResult result = perform(request(call), stop);
  MatrixJudgement judgement = judge_matrix(call, result);
  judgement.verdict = all_or_nothing(std::move(judgement.verdict), unsaid);
  if (judgement.verdict.next != Next::done) return judgement;
  const nlohmann::json answer = parse_json(result.body);
  MatrixLogin login = session_.login();
  const std::string user = text_field(answer, "user_id");
  if (user.empty()) return {{.next = Next::retry, .reason = std::string(unsaid)}};
  if (!access_.user.empty() && user != access_.user) {
    return {{.next = Next::stop,
             .reason = fmt::format("the token belongs to {}, not to {}: correct one of them", user, access_.user)}};
  }
  login.user = user;
  if (login.device.empty()) login.device = text_field(answer, "device_id");
  session_.set(std::move(login));
  return judgement;
}

MatrixOutcome MatrixClient::ask(const MatrixCall& call, Limits limits, const std::stop_token& stop) {
  const auto once = [&] {
    HttpRequest request = this->request(call);
    request.deadline = limits.deadline;
    request.most_bytes = limits.most_bytes;
    return perform(request, stop);
  };
  renew_in_time(stop);
  HttpResult result = once();
  MatrixJudgement judgement = judge_matrix(call, result);
  if (judgement.logged_out && can_log_in()) {
    Verdict verdict = renew(judgement, stop);
    if (verdict.next != Next::done) return {std::move(result), std::move(verdict)};
    result = once();
    judgement = judge_matrix(call, result);
    // A server that gives tokens and doesn't take them isn't asked for one after the other.
    if (judgement.soft_logged_out)
      judgement.verdict = {.next = Next::retry, .reason = "the homeserver's new token is none"};
  }
  return {std::move(result), after_logout(std::move(judgement))};
}

// The account's own thread finds out what a refused token means; until then, everything waits.
Verdict MatrixClient::judge(const MatrixCall& call, const HttpResult& result) const {
  MatrixJudgement judgement = judge_matrix(call, result);
  if (judgement.logged_out && (can_log_in() || session_.renewed_lately())) {
    return {.next = Next::retry_after,
            .wait = session_.renewed_lately() ? renewed_wait : new_login_wait,
            .reason = "the homeserver asked to log in again",
            .whole_account = true};
  }
  return std::move(judgement.verdict);
}

// A login by password that was ended on the server needs no new token, only a person who wants it back.
Verdict MatrixClient::after_logout(MatrixJudgement judgement) const {
  if (judgement.logged_out && judgement.verdict.next == Next::stop && can_log_in())
    judgement.verdict.reason = "the login was ended on the homeserver: start Facteur again to log in anew";
  return std::move(judgement.verdict);
}

}  // namespace facteur
