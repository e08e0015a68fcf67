#include "connectors/telegram_update.h"

#include "tests/unit/catch.h"

namespace facteur {
namespace {

const TelegramReader reader{9007199254740993, "facteur_bot", {77}};

TelegramBatch batch_of(const std::string& updates) {
  return read_updates(R"({"ok":true,"result":[)" + updates + "]}", reader);
}

// One update around what `update` holds beside its id.
std::vector<Event> events_of(const std::string& update) { return batch_of(R"({"update_id":5,)" + update + "}").events; }

const std::string direct = R"("message_id":3,"date":1700000000,"from":{"id":42,"is_bot":false,"language_code":"fr"},)"
                           R"("chat":{"id":42,"type":"private"})";
const std::string group = R"("message_id":3,"date":1700000000,"from":{"id":42,"is_bot":false},)"
                          R"("chat":{"id":-100,"type":"supergroup"})";

std::vector<Event> message(const std::string& frame, const std::string& rest) {
  return events_of(R"("message":{)" + frame + "," + rest + "}");
}

std::string entity(std::string_view type, int offset, int length) {
  return R"({"type":")" + std::string(type) + R"(","offset":)" + std::to_string(offset) + R"(,"length":)" +
         std::to_string(length) + "}";
}

struct Heard {
  std::string rest;  // of a message in a group
  Addressed addressed;
  std::string text;
};

}  // namespace

TEST_CASE("a message is an event, and nothing in it is rounded") {
  const auto batch =
      batch_of(R"({"update_id":9007199254740993,"message":{"message_id":9007199254740995,"date":1700000000,"text":"a",)"
               R"("from":{"id":9007199254740997,"is_bot":false,"language_code":"fr-CA"},)"
               R"("chat":{"id":9007199254740997,"type":"private"}}})");
  REQUIRE(batch.events.size() == 1);
  const Event& event = batch.events.front();
  CHECK(event.kind == EventKind::message);
  CHECK(event.id == "9007199254740993");
  CHECK(event.chat == "9007199254740997");
  CHECK(event.sender == "9007199254740997");
  CHECK(event.message == Message{"a", Place::direct, Addressed::no});
  CHECK(event.language == "fr-CA");
  CHECK(event.said == std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000)));
  CHECK_FALSE(event.from_agent);
  CHECK(telegram_context(event.context).message == 9007199254740995);
  CHECK(batch.last == 9007199254740993);
}

TEST_CASE("in a group, a mention, a reply or a command is meant for the bot") {
  for (const auto& [rest, addressed, text] : std::vector<Heard>{
           {R"("text":"a")", Addressed::no, "a"},
           {R"("text":"@facteur_bot a","entities":[)" + entity("mention", 0, 12) + "]", Addressed::yes, "a"},
           {R"("text":"@Facteur_Bot a","entities":[)" + entity("mention", 0, 12) + "]", Addressed::yes, "a"},
           {R"("text":"📬 é @facteur_bot a","entities":[)" + entity("mention", 5, 12) + "]", Addressed::yes, "📬 é  a"},
           {R"("text":"@facteur_bot","entities":[)" + entity("mention", 0, 12) + "]", Addressed::yes, ""},
           {R"("text":"@other_bot a","entities":[)" + entity("mention", 0, 10) + "]", Addressed::no, "@other_bot a"},
           {R"("text":"@facteur_bot a")", Addressed::no, "@facteur_bot a"},
           {R"("text":"x a","entities":[{"type":"text_mention","offset":0,"length":1,"user":{"id":9007199254740993}}])",
            Addressed::yes, "a"},
           {R"("text":"x a","entities":[{"type":"text_mention","offset":0,"length":1,"user":{"id":9007199254740992}}])",
            Addressed::no, "x a"},
           {R"("text":"/imap nplus.ca","entities":[)" + entity("bot_command", 0, 5) + "]", Addressed::yes,
            "/imap nplus.ca"},
           {R"("text":"/imap@facteur_bot nplus.ca","entities":[)" + entity("bot_command", 0, 17) + "]", Addressed::yes,
            "/imap nplus.ca"},
           {R"("text":"a","reply_to_message":{"message_id":2,"from":{"id":9007199254740993},"text":"b"})",
            Addressed::yes, "a"},
           {R"("text":"a","reply_to_message":{"message_id":2,"from":{"id":9},"text":"b"})", Addressed::no, "a"},
           {R"("text":"a","reply_to_message":{"message_id":2,"from":{"id":9007199254740993},"forum_topic_created":{}})",
            Addressed::no, "a"},
           {R"("caption":"@facteur_bot a","caption_entities":[)" + entity("mention", 0, 12) + "]", Addressed::yes, "a"},
           // offsets that lie
           {R"("text":"a","entities":[)" + entity("mention", 0, 12) + "]", Addressed::no, "a"},
           {R"("text":"a","entities":[)" + entity("mention", -1, 1) + "]", Addressed::no, "a"},
           {R"("text":"a","entities":[)" + entity("mention", 2000000000, 2000000000) + "]", Addressed::no, "a"},
           {R"("text":"a","entities":{"type":"mention"})", Addressed::no, "a"},
           {R"("text":"a","entities":[7,null,{"type":3}])", Addressed::no, "a"},
       }) {
    INFO(rest);
    const auto events = message(group, rest);
    REQUIRE(events.size() == 1);
    CHECK(events.front().message == Message{text, Place::group, addressed});
  }
}

TEST_CASE("what nobody asked starts nothing") {
  for (
      const std::string& update : std::vector<std::string>{
          R"("edited_message":{)" + direct + R"(,"text":"a"})",
          R"("channel_post":{"message_id":1,"chat":{"id":-1,"type":"channel"},"text":"a"})",
          R"("message":{"message_id":1,"chat":{"id":-1,"type":"channel"},"from":{"id":1,"is_bot":false},"text":"a"})",
          R"("message":{"message_id":1,"chat":{"id":-1,"type":"group"},"from":{"id":1,"is_bot":true},"text":"a"})",
          R"("message":{"message_id":1,"chat":{"id":-1,"type":"group"},"text":"a"})",
          R"("message":{)" + group + R"(,"text":"a","is_automatic_forward":true,"sender_chat":{"id":-5}})",
          R"("message":{)" + group + R"(,"text":"a","via_bot":{"id":9007199254740993,"is_bot":true}})",
          R"("message":{)" + group + R"(,"text":"/imap@other_bot","entities":[)" + entity("bot_command", 0, 15) + "]}",
          R"("message":{)" + group + R"(,"new_chat_members":[{"id":42,"is_bot":false}]})",
          R"("message":{)" + group + R"(,"pinned_message":{"message_id":1},)" +
              R"("reply_to_message":{"message_id":2,"from":{"id":9007199254740993}}})",
          R"("message":{)" + group + R"(,"photo":[]})",
          R"("message":{)" + direct + R"(,"pinned_message":{"message_id":1}})",
          R"("message":{)" + direct + R"(,"photo":[],"media_group_id":"1"})",
          R"("my_chat_member":{"chat":{"id":-1,"type":"group"},"new_chat_member":{"status":"member"}})",
          R"("my_chat_member":{"chat":{"id":4,"type":"private"},"new_chat_member":{"status":"member"}})",
          R"("callback_query":{"id":"1","from":{"id":42},"inline_message_id":"x","data":"nplus.ca"})",
          R"("callback_query":{"id":"1","from":{"id":42},"message":{"message_id":1,"date":0,"chat":{"id":42,"type":"private"}},"game_short_name":"x"})",
          R"("poll":{})",
          R"("a_kind_of_next_year":{})",
      }) {
    INFO(update);
    const auto batch = batch_of(R"({"update_id":5,)" + update + "}");
    CHECK(batch.events.empty());
    CHECK(batch.passed_over == 0);
    CHECK(batch.last == 5);
  }
}

TEST_CASE("in a direct chat, a picture or a voice is somebody who expects an answer") {
  CHECK(message(direct, R"("photo":[{}])").size() == 1);
  CHECK(message(direct, R"("voice":{})").size() == 1);
  CHECK(message(direct, R"("photo":[{}],"caption":"imap?")").front().message.text == "imap?");
}

TEST_CASE("a topic is kept, but for the general one and for mere threads of replies") {
  const auto thread_of = [](const std::string& rest) {
    return telegram_context(message(group, rest + R"(,"text":"a")").front().context).thread;
  };
  CHECK(thread_of(R"("message_thread_id":7,"is_topic_message":true)") == 7);
  CHECK(thread_of(R"("message_thread_id":1,"is_topic_message":true)") == std::nullopt);
  CHECK(thread_of(R"("message_thread_id":7)") == std::nullopt);
}

TEST_CASE("an agent is known by id, and sees what a customer said") {
  const auto events = events_of(
      R"("message":{"message_id":3,"from":{"id":77,"is_bot":false},"chat":{"id":-100,"type":"group"},"text":"/answer",)"
      R"("reply_to_message":{"message_id":2,"from":{"id":9},"text":"quel port ?"}})");
  REQUIRE(events.size() == 1);
  CHECK(events.front().from_agent);
  CHECK(events.front().answered == Message{"quel port ?", Place::group, Addressed::no});
  CHECK(telegram_context(events.front().context).answered == 2);
}

TEST_CASE("an anonymous admin speaks as the group, and is nobody's agent") {
  const auto events = message(R"("message_id":3,"from":{"id":77,"is_bot":true},"chat":{"id":-100,"type":"supergroup"})",
                              R"("sender_chat":{"id":-100},"text":"a")");
  REQUIRE(events.size() == 1);
  CHECK(events.front().sender == "-100");
  CHECK_FALSE(events.front().from_agent);
}

TEST_CASE("a tap is what the button says, whoever made the button") {
  const auto events =
      events_of(R"("callback_query":{"id":"99","from":{"id":42,"language_code":"en"},"data":"nplus.ca",)"
                R"("message":{"message_id":6,"date":0,"chat":{"id":-100,"type":"supergroup"}}})");
  REQUIRE(events.size() == 1);
  CHECK(events.front().kind == EventKind::tap);
  CHECK(events.front().chat == "-100");
  CHECK(events.front().message == Message{"nplus.ca", Place::group, Addressed::yes});
  CHECK(telegram_context(events.front().context).callback == "99");
  CHECK(events_of(R"("callback_query":{"id":"99","from":{"id":42},"data":")" + std::string(65, 'a') +
                  R"(","message":{"message_id":6,"chat":{"id":42,"type":"private"}}})")
            .empty());
}

TEST_CASE("a search, a move, and a chat that is gone") {
  const auto search = events_of(R"("inline_query":{"id":"8","from":{"id":77},"query":"nplus imap","offset":""})");
  REQUIRE(search.size() == 1);
  CHECK(search.front().kind == EventKind::search);
  CHECK(search.front().message.text == "nplus imap");
  CHECK(search.front().from_agent);

  const auto moved = message(group, R"("migrate_to_chat_id":-1009007199254740993)");
  REQUIRE(moved.size() == 1);
  CHECK(moved.front().kind == EventKind::moved);
  CHECK(moved.front().chat == "-100");
  CHECK(moved.front().moved_to == "-1009007199254740993");
  CHECK(message(group, R"("migrate_from_chat_id":-7)").front().chat == "-7");
  CHECK(message(group, R"("migrate_from_chat_id":-7)").front().moved_to == "-100");

  for (const std::string member :
       {R"({"status":"kicked"})", R"({"status":"left"})", R"({"status":"restricted","can_send_messages":false})"}) {
    const auto gone =
        events_of(R"("my_chat_member":{"chat":{"id":-3,"type":"group"},"new_chat_member":)" + member + "}");
    REQUIRE(gone.size() == 1);
    CHECK(gone.front().kind == EventKind::gone);
    CHECK(gone.front().chat == "-3");
  }
}

TEST_CASE("a malformed update is passed over, and the others are kept") {
  const std::string good = R"({"update_id":9,"message":{)" + direct + R"(,"text":"a"}})";
  for (const std::string& bad : std::vector<std::string>{
           "null",
           "7",
           "[]",
           "{}",
           "\"a\"",
           R"({"update_id":"4"})",
           R"({"update_id":4.5})",
           R"({"update_id":-4})",
           R"({"update_id":18446744073709551615})",
           R"({"update_id":99999999999999999999999})",
           R"({"update_id":4,"message":7})",
           R"({"update_id":4,"message":{}})",
           R"({"update_id":4,"message":null})",
           R"({"update_id":4,"message":{"message_id":1}})",
           R"({"update_id":4,"message":{"message_id":1,"chat":{"id":1.5,"type":"private"},"text":"a"}})",
           R"({"update_id":4,"message":{"message_id":"1","chat":{"id":1,"type":"private"},"text":"a"}})",
           R"({"update_id":4,"message":{"message_id":1,"chat":{"id":1,"type":"group"},"migrate_to_chat_id":"x"}})",
           R"({"update_id":4,"callback_query":{"from":{"id":1}}})",
           R"({"update_id":4,"callback_query":[]})",
           R"({"update_id":4,"inline_query":{"id":"1"}})",
           R"({"update_id":4,"my_chat_member":{"chat":{}}})",
       }) {
    INFO(bad);
    const auto batch = batch_of(bad + "," + good);
    CHECK(batch.readable);
    CHECK(batch.passed_over == 1);
    CHECK(batch.updates == 2);
    REQUIRE(batch.events.size() == 1);
    CHECK(batch.events.front().id == "9");
    CHECK(batch.last == 9);
  }
}

TEST_CASE("what is no batch is not taken for one") {
  for (const std::string& body : std::vector<std::string>{
           "", "null", "[]", "<html>", R"({"ok":true})", R"({"ok":false,"result":[]})", R"({"ok":"true","result":[]})",
           R"({"ok":true,"result":{}})", R"({"ok":true,"result":[)", R"({"ok":true,"result":["\ud800"]})",
           "{\"ok\":true,\"result\":[\"\xFF\"]}", std::string(1'000'000, '[')}) {
    INFO(body.substr(0, 80));
    CHECK_FALSE(read_updates(body, reader).readable);
  }
}

TEST_CASE("an update that nests without end is passed over, and costs the others nothing") {
  const auto batch = batch_of(std::string(100, '[') + std::string(100, ']') + R"(,{"update_id":9})");
  CHECK(batch.readable);
  CHECK(batch.passed_over == 1);
  CHECK(batch.last == 9);
}

TEST_CASE("ids that jump back are served, and the last one is the cursor's") {
  const auto batch = batch_of(R"({"update_id":900},{"update_id":7})");
  CHECK(batch.last == 7);
  CHECK(batch.updates == 2);
}

TEST_CASE("an update's id is found where the rest can't be read") {
  CHECK(find_update_id(R"({"ok":true,"result":[{"update_id" : 12,"message":{"text":"\ud800"}]})") == 12);
  CHECK(find_update_id(R"({"update_id":"a"})") == std::nullopt);
  CHECK(find_update_id(R"({"update_id":99999999999999999999})") == std::nullopt);
  CHECK(find_update_id(R"({"update_id")") == std::nullopt);
  CHECK(find_update_id("") == std::nullopt);
}

}  // namespace facteur
