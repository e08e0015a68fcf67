#include "connectors/matrix_call.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"

namespace facteur {
namespace {

using nlohmann::json;

void append_encoded(std::string& path, std::string_view value) {
  constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : value) {
    if (unreserved.find(c) != std::string_view::npos) {
      path += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    path += '%';
    path += digits[byte >> 4U];
    path += digits[byte & 0xFU];
  }
}

}  // namespace

std::string matrix_path(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string path;
  for (const std::string_view value : values) {
    const std::size_t place = pattern.find("{}");
    path += pattern.substr(0, place);
    append_encoded(path, value);
    pattern.remove_prefix(place + 2);
  }
  path += pattern;
  return path;
}

MatrixCall matrix_get(std::string path) { return {"GET", std::move(path), ""}; }
MatrixCall matrix_put(std::string path, const json& body) { return {"PUT", std::move(path), dump_json(body)}; }
MatrixCall matrix_post(std::string path, const json& body) { return {"POST", std::move(path), dump_json(body)}; }

std::string to_text(const MatrixCall& call) {
  return dump_json({{"method", call.method}, {"path", call.path}, {"body", call.body}});
}

MatrixCall matrix_call(std::string_view text) {
  const json fields = parse_json(text);
  return {text_field(fields, "method"), text_field(fields, "path"), text_field(fields, "body")};
}

HttpRequest matrix_request(const std::string& homeserver, const Secret& token, MatrixCall call) {
  HttpRequest request;
  request.method = std::move(call.method);
  request.url = homeserver + "/_matrix/client" + call.path;
  request.body = std::move(call.body);
  if (!request.body.empty()) request.headers.emplace_back("Content-Type: application/json");
  if (!token.empty()) request.headers.push_back("Authorization: Bearer " + token.reveal());
  return request;
}

}  // namespace facteur
