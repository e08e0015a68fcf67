// A homeserver at matrix.example.org for the domain example.org, for one account: @facteur:example.org.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "connectors/matrix_client.h"

namespace facteur::test {

inline HttpResult answered(int status, std::string body) {
  return {.exchange = Exchange::answered, .status = status, .body = std::move(body)};
}

struct World {
  std::map<std::string, HttpResult> answers;           // by address
  std::map<std::string, std::deque<HttpResult>> once;  // before those, one by one
  std::vector<HttpRequest> asked;
  std::function<void(const HttpRequest&)> before_answer = [](const HttpRequest& /*unused*/) {};

  World() {
    answers["https://example.org/.well-known/matrix/client"] =
        answered(200, R"({"m.homeserver":{"base_url":"https://matrix.example.org/"}})");
    answers[at("/versions")] = answered(200, R"({"versions":["v1.11"]})");
    answers[at("/v3/account/whoami")] = answered(200, R"({"user_id":"@facteur:example.org","device_id":"DEVICE"})");
    answers[at("/v3/login")] =
        answered(200, R"({"user_id":"@facteur:example.org","device_id":"DEVICE","access_token":"fresh"})");
  }

  static std::string at(const std::string& path) { return "https://matrix.example.org/_matrix/client" + path; }

  MatrixTransport transport() {
    return [this](const HttpRequest& request, const std::stop_token& /*never*/) {
      asked.push_back(request);
      before_answer(request);
      auto& first = once[request.url];
      if (!first.empty()) {
        HttpResult result = std::move(first.front());
        first.pop_front();
        return result;
      }
      const auto found = answers.find(request.url);
      return found == answers.end() ? answered(404, "") : found->second;
    };
  }

  MatrixClient client(MatrixAccess access) { return {std::move(access), transport()}; }

  // Of all requests to that path, the bodies.
  std::vector<std::string> bodies(const std::string& path) const {
    std::vector<std::string> bodies;
    for (const HttpRequest& each : asked) {
      if (each.url == at(path)) bodies.push_back(each.body);
    }
    return bodies;
  }
};

inline bool has_token(const HttpRequest& request, const std::string& token) {
  return std::find(request.headers.begin(), request.headers.end(), "Authorization: Bearer " + token) !=
         request.headers.end();
}

inline bool says(const Verdict& verdict, std::string_view words) {
  return verdict.reason.find(words) != std::string::npos;
}

}  // namespace facteur::test
