// An account's way in: finding the homeserver, logging in, learning its own id; then calls in its name.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "connectors/connector.h"
#include "connectors/http.h"
#include "connectors/matrix_call.h"
#include "connectors/matrix_session.h"
#include "connectors/matrix_verdict.h"
#include "connectors/secret.h"

namespace facteur {

struct MatrixAccess {
  std::string homeserver;  // an address, or a server's name whose address is looked up; empty: the user's server
  std::string user;        // "@facteur:example.org"; with a token it may be empty
  Secret token;            // or
  Secret password;
  std::filesystem::path session;  // with a password: the file that keeps the login
  std::string device_name = "Facteur";
};

// What a call brought. `result` is worth reading where the verdict is `done`.
struct MatrixOutcome {
  HttpResult result;
  Verdict verdict;
};

class MatrixClient {
 public:
  MatrixClient(MatrixAccess access, MatrixTransport transport);

  // From nothing to a token that works and the id that it belongs to.
  Verdict start(const std::stop_token& stop);

  // One call, for the account's own thread. When the homeserver says that the token is over and another one can be had,
  // that is done, and the call is made once more.
  MatrixOutcome ask(const MatrixCall& call, const std::stop_token& stop) { return ask(call, {}, stop); }
  struct Limits {
    std::chrono::milliseconds deadline{30'000};
    std::size_t most_bytes = std::size_t{16} << 20U;
  };
  MatrixOutcome ask(const MatrixCall& call, Limits limits, const std::stop_token& stop);

  // Safe from any thread; no I/O.
  HttpRequest request(MatrixCall call) const { return session_.request(std::move(call)); }
  Verdict judge(const MatrixCall& call, const HttpResult& result) const;
  std::string user() const { return session_.login().user; }

 private:
  HttpResult perform(const HttpRequest& request, const std::stop_token& stop) const {
    return transport_(request, stop);
  }
  Verdict take_up(MatrixLogin login, const std::stop_token& stop);
  Verdict log_in(MatrixLogin login, const std::stop_token& stop);
  Verdict refresh(const std::stop_token& stop);
  void renew_in_time(const std::stop_token& stop);
  Verdict renew(const MatrixJudgement& judgement, const std::stop_token& stop);
  bool take_what_was_kept();
  Verdict use(MatrixLogin login, const HttpResult& answer);
  MatrixJudgement learn_user(const std::stop_token& stop);
  Verdict after_logout(MatrixJudgement judgement) const;
  bool can_log_in() const { return !access_.password.empty(); }

  MatrixAccess access_;
  MatrixTransport transport_;
  MatrixSession session_;
};

}  // namespace facteur
