#include "connectors/telegram_verdict.h"

#include <nlohmann/json.hpp>

#include "connectors/telegram_payload.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

using nlohmann::json;

HttpResult answered(int status, std::string body) {
  HttpResult result;
  result.exchange = Exchange::answered;
  result.status = status;
  result.body = std::move(body);
  return result;
}

HttpResult error(int code, const std::string& description, const json& parameters = json::object()) {
  return answered(
      code, json{{"ok", false}, {"error_code", code}, {"description", description}, {"parameters", parameters}}.dump());
}

const std::string message = telegram_payload(send_message, {{"text", "<b>a</b>"},
                                                            {"parse_mode", "HTML"},
                                                            {"message_thread_id", 7},
                                                            {"reply_markup", json::object()},
                                                            {"reply_parameters", {{"message_id", 3}}}});
const TelegramSent sending{"sendMessage", message, Repetition::seen_twice};
const TelegramSent asking{"getUpdates", "", Repetition::harmless};

Verdict sent(const HttpResult& result) { return judge_telegram(sending, result).verdict; }
Verdict asked(const HttpResult& result) { return judge_telegram(asking, result).verdict; }

struct Example {
  int code;
  std::string description;
  Next next;
  bool gone = false;
  bool bug = false;
  bool told = true;  // a line for the operator
};

}  // namespace

TEST_CASE("what Telegram answers decides what is done next") {
  for (const auto& [code, description, next, gone, bug, told] : std::vector<Example>{
           {401, "Unauthorized", Next::stop},
           {401, "Unauthorized: invalid token specified", Next::stop},
           {404, "Not Found", Next::stop},
           {404, "Not Found: method not found", Next::skip},
           {409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook", Next::stop},
           {409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            Next::retry_after},
           {421, "Misdirected Request", Next::stop},
           {403, "Forbidden: bot was blocked by the user", Next::skip, true, false, false},
           {403, "Forbidden: user is deactivated", Next::skip, true, false, false},
           {403, "Forbidden: bot was kicked from the supergroup chat", Next::skip, true, false, false},
           {403, "Forbidden: bot is not a member of the channel chat", Next::skip, true, false, false},
           {403, "Forbidden: something new", Next::skip, true},
           {400, "Bad Request: chat not found", Next::skip, true, false, false},
           {400, "Bad Request: not enough rights to send text messages to the chat", Next::skip, true},
           {400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Next::skip, false,
            false, false},
           {400, "Bad Request: message is not modified", Next::done, false, false, false},
           {400, "Bad Request: message to delete not found", Next::done, false, false, false},
           {400, "Bad Request: message can't be deleted for everyone", Next::skip, false, false, false},
           {400, "Bad Request: message is too long", Next::skip, false, true},
           {400, "Bad Request: message text is empty", Next::skip, false, true},
           {400, "Bad Request: something new", Next::skip, false, true},
           {413, "Request Entity Too Large", Next::skip, false, true},
           {418, "I'm a teapot", Next::skip, false, true},
           {400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 7", Next::retry, false, true},
           {400, "Bad Request: message to be replied not found", Next::retry, false, false, false},
           {400, "Bad Request: message thread not found", Next::retry, false, false, false},
           {400, "Bad Request: BUTTON_DATA_INVALID", Next::retry, false, true},
           {500, "Internal Server Error: restart", Next::uncertain},
           {429, "Too Many Requests: retry after 3", Next::retry_after},
       }) {
    INFO(code << " " << description);
    const Verdict verdict = sent(error(code, description));
    CHECK(verdict.next == next);
    CHECK(verdict.chat_is_gone == gone);
    CHECK(verdict.is_a_bug == bug);
    CHECK(verdict.reason.empty() != told);
  }
}

TEST_CASE("what worked is done") {
  CHECK(sent(answered(200, R"({"ok":true,"result":{"message_id":1}})")) == Verdict{});
}

TEST_CASE("what may have worked is uncertain, unless repeating it does no harm") {
  for (const HttpResult& result :
       {answered(500, ""), answered(502, "<html>Bad Gateway</html>"), answered(504, "<html>"), answered(200, "<html>"),
        answered(200, ""), answered(200, R"({"ok":"yes"})"),
        HttpResult{.exchange = Exchange::uncertain, .error = "reset"}, HttpResult{.exchange = Exchange::oversized},
        HttpResult{.exchange = Exchange::cancelled}}) {
    INFO(result.status << result.body);
    CHECK(sent(result).next == Next::uncertain);
    CHECK(asked(result).next == Next::retry);
  }
}

TEST_CASE("what surely did not work is tried again") {
  CHECK(sent({.exchange = Exchange::unsent, .error = "could not resolve host"}).next == Next::retry);
  CHECK(sent(answered(404, "<html>not here</html>")).next == Next::retry);
  CHECK(sent(answered(403, "")).next == Next::retry);
}

TEST_CASE("Telegram says how long to wait, in the body or in a header; the longer one counts") {
  using std::chrono::milliseconds;
  CHECK(sent(error(429, "", {{"retry_after", 3}})).wait == milliseconds(5'500));
  CHECK(sent(error(429, "", {{"retry_after", 30}})).wait == milliseconds(30'500));
  HttpResult header = answered(429, "<html>");
  header.retry_after = milliseconds(7'000);
  CHECK(sent(header).wait == milliseconds(7'500));
  for (const json& odd : {json(-5), json("x"), json(1e99), json(std::int64_t{1} << 62)}) {
    CHECK(sent(error(429, "", {{"retry_after", odd}})).wait >= milliseconds(500));
    CHECK(sent(error(429, "", {{"retry_after", odd}})).wait <= milliseconds(86'400'500));
  }
}

TEST_CASE("a group that became a supergroup is written to there") {
  const Verdict verdict = sent(error(400, "Bad Request: group chat was upgraded to a supergroup chat",
                                     {{"migrate_to_chat_id", -1009007199254740993}}));
  CHECK(verdict.next == Next::retry);
  CHECK(verdict.moved_to == "-1009007199254740993");
}

TEST_CASE("refused markup goes out once as plain text") {
  const HttpResult refused = error(400, "Bad Request: can't parse entities: Unsupported start tag \"b\"");
  const Verdict verdict = sent(refused);
  REQUIRE(verdict.instead);
  CHECK(json::parse(*verdict.instead)["parameters"]["text"] == "a");
  const TelegramSent plain{"sendMessage", *verdict.instead, Repetition::seen_twice};
  CHECK(judge_telegram(plain, refused).verdict.next == Next::skip);
}

TEST_CASE("a form that the server does not know is not tried again") {
  const std::string rich = telegram_payload(telegram_payload(send_rich_message, json::object()), message);
  const TelegramSent sending_rich{"sendRichMessage", rich, Repetition::seen_twice};
  for (const auto& [result, form] : std::vector<std::pair<HttpResult, RefusedForm>>{
           {error(404, "Not Found: method not found"), RefusedForm::rich},
           {error(400, "Bad Request: rich messages are not supported"), RefusedForm::rich},
           {error(400, "Bad Request: EPHEMERAL_NOT_ALLOWED"), RefusedForm::ephemeral},
           {error(400, "Bad Request: a table is too wide"), RefusedForm::none},
           {error(400, "Bad Request: can't parse entities"), RefusedForm::none},
       }) {
    INFO(result.body);
    const TelegramJudgement judgement = judge_telegram(sending_rich, result);
    CHECK(judgement.verdict.next == Next::retry);
    CHECK(judgement.verdict.instead == message);
    CHECK(judgement.refused == form);
    CHECK(judgement.verdict.is_a_bug == (result.body.find("can't parse") != std::string::npos));
  }
  CHECK(judge_telegram(sending_rich, error(403, "Forbidden: bot was blocked by the user")).verdict.chat_is_gone);
}

TEST_CASE("no sentence holds a token or what a customer said") {
  for (const std::string description :
       {"Bad Request: can't parse entities: Unsupported start tag \"secret\" at byte offset 3",
        "Bad Request: strange 123456:AAsecret", "Bad Request: odd 'secret'", "Bad Request: odd <secret>",
        "Bad Request: a4secret"}) {
    INFO(description);
    CHECK(sent(error(400, description)).reason.find("secret") == std::string::npos);
  }
  CHECK(sent(error(400, "Bad Request: something new")).reason ==
        "Telegram refused sendMessage: Bad Request something new");
}

}  // namespace facteur
