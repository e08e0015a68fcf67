#include "connectors/matrix_session.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"

namespace facteur {
namespace {

using nlohmann::json;

constexpr std::size_t largest_file = std::size_t{64} * 1024;

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(file, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file) == 0;
}

}  // namespace

MatrixLogin MatrixSession::login() const {
  const std::lock_guard lock(mutex_);
  return login_;
}

void MatrixSession::set(MatrixLogin login) {
  const std::lock_guard lock(mutex_);
  if (!login_.token.empty() && login_.token != login.token) renewed_ = Clock::now();
  login_ = std::move(login);
}

HttpRequest MatrixSession::request(MatrixCall call) const {
  const MatrixLogin login = this->login();
  if (login.homeserver.empty() || login.token.empty()) return {};
  return matrix_request(login.homeserver, login.token, std::move(call));
}

bool MatrixSession::renewed_lately() const {
  const std::lock_guard lock(mutex_);
  return renewed_ && Clock::now() - *renewed_ < std::chrono::minutes(1);
}

std::optional<MatrixLogin> read_matrix_login(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(stream), {});
  const json fields = parse_json(std::string_view(text).substr(0, largest_file));
  MatrixLogin login{.homeserver = text_field(fields, "homeserver"),
                    .user = text_field(fields, "user"),
                    .device = text_field(fields, "device"),
                    .token = Secret(text_field(fields, "token")),
                    .refresh = Secret(text_field(fields, "refresh")),
                    .renew = {}};
  if (const auto renew = integer_field(fields, "renew"))
    login.renew = std::chrono::sys_seconds(std::chrono::seconds(*renew));
  if (login.user.empty() || login.device.empty() || login.token.empty()) return std::nullopt;
  return login;
}

bool write_matrix_login(const std::filesystem::path& file, const MatrixLogin& login) {
  json fields{{"homeserver", login.homeserver},
              {"user", login.user},
              {"device", login.device},
              {"token", login.token.reveal()},
              {"refresh", login.refresh.reveal()}};
  if (login.renew) fields["renew"] = login.renew->time_since_epoch().count();
  const std::string text = dump_json(fields);
  const std::filesystem::path fresh = file.string() + ".new";
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return false;
  const bool written = write_all(descriptor, text);
  ::close(descriptor);
  std::error_code error;
  if (written) std::filesystem::rename(fresh, file, error);
  return written && !error;
}

}  // namespace facteur
