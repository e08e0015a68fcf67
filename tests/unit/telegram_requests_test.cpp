#include "connectors/telegram_requests.h"

#include <nlohmann/json.hpp>

#include "connectors/telegram_payload.h"
#include "connectors/telegram_update.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

using nlohmann::json;

Event direct_message() {
  Event event;
  event.id = "12";
  event.chat = "42";
  event.sender = "42";
  event.context = to_text({.message = 3, .user = 42});
  return event;
}

Event group_message() {
  Event event = direct_message();
  event.chat = "-100";
  event.message.place = Place::group;
  event.context = to_text({.message = 3, .answered = 2, .thread = 7, .user = 42});
  return event;
}

Answer saying(std::string text) { return {.reply = Reply{.text = std::move(text)}}; }

json only(const std::vector<Parcel>& parcels) {
  REQUIRE(parcels.size() == 1);
  return json::parse(parcels.front().payload);
}

const std::string table_text = "**a**\n\n- b\n- c\n\nd";
Answer with_table() {
  Answer answer = saying(table_text);
  answer.reply->tables = {Table{{"<h>", "i"}, {{"1", "2"}, {"3", "&"}}, 7, 14}};
  return answer;
}

}  // namespace

TEST_CASE("an answer is a message in Telegram's HTML, without previews") {
  const json payload = only(compose_telegram(direct_message(), saying("**a** < b"), {}));
  CHECK(payload["method"] == "sendMessage");
  CHECK(payload["parameters"] ==
        json({{"text", "<b>a</b> &lt; b"}, {"parse_mode", "HTML"}, {"link_preview_options", {{"is_disabled", true}}}}));
}

TEST_CASE("in a group it says what it answers, in its topic") {
  json parameters = only(compose_telegram(group_message(), saying("a"), {}))["parameters"];
  CHECK(parameters["reply_parameters"] == json({{"message_id", 3}, {"allow_sending_without_reply", true}}));
  CHECK(parameters["message_thread_id"] == 7);

  Answer for_agent = saying("a");
  for_agent.to_answered = true;
  parameters = only(compose_telegram(group_message(), for_agent, {.ephemeral = true}))["parameters"];
  CHECK(parameters["reply_parameters"]["message_id"] == 2);
  CHECK_FALSE(parameters.contains("ephemeral_message_parameters"));
}

TEST_CASE("a long answer is several messages, in order, the buttons below the last") {
  std::string text;
  for (int paragraph = 0; paragraph < 300; ++paragraph) text += "Un paragraphe de trente lettres.\n\n";
  Answer answer = saying(text);
  answer.reply->choices = {"POP"};
  const auto parcels = compose_telegram(group_message(), answer, {});
  REQUIRE(parcels.size() == 3);
  for (std::size_t index = 0; index < parcels.size(); ++index) {
    const json parameters = json::parse(parcels[index].payload)["parameters"];
    CHECK(parcels[index].key == "12/" + std::to_string(index + 1));
    CHECK(parcels[index].chat == "-100");
    CHECK(parcels[index].event == "12");
    CHECK_FALSE(parcels[index].repeatable);
    CHECK(parameters.contains("reply_markup") == (index == 2));
    CHECK(parameters.contains("reply_parameters") == (index == 0));
    CHECK(parameters["message_thread_id"] == 7);
  }
}

TEST_CASE("nothing to see is nothing to send") {
  CHECK(compose_telegram(direct_message(), saying(" \n\n"), {}).empty());
  CHECK(compose_telegram(direct_message(), {}, {}).empty());
  Event gone = direct_message();
  gone.kind = EventKind::gone;
  CHECK(compose_telegram(gone, saying("a"), {}).empty());
}

TEST_CASE("names to type elsewhere are copied with a tap, choices are tapped") {
  Answer answer = saying("a");
  answer.reply->copies = {"imap.nplus.ca", "smtp.nplus.ca", "imap.nplus.ca", "", " ", std::string(257, 'a')};
  answer.reply->choices = {"IMAP", "POP", "henrietmoi.ca et autres", "POP", std::string(65, 'a')};
  const json markup = only(compose_telegram(direct_message(), answer, {}))["parameters"]["reply_markup"];
  const auto copying = [](const std::string& text) {
    return json{{"text", "📋 " + text}, {"copy_text", {{"text", text}}}};
  };
  const auto choosing = [](const std::string& text) { return json{{"text", text}, {"callback_data", text}}; };
  CHECK(markup["inline_keyboard"] == json::array({json::array({copying("imap.nplus.ca"), copying("smtp.nplus.ca")}),
                                                  json::array({choosing("IMAP"), choosing("POP")}),
                                                  json::array({choosing("henrietmoi.ca et autres")})}));
}

TEST_CASE("a tap is answered, before anything else and whatever its chat waits for") {
  Event tap = direct_message();
  tap.kind = EventKind::tap;
  tap.context = to_text({.message = 3, .user = 42, .callback = "99"});
  const auto parcels = compose_telegram(tap, saying("a"), {});
  REQUIRE(parcels.size() == 2);
  CHECK(json::parse(parcels[0].payload) ==
        json({{"method", "answerCallbackQuery"}, {"parameters", {{"callback_query_id", "99"}}}}));
  CHECK(parcels[0].repeatable);
  CHECK(parcels[0].lasts == std::chrono::seconds(120));
  CHECK(parcels[0].chat != tap.chat);
  CHECK(compose_telegram(tap, {}, {}).size() == 1);
}

TEST_CASE("a password is taken away from a direct chat, not from a group") {
  Answer answer = saying("a");
  answer.erase_question = true;
  const auto parcels = compose_telegram(direct_message(), answer, {});
  REQUIRE(parcels.size() == 2);
  CHECK(json::parse(parcels[0].payload) == json({{"method", "deleteMessage"}, {"parameters", {{"message_id", 3}}}}));
  CHECK(parcels[0].repeatable);
  CHECK(compose_telegram(group_message(), answer, {}).size() == 1);
}

TEST_CASE("a search is answered for each one in turn, with whole messages") {
  Event search;
  search.id = "12";
  search.kind = EventKind::search;
  search.chat = "inline 77";
  search.context = to_text({.user = 77, .inline_query = "8"});
  Reply card{.text = "**a**"};
  card.copies = {"imap.nplus.ca"};
  card.choices = {"POP"};
  const auto parcels = compose_telegram(search, {.suggestions = {{"titre", "détail", card}, {"", "", card}}}, {});
  const json parameters = only(parcels)["parameters"];
  CHECK(parcels[0].lasts == std::chrono::seconds(25));
  CHECK(parameters["inline_query_id"] == "8");
  CHECK(parameters["is_personal"] == true);
  REQUIRE(parameters["results"].size() == 1);
  const json& result = parameters["results"][0];
  CHECK(result["type"] == "article");
  CHECK(result["title"] == "titre");
  CHECK(result["input_message_content"]["message_text"] == "<b>a</b>");
  CHECK(result["reply_markup"]["inline_keyboard"].size() == 1);  // a tap on a choice could not be answered there

  std::vector<Suggestion> many(60, {"t", "d", card});
  CHECK(only(compose_telegram(search, {.suggestions = many}, {}))["parameters"]["results"].size() == 50);
  CHECK(only(compose_telegram(search, {}, {}))["parameters"]["cache_time"] == 10);
}

TEST_CASE("settings go out as a real table, and as they were before where that is refused") {
  const json rich = only(compose_telegram(direct_message(), with_table(), {.rich = true}));
  CHECK(rich["method"] == "sendRichMessage");
  CHECK(rich["parameters"]["rich_message"]["html"] ==
        "<p><b>a</b></p><table><tr><th>&lt;h&gt;</th><th>i</th></tr><tr><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>&amp;</td></tr></table><p>d</p>");
  const json plain = only(compose_telegram(direct_message(), with_table(), {}));
  CHECK(rich["otherwise"] == plain);
  CHECK(mended(rich.dump(), Remedy::otherwise) == plain.dump());
}

TEST_CASE("in a rich message, each of several tables stands in its place") {
  Answer answer = saying("a\n\n- b\n\nc\n\n- d");
  const Table first{{}, {{"1"}}, 3, 6};
  const Table second{{}, {{"2"}}, 11, 14};
  answer.reply->tables = {first, second};
  const json rich = only(compose_telegram(direct_message(), answer, {.rich = true}));
  CHECK(rich["parameters"]["rich_message"]["html"] ==
        "<p>a</p><table><tr><td>1</td></tr></table><p>c</p><table><tr><td>2</td></tr></table>");
}

TEST_CASE("in a group, where the settings say so, only whoever asked sees the answer") {
  const json payload = only(compose_telegram(group_message(), saying("a"), {.ephemeral = true}));
  CHECK(payload["parameters"]["ephemeral_message_parameters"] == json({{"receiver_user_id", 42}}));
  CHECK(payload["otherwise"] == only(compose_telegram(group_message(), saying("a"), {})));
  CHECK_FALSE(only(compose_telegram(direct_message(), saying("a"), {.ephemeral = true})).contains("otherwise"));
  const json both = only(compose_telegram(group_message(), with_table(), {.rich = true, .ephemeral = true}));
  CHECK(both["otherwise"]["otherwise"]["method"] == "sendMessage");
}

TEST_CASE("the chat and the token join a request at the last moment") {
  const TelegramServer server{"http://localhost:1", Secret("123:abc")};
  const auto parcels = compose_telegram(group_message(), saying("a"), {});
  CHECK(parcels[0].payload.find("-100") == std::string::npos);
  const HttpRequest request = telegram_request(server, "-1009007199254740993", parcels[0].payload);
  CHECK(request.url == "http://localhost:1/bot123:abc/sendMessage");
  CHECK(json::parse(request.body)["chat_id"] == -1009007199254740993);
  CHECK(json::parse(request.body)["text"] == "a");
  const HttpRequest answer =
      telegram_request(server, "inline 7", telegram_payload(answer_inline_query, json::object()));
  CHECK(answer.body == "{}");
}

TEST_CASE("a refused message is mended where it can be") {
  const std::string payload = only(compose_telegram(group_message(), saying("[a](https://e.org)"), {})).dump();
  const json plain = json::parse(mended(payload, Remedy::plain_text).value())["parameters"];
  CHECK(plain["text"] == "a (https://e.org)");
  CHECK_FALSE(plain.contains("parse_mode"));
  CHECK_FALSE(json::parse(mended(payload, Remedy::without_reply).value())["parameters"].contains("reply_parameters"));
  CHECK_FALSE(json::parse(mended(payload, Remedy::without_thread).value())["parameters"].contains("message_thread_id"));
  CHECK(mended(payload, Remedy::without_buttons) == std::nullopt);
  CHECK(mended(payload, Remedy::otherwise) == std::nullopt);
  CHECK(mended(payload, Remedy::none) == std::nullopt);
  CHECK(mended("", Remedy::plain_text) == std::nullopt);
  CHECK(mended("[]", Remedy::plain_text) == std::nullopt);
}

}  // namespace facteur
