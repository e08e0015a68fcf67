// What is stored of a request to Telegram: a method, its parameters without the chat (which may move) and without the
// token, and what to send instead where a server does not know this form.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "connectors/http.h"
#include "connectors/secret.h"

namespace facteur {

inline constexpr const char* send_message = "sendMessage";
inline constexpr const char* send_rich_message = "sendRichMessage";
inline constexpr const char* delete_message = "deleteMessage";
inline constexpr const char* answer_callback_query = "answerCallbackQuery";
inline constexpr const char* answer_inline_query = "answerInlineQuery";

std::string telegram_payload(std::string_view method, const nlohmann::json& parameters);
// `payload`, and `otherwise` where that is refused.
std::string telegram_payload(const std::string& payload, const std::string& otherwise);

// A payload that was refused, mended; nothing where it has not what is at fault.
enum class Remedy : std::uint8_t {
  none,
  plain_text,      // without markup, the words the same
  without_reply,   // the message that it replies to is gone
  without_thread,  // the topic is gone
  without_buttons,
  otherwise,  // the older form
};
std::optional<std::string> mended(const std::string& payload, Remedy remedy);

std::string method_of(const std::string& payload);

// Where the token goes into the URL, and nowhere else.
struct TelegramServer {
  std::string api;
  Secret token;
};
HttpRequest telegram_call(const TelegramServer& server, std::string_view method, std::string body);
// `chat` as its id; methods that answer a query go to none.
HttpRequest telegram_request(const TelegramServer& server, std::string_view chat, const std::string& payload);

}  // namespace facteur
