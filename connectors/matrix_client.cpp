#include "connectors/matrix_client.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/matrix_discovery.h"

namespace facteur {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds new_login_wait{5'000};

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
    session_.set({without_slash(access_.homeserver), access_.user, "", access_.token});
}

Verdict MatrixClient::start(const std::stop_token& stop) {
  MatrixHomeserver found = find_matrix_homeserver(access_.homeserver, access_.user, transport_, stop);
  if (found.verdict.next != Next::done) return std::move(found.verdict);
  return take_up({std::move(found.address), access_.user, "", access_.token}, stop);
}

// The token of the configuration, the one kept from an earlier login, or a new login.
Verdict MatrixClient::take_up(MatrixLogin login, const std::stop_token& stop) {
  if (login.token.empty()) {
    const auto kept = read_matrix_login(access_.session);
    if (!kept || kept->user != login.user || kept->homeserver != login.homeserver)
      return log_in(std::move(login), stop);
    login = *kept;
  }
  session_.set(login);
  Verdict verdict = learn_user(stop);
  const bool refused = verdict.next == Next::stop && session_.login().token == login.token;
  if (!refused || !can_log_in()) return verdict;
  // What was kept is over: a person who starts Facteur again wants a new one.
  login.device.clear();
  return log_in(std::move(login), stop);
}

Verdict MatrixClient::log_in(MatrixLogin login, const std::stop_token& stop) {
  json body{{"type", "m.login.password"},
            {"identifier", {{"type", "m.id.user"}, {"user", login.user}}},
            {"password", access_.password.reveal()},
            {"initial_device_display_name", access_.device_name}};
  if (!login.device.empty()) body["device_id"] = login.device;
  const MatrixCall call = matrix_post("/v3/login", body);
  const HttpResult result = perform(matrix_request(login.homeserver, {}, call), stop);
  Verdict verdict = all_or_nothing(judge_matrix(call, result).verdict,
                                   "the homeserver refused the log-in: check `user` and the password, and that the "
                                   "homeserver offers log-in by password (else use a token)");
  if (verdict.next != Next::done) return verdict;
  const json answer = parse_json(result.body);
  login.token = Secret(text_field(answer, "access_token"));
  login.device = text_field(answer, "device_id");
  if (login.token.empty()) return {.next = Next::retry, .reason = "the homeserver's log-in gave no token"};
  if (!access_.session.empty() && !write_matrix_login(access_.session, login))
    return {.next = Next::retry,
            .reason = fmt::format("{} can't be written: the log-in could not be kept", access_.session.string())};
  session_.set(std::move(login));
  return learn_user(stop);
}

// Whoever doesn't know its own id answers itself.
Verdict MatrixClient::learn_user(const std::stop_token& stop) {
  const MatrixCall call = matrix_get("/v3/account/whoami");
  const HttpResult result = perform(request(call), stop);
  const MatrixJudgement judgement = judge_matrix(call, result);
  Verdict verdict = all_or_nothing(judgement.verdict, "the homeserver does not say whose token this is");
  if (verdict.next != Next::done) return verdict;
  MatrixLogin login = session_.login();
  const std::string user = text_field(parse_json(result.body), "user_id");
  if (user.empty()) return {.next = Next::retry, .reason = "the homeserver does not say whose token this is"};
  if (!access_.user.empty() && user != access_.user) {
    return {.next = Next::stop,
            .reason = fmt::format("the token belongs to {}, not to {}: correct one of them", user, access_.user)};
  }
  login.user = user;
  if (login.device.empty()) login.device = text_field(parse_json(result.body), "device_id");
  session_.set(std::move(login));
  return verdict;
}

MatrixOutcome MatrixClient::ask(const MatrixCall& call, Limits limits, const std::stop_token& stop) {
  HttpRequest request = this->request(call);
  request.deadline = limits.deadline;
  request.most_bytes = limits.most_bytes;
  MatrixOutcome outcome{perform(request, stop), {}};
  MatrixJudgement judgement = judge_matrix(call, outcome.result);
  if (!judgement.soft_logged_out || !can_log_in()) {
    outcome.verdict = after_logout(std::move(judgement));
    return outcome;
  }
  outcome.verdict = log_in(session_.login(), stop);
  if (outcome.verdict.next == Next::done)
    outcome.verdict = {.next = Next::retry, .reason = "the homeserver asked to log in again"};
  return outcome;
}

Verdict MatrixClient::judge(const MatrixCall& call, const HttpResult& result) const {
  MatrixJudgement judgement = judge_matrix(call, result);
  const bool renewable = judgement.soft_logged_out && can_log_in();
  if (renewable || (judgement.logged_out && session_.renewed_lately())) {
    return {.next = Next::retry_after,
            .wait = new_login_wait,
            .reason = "the homeserver asked to log in again",
            .whole_account = true};
  }
  return after_logout(std::move(judgement));
}

// A login by password that was ended on the server needs no new token, only a person who wants it back.
Verdict MatrixClient::after_logout(MatrixJudgement judgement) const {
  if (judgement.logged_out && can_log_in())
    judgement.verdict.reason = "the login was ended on the homeserver: start Facteur again to log in anew";
  return std::move(judgement.verdict);
}

}  // namespace facteur
