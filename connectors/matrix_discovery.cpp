#include "connectors/matrix_discovery.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/matrix_said.h"
#include "connectors/matrix_verdict.h"

namespace facteur {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds deadline{20'000};
constexpr int most_redirects = 5;

// A server's name may have a port, which is that of its federation; the file lies on the host's usual one (appendix
// 4.1 has the grammar).
std::string_view host_of(std::string_view server) {
  const std::size_t colon = server.rfind(':');
  const std::size_t bracket = server.rfind(']');  // of an IPv6 address
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return has_port ? server.substr(0, colon) : server;
}

MatrixHomeserver failed(std::string reason, Next next = Next::stop) {
  return {.address = {}, .verdict = {.next = next, .reason = std::move(reason)}};
}

class Discovery {
 public:
  Discovery(const MatrixTransport& transport, const std::stop_token& stop) : transport_(transport), stop_(stop) {}

  MatrixHomeserver look_up(const std::string& server) const {
    const std::string file = fmt::format("https://{}/.well-known/matrix/client", host_of(server));
    const HttpResult result = get(file);
    if (result.exchange != Exchange::answered)
      return failed(fmt::format("{} can't be reached: {}", server, result.error), Next::retry);
    // IGNORE: the best guess that is left.
    if (result.status == 404)
      return try_versions("https://" + server, fmt::format("{} is no homeserver itself and has no {}: give its "
                                                           "homeserver's address as `homeserver`",
                                                           server, file));
    if (result.status >= 500 || result.status == 429)
      return failed(fmt::format("{} is out of order (HTTP {})", server, result.status), Next::retry);
    const json answer = parse_json(result.body);
    const std::string address = without_slash(text_field(field(answer, "m.homeserver"), "base_url"));
    if (result.status != 200 || address.empty())  // FAIL_PROMPT
      return failed(fmt::format("{} names no homeserver: give its address as `homeserver`", file));
    std::string fail_error = fmt::format(
        "what {} names is no homeserver: ask the server's administrator, or give the right address as `homeserver`",
        file);
    return is_matrix_address(address) ? try_versions(address, std::move(fail_error)) : failed(std::move(fail_error));
  }

  // `unless`: what to tell the operator where something answers that is none; without it, it may be one later.
  MatrixHomeserver try_versions(std::string address, std::string unless) const {
    const MatrixCall call = matrix_get("/versions");
    HttpRequest request = matrix_request(address, {}, call);
    request.deadline = deadline;
    const HttpResult result = transport_(request, stop_);
    Verdict verdict = judge_matrix(call, result).verdict;
    const bool worked = verdict.next == Next::done;
    if (worked && field(parse_json(result.body), "versions").is_array()) return {std::move(address), {}};
    const bool may_pass = result.exchange != Exchange::answered || result.status >= 500 || result.status == 429;
    if (may_pass) return {std::move(address), std::move(verdict)};
    if (!unless.empty()) return failed(fmt::format("{} (HTTP {})", unless, result.status));
    const Next next = worked || verdict.next == Next::retry ? Next::retry : Next::stop;
    return failed(fmt::format("what answers at `homeserver` is no Matrix homeserver (HTTP {})", result.status), next);
  }

 private:
  // The file may be elsewhere, over TLS alone.
  HttpResult get(std::string url) const {
    HttpResult result;
    for (int redirects = 0; redirects <= most_redirects && !url.empty(); ++redirects) {
      result = transport_({.method = "GET", .url = url, .deadline = deadline}, stop_);
      url = result.redirect.starts_with("https://") ? result.redirect : "";
    }
    return result;
  }

  const MatrixTransport& transport_;
  const std::stop_token& stop_;
};

}  // namespace

bool is_matrix_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

std::string without_slash(std::string address) {
  while (address.ends_with('/')) address.pop_back();
  return address;
}

MatrixHomeserver find_matrix_homeserver(const std::string& homeserver, const std::string& user,
                                        const MatrixTransport& transport, const std::stop_token& stop) {
  const Discovery discovery(transport, stop);
  std::string given = without_slash(homeserver);
  if (is_matrix_address(given)) return discovery.try_versions(std::move(given), "");
  const std::string server = given.empty() ? std::string(matrix_server(user)) : given;
  if (server.empty()) return failed("no homeserver is known: name it as `homeserver`, or a whole `user`");
  return discovery.look_up(server);
}

}  // namespace facteur
