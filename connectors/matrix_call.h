// A call of the client-server API: what is stored of it, and the request that it becomes. The homeserver and the token
// come in only then.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <stop_token>
#include <string>
#include <string_view>

#include "connectors/http.h"
#include "connectors/secret.h"

namespace facteur {

// `path` begins after /_matrix/client; what is variable in it is percent-encoded by matrix_path().
struct MatrixCall {
  std::string method;
  std::string path;
  std::string body;  // JSON; empty with GET
  bool operator==(const MatrixCall&) const = default;
};

// "/v3/rooms/{}/receipt/m.read/{}" with each {} replaced by the next value, percent-encoded (RFC 3986, unreserved
// characters stay). REQUIRES: as many values as there are places.
std::string matrix_path(std::string_view pattern, std::initializer_list<std::string_view> values);

MatrixCall matrix_get(std::string path);
MatrixCall matrix_put(std::string path, const nlohmann::json& body);
MatrixCall matrix_post(std::string path, const nlohmann::json& body);

// As a parcel's payload.
std::string to_text(const MatrixCall& call);
MatrixCall matrix_call(std::string_view text);

// How a request gets its answer: HTTP, or a test's own homeserver.
using MatrixTransport = std::function<HttpResult(const HttpRequest&, const std::stop_token&)>;

// `homeserver` without a slash at its end. An empty token goes without.
HttpRequest matrix_request(const std::string& homeserver, const Secret& token, MatrixCall call);

}  // namespace facteur
