// Who an account is on its homeserver: the address, the token and the device that belong together.
#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "connectors/matrix_call.h"
#include "connectors/secret.h"

namespace facteur {

struct MatrixLogin {
  std::string homeserver;  // its address, without a slash at its end
  std::string user;
  std::string device;
  Secret token;
  Secret refresh;                                 // gets the next token; empty: the homeserver gave none
  std::optional<std::chrono::sys_seconds> renew;  // when, a while before this one ends; nothing: it isn't known to end
  bool operator==(const MatrixLogin&) const = default;
};

// Safe from any thread: one logs in, another one sends.
class MatrixSession {
 public:
  using Clock = std::chrono::steady_clock;

  MatrixLogin login() const;
  void set(MatrixLogin login);

  // Before there is a login, a request that can't be sent.
  HttpRequest request(MatrixCall call) const;
  // Whether the token was another one a minute ago: a refusal may still be meant for that.
  bool renewed_lately() const;

 private:
  mutable std::mutex mutex_;
  MatrixLogin login_;
  std::optional<Clock::time_point> renewed_;
};

// A login by password that outlives the process: a device that came anew with each start would fill the account's list
// of devices, lose the transaction ids that make a repetition harmless and, one day, its keys. A pair of tokens is kept
// before it is used: until then the homeserver takes the one before it.
// Readable by its owner alone; nothing where there is none or it makes no sense.
std::optional<MatrixLogin> read_matrix_login(const std::filesystem::path& file);
// False where that failed. Whole or not at all.
bool write_matrix_login(const std::filesystem::path& file, const MatrixLogin& login);

}  // namespace facteur
