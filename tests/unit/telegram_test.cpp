#include "connectors/telegram.h"

#include <deque>
#include <nlohmann/json.hpp>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

using nlohmann::json;

// A Bot API server that plays what it is told to, and remembers what it was asked.
struct Script {
  struct Asked {
    std::string method;
    json body;
    HttpRequest request;
  };
  std::deque<HttpResult> answers;
  std::vector<Asked> asked;

  HttpResult operator()(const HttpRequest& request) {
    asked.push_back({request.url.substr(request.url.rfind('/') + 1), json::parse(request.body), request});
    if (answers.empty()) return {.exchange = Exchange::cancelled};
    HttpResult result = answers.front();
    answers.pop_front();
    return result;
  }
};

HttpResult with_status(int status, std::string body) {
  HttpResult result;
  result.exchange = Exchange::answered;
  result.status = status;
  result.body = std::move(body);
  return result;
}
HttpResult ok(const json& result) { return with_status(200, json{{"ok", true}, {"result", result}}.dump()); }
HttpResult refused(int code, const std::string& why) {
  return with_status(code, json{{"ok", false}, {"error_code", code}, {"description", why}}.dump());
}

const json myself{{"id", 5}, {"is_bot", true}, {"username", "facteur_bot"}, {"can_read_all_group_messages", true}};

json said(std::int64_t id, const std::string& text) {
  return {{"update_id", id},
          {"message",
           {{"message_id", 1},
            {"from", {{"id", 42}, {"is_bot", false}}},
            {"chat", {{"id", 42}, {"type", "private"}}},
            {"text", text}}}};
}

struct Bot {
  explicit Bot(TelegramSettings settings = {}) : connector(prepared(std::move(settings)), transport()) {}

  static TelegramSettings prepared(TelegramSettings settings) {
    settings.api = "http://localhost:1/";
    settings.token = Secret("123:secret");
    return settings;
  }
  TelegramConnector::Transport transport() {
    return [this](const HttpRequest& request, const std::stop_token& /*unused*/) { return script(request); };
  }
  Verdict start(std::deque<HttpResult> answers) {
    script.answers = std::move(answers);
    return connector.start({});
  }
  Polled poll(const std::string& cursor, HttpResult answer) {
    script.answers = {std::move(answer)};
    return connector.poll(cursor, {});
  }
  const json& last_body() const { return script.asked.back().body; }

  Script script;
  TelegramConnector connector;
};

}  // namespace

TEST_CASE("starting learns the bot's name and registers its commands") {
  Bot bot({.menu = {{"fr", {{"aide", "ce qu'il sait faire"}}}, {"en", {{"help", "what it can do"}}}}});
  CHECK(bot.connector.name().empty());
  const Verdict verdict = bot.start({ok(myself), ok({{"url", ""}}), ok(true), ok(true), ok(true)});
  CHECK(verdict == Verdict{});
  CHECK(bot.connector.name() == "@facteur_bot");
  CHECK(bot.connector.hints().size() == 1);  // it hears all, and inline mode is off
  REQUIRE(bot.script.asked.size() == 5);
  CHECK(bot.script.asked[0].request.url == "http://localhost:1/bot123:secret/getMe");
  CHECK(bot.script.asked[2].body ==
        json::parse(R"({"commands":[{"command":"aide","description":"ce qu'il sait faire"}]})"));
  CHECK(bot.script.asked[3].body["language_code"] == "fr");
  CHECK(bot.script.asked[4].body["commands"][0]["command"] == "help");
}

TEST_CASE("starting stops where a person is needed, and says what to do") {
  CHECK(Bot().start({refused(401, "Unauthorized")}).next == Next::stop);
  CHECK(Bot().start({refused(404, "Not Found")}).next == Next::stop);
  const Verdict webhook = Bot().start({ok(myself), ok({{"url", "https://example.org"}})});
  CHECK(webhook.next == Next::stop);
  CHECK(webhook.reason.find("deleteWebhook") != std::string::npos);
  CHECK(webhook.reason.find("example.org") == std::string::npos);
}

TEST_CASE("starting is tried again where waiting helps") {
  CHECK(Bot().start({{.exchange = Exchange::unsent}}).next == Next::retry);
  CHECK(Bot().start({with_status(502, "<html>")}).next == Next::retry);
  CHECK(Bot().start({with_status(404, "<html>")}).next == Next::retry);
  CHECK(Bot().start({ok({{"id", 5}})}).next == Next::retry);
  CHECK(Bot().start({ok(myself), with_status(502, "")}).next == Next::retry);
}

TEST_CASE("commands that can't be registered keep nobody from serving") {
  Bot bot({.menu = {{"en", {{"help", "x"}}}}});
  CHECK(bot.start({ok(myself), ok({{"url", ""}}), refused(400, "Bad Request: command is invalid")}).next == Next::done);
}

TEST_CASE("polling confirms by asking for what follows") {
  Bot bot;
  Polled polled = bot.poll("", ok(json::array({said(10, "a"), said(11, "b")})));
  CHECK(polled.events.size() == 2);
  CHECK(polled.cursor == "12");
  CHECK_FALSE(bot.last_body().contains("offset"));
  CHECK(bot.last_body()["limit"] == 100);
  CHECK(bot.last_body()["timeout"] == 50);
  CHECK(bot.last_body()["allowed_updates"] == json({"message", "callback_query", "inline_query", "my_chat_member"}));
  CHECK(bot.script.asked.back().request.deadline == std::chrono::seconds(65));

  polled = bot.poll("12", ok(json::array()));
  CHECK(bot.last_body()["offset"] == 12);
  CHECK(polled.cursor == "12");
  polled = bot.poll("12", ok(json::array({said(3, "ids start over")})));
  CHECK(polled.events.size() == 1);
  CHECK(polled.cursor == "4");
  CHECK(bot.poll("9007199254740993", ok(json::array({said(9007199254740993, "a")}))).cursor == "9007199254740994");
}

TEST_CASE("a poll that fails keeps its cursor") {
  Bot bot;
  for (const auto& [result, next] : std::vector<std::pair<HttpResult, Next>>{
           {refused(401, "Unauthorized"), Next::stop},
           {refused(409, "Conflict: terminated by other getUpdates request"), Next::retry_after},
           {refused(429, "Too Many Requests: retry after 5"), Next::retry_after},
           {refused(400, "Bad Request: odd"), Next::retry},
           {with_status(502, "<html>"), Next::retry},
           {with_status(200, "<html>"), Next::retry},
           {{.exchange = Exchange::uncertain}, Next::retry},
           {{.exchange = Exchange::unsent}, Next::retry},
           {{.exchange = Exchange::cancelled}, Next::done},
       }) {
    const Polled polled = bot.poll("12", result);
    INFO(result.body);
    CHECK(polled.verdict.next == next);
    CHECK(polled.cursor == "12");
    CHECK(polled.events.empty());
  }
}

TEST_CASE("a batch that can't be read is read one by one, past the one at fault") {
  const HttpResult poison = with_status(200, R"({"ok":true,"result":[{"update_id":14,"message":"\ud800"}]})");
  for (const HttpResult& batch : {poison, HttpResult{.exchange = Exchange::oversized}}) {
    Bot bot;
    Polled polled = bot.poll("12", batch);
    CHECK(polled.cursor == "12");
    CHECK(polled.verdict.is_a_bug);
    polled = bot.poll("12", ok(json::array({said(13, "a")})));
    CHECK(bot.last_body()["limit"] == 1);
    CHECK(polled.cursor == "14");
    for (int spoilt = 0; spoilt < 2; ++spoilt) {
      polled = bot.poll("14", poison);
      CHECK(polled.verdict.next == Next::retry);
      CHECK(polled.cursor == "14");
    }
    polled = bot.poll("14", poison);
    CHECK(polled.cursor == "15");
    CHECK(polled.events.empty());
    CHECK(polled.verdict.is_a_bug);
    CHECK(polled.verdict.next == Next::done);
    for (int update = 15; update < 120; ++update)
      bot.poll(std::to_string(update), ok(json::array({said(update, "a")})));
    CHECK(bot.last_body()["limit"] == 100);
  }
}

TEST_CASE("an update without an id is passed over as well") {
  Bot bot;
  CHECK(bot.poll("12", ok(json::array({json::object()}))).cursor == "12");
  for (const char* cursor : {"12", "12", "13"})
    CHECK(bot.poll("12", ok(json::array({json::object()}))).cursor == cursor);
}

TEST_CASE("an update that makes no sense is counted, and the cursor moves on") {
  Bot bot;
  const Polled polled = bot.poll("", ok({{{"update_id", 4}, {"message", 7}}, said(5, "a")}));
  CHECK(polled.events.size() == 1);
  CHECK(polled.cursor == "6");
  CHECK(polled.verdict.next == Next::done);
  CHECK(polled.verdict.is_a_bug);
}

TEST_CASE("a form that was refused once is not used again") {
  Bot bot({.ephemeral = true});
  Answer answer{.reply = Reply{.text = "a\n\nb"}};
  answer.reply->tables = {Table{{"h"}, {{"c"}}, 0, 1}};
  Event event = bot.poll("", ok(json::array({said(1, "a")}))).events.front();
  const auto parcels = bot.connector.compose(event, answer);
  REQUIRE(parcels.size() == 1);
  CHECK(bot.connector.request(parcels[0]).url.ends_with("/sendRichMessage"));
  const Verdict verdict = bot.connector.judge(parcels[0], refused(404, "Not Found: method not found"));
  CHECK(verdict.next == Next::retry);
  REQUIRE(verdict.instead);
  const auto later = bot.connector.compose(event, answer);
  CHECK(later[0].payload == *verdict.instead);
}

TEST_CASE("too many requests in one chat hold up that chat, in two chats everybody") {
  Bot bot;
  const HttpResult flood = refused(429, "Too Many Requests: retry after 9");
  const auto parcel = [](const char* chat) { return Parcel{.chat = chat, .payload = R"({"method":"sendMessage"})"}; };
  CHECK_FALSE(bot.connector.judge(parcel("1"), flood).whole_account);
  CHECK_FALSE(bot.connector.judge(parcel("1"), flood).whole_account);
  CHECK(bot.connector.judge(parcel("2"), flood).whole_account);
}

TEST_CASE("what waits for a group that became a supergroup goes there, and answers no message of another's") {
  const Bot bot;
  const Parcel parcel{.chat = "-1",
                      .key = "5/1",
                      .payload = R"({"method":"sendMessage","parameters":{"text":"a",)"
                                 R"("message_thread_id":7,"reply_parameters":{}}})"};
  const Parcel there = bot.connector.readdressed(parcel, "-1009");
  CHECK(there.chat == "-1009");
  CHECK(there.key == "5/1");
  CHECK(json::parse(there.payload) == json::parse(R"({"method":"sendMessage","parameters":{"text":"a"}})"));
}

TEST_CASE("groups have a smaller budget, and an answer to a query none") {
  const Bot bot;
  CHECK(bot.connector.account_budget()->per_second > 20);
  CHECK(bot.connector.chat_budget("-1")->per_second < bot.connector.chat_budget("1")->per_second);
  CHECK(bot.connector.chat_budget("inline 7") == std::nullopt);
}

}  // namespace facteur
