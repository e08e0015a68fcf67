#include "connectors/telegram_payload.h"

#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "connectors/json_fields.h"
#include "connectors/telegram_html.h"

namespace facteur {
namespace {

using nlohmann::json;

bool goes_to_chat(std::string_view method) {
  return method == send_message || method == send_rich_message || method == delete_message;
}

bool drop(json& payload, const char* parameter) {
  json& parameters = payload["parameters"];
  return parameters.is_object() && parameters.erase(parameter) > 0;
}

bool make_plain(json& payload) {
  if (!drop(payload, "parse_mode")) return false;
  json& text = payload["parameters"]["text"];
  if (!text.is_string()) return false;
  text = plain_of_telegram(text.get_ref<const std::string&>());
  return true;
}

bool mend(json& payload, Remedy remedy) {
  switch (remedy) {
    case Remedy::none:
      return false;
    case Remedy::plain_text:
      return make_plain(payload);
    case Remedy::without_reply:
      return drop(payload, "reply_parameters");
    case Remedy::without_thread:
      return drop(payload, "message_thread_id");
    case Remedy::without_buttons:
      return drop(payload, "reply_markup");
    case Remedy::otherwise: {
      json other = field(payload, "otherwise");
      if (!other.is_object()) return false;
      payload = std::move(other);
      return true;
    }
  }
  return false;
}

}  // namespace

std::string telegram_payload(std::string_view method, const json& parameters) {
  json payload{{"method", method}, {"parameters", parameters}};
  return dump_json(payload);
}

std::string telegram_payload(const std::string& payload, const std::string& otherwise) {
  json whole = parse_json(payload);
  whole["otherwise"] = parse_json(otherwise);
  return dump_json(whole);
}

std::optional<std::string> mended(const std::string& payload, Remedy remedy) {
  json whole = parse_json(payload);
  if (!whole.is_object() || !mend(whole, remedy)) return std::nullopt;
  return dump_json(whole);
}

std::string method_of(const std::string& payload) { return text_field(parse_json(payload), "method"); }

HttpRequest telegram_call(const TelegramServer& server, std::string_view method, std::string body) {
  HttpRequest request;
  request.url.append(server.api).append("/bot").append(server.token.reveal()).append("/").append(method);
  request.headers = {"Content-Type: application/json"};
  request.body = std::move(body);
  return request;
}

HttpRequest telegram_request(const TelegramServer& server, std::string_view chat, const std::string& payload) {
  json whole = parse_json(payload);
  const std::string method = text_field(whole, "method");
  json parameters = field(whole, "parameters");
  if (goes_to_chat(method)) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(chat.data(), chat.data() + chat.size(), id);
    parameters["chat_id"] = error == std::errc() ? json(id) : json(chat);
  }
  return telegram_call(server, method, dump_json(parameters));
}

}  // namespace facteur
