#include "connectors/matrix_tokens.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "connectors/json_fields.h"

namespace facteur {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

// Longer than a poll waits, so that no token ends under one; of a token that doesn't last, a part of its time.
constexpr milliseconds early{60'000};
constexpr int part = 4;
constexpr std::int64_t most_milliseconds = std::int64_t{1} << 52;

}  // namespace

MatrixCall matrix_login_call(const MatrixLogin& login, const Secret& password, const std::string& device_name) {
  json body{{"type", "m.login.password"},
            {"identifier", {{"type", "m.id.user"}, {"user", login.user}}},
            {"password", password.reveal()},
            {"initial_device_display_name", device_name},
            {"refresh_token", true}};
  if (!login.device.empty()) body["device_id"] = login.device;
  return matrix_post("/v3/login", body);
}

MatrixCall matrix_refresh_call(const Secret& refresh_token) {
  return matrix_post("/v3/refresh", {{"refresh_token", refresh_token.reveal()}});
}

bool take_tokens(MatrixLogin& login, std::string_view answer, std::chrono::sys_seconds now) {
  const json fields = parse_json(answer);
  const std::string token = text_field(fields, "access_token");
  if (token.empty()) return false;
  login.token = Secret(token);
  if (const std::string refresh = text_field(fields, "refresh_token"); !refresh.empty())
    login.refresh = Secret(refresh);
  if (const std::string device = text_field(fields, "device_id"); !device.empty()) login.device = device;
  login.renew.reset();
  const auto lasts = integer_field(fields, "expires_in_ms");
  if (!lasts || *lasts <= 0 || *lasts > most_milliseconds) return true;
  const milliseconds time{*lasts};
  login.renew = std::chrono::floor<std::chrono::seconds>(now + time - std::min(early, time / part));
  return true;
}

}  // namespace facteur
