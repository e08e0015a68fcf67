#include "connectors/matrix_sync.h"

#include <fmt/format.h>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

const MatrixReader us{"@facteur:example.org", "Le Facteur"};

MatrixSync read(const std::string& events, const std::string& more = "") {
  return read_matrix_sync(
      fmt::format(R"({{"next_batch":"n","rooms":{{"join":{{"!r:a":{{"timeline":{{"events":[{}]{}}}}}}}}}}})", events,
                  more),
      us);
}

std::string message(const std::string& content, const std::string& sender = "@lea:example.org") {
  return fmt::format(R"({{"type":"m.room.message","event_id":"$a","sender":"{}","content":{}}})", sender, content);
}

MatrixEventKind kind_of(const std::string& event) {
  const MatrixSync sync = read(event);
  return sync.passed_over > 0 ? MatrixEventKind::malformed : sync.rooms.at(0).events.at(0).kind;
}

}  // namespace

TEST_CASE("of Matrix's events, only somebody else's text is a message") {
  using Kind = MatrixEventKind;
  const std::string hello = R"({"msgtype":"m.text","body":"hello"})";
  CHECK(kind_of(message(hello)) == Kind::message);
  for (const auto& [event, kind] : std::vector<std::pair<std::string, Kind>>{
           {message(hello, us.user), Kind::other},
           {message(R"({"msgtype":"m.notice","body":"a"})"), Kind::other},
           {message(R"({"msgtype":"m.emote","body":"a"})"), Kind::other},
           {message(R"({"msgtype":"m.text","body":5})"), Kind::other},
           {message("{}"), Kind::other},
           {message("[]"), Kind::other},
           {message(R"({"msgtype":"m.text","body":"a","m.relates_to":{"rel_type":"m.replace"}})"), Kind::other},
           {R"({"type":"m.room.encrypted","event_id":"$a","sender":"@b:c","content":{}})", Kind::other},
           {R"({"type":"m.room.redaction","event_id":"$a","sender":"@b:c","redacts":"$d"})", Kind::redaction},
           {R"({"type":"m.room.redaction","event_id":"$a","sender":"@b:c","content":{"redacts":"$d"}})",
            Kind::redaction},
           {R"({"type":"m.room.member","event_id":"$a","sender":"@b:c","state_key":"@facteur:example.org",
                "content":{"membership":"join"}})",
            Kind::own_join},
           {R"({"type":"m.room.member","event_id":"$a","sender":"@b:c","state_key":"@facteur:example.org",
                "content":{"membership":"join"},"unsigned":{"prev_content":{"membership":"join"}}})",
            Kind::other},
           {R"({"type":"m.room.message","sender":"@b:c","content":{}})", Kind::malformed},
           {R"({"type":"m.room.message","event_id":"a","sender":"@b:c"})", Kind::malformed},
           {"5", Kind::malformed},
           {"null", Kind::malformed},
       }) {
    CAPTURE(event);
    CHECK(kind_of(event) == kind);
  }
}

TEST_CASE("a malformed event is passed over, and the others are kept") {
  const MatrixSync sync = read("5," + message(R"({"msgtype":"m.text","body":"hello"})") + ",{}");
  CHECK(sync.readable);
  CHECK(sync.passed_over == 2);
  CHECK(sync.rooms.at(0).events.size() == 1);
}

TEST_CASE("what isn't a sync is not readable") {
  for (const char* body : {"", "{", "[]", "{}", R"({"next_batch":5})", "<html>"}) {
    CAPTURE(body);
    CHECK_FALSE(read_matrix_sync(body, us).readable);
  }
}

TEST_CASE("a limited timeline has a gap before it") {
  CHECK(read("", R"(,"limited":true,"prev_batch":"p")").rooms.at(0).gap == "p");
  CHECK(read("", R"(,"limited":false,"prev_batch":"p")").rooms.at(0).gap.empty());
}

TEST_CASE("a tombstone names the room that people go on in") {
  const auto successor = [](const std::string& content) {
    return read(R"({"type":"m.room.tombstone","event_id":"$a","sender":"@lea:a","state_key":"","content":)" + content +
                "}")
        .rooms.at(0)
        .change.successor;
  };
  const auto found = successor(R"({"body":"This room has been replaced","replacement_room":"!new:a"})");
  REQUIRE(found);
  CHECK(found->room == "!new:a");
  CHECK(found->by == "@lea:a");
  CHECK_FALSE(successor(R"({"replacement_room":"#new:a"})"));
  CHECK_FALSE(successor(R"({"replacement_room":5})"));
  CHECK_FALSE(successor("{}"));
}

TEST_CASE("our name at the start, a mark or a mention calls us") {
  struct Example {
    std::string body;
    std::string text;
    bool calls_us;
  };
  for (const Example& each : std::vector<Example>{
           {"hello", "hello", false},
           {"Facteur: hello", "hello", true},
           {"@facteur hello", "hello", true},
           {"!facteur hello", "hello", true},
           {"le facteur, hello", "hello", true},
           {"@facteur:example.org: hello", "hello", true},
           {"facteurs, hello", "facteurs, hello", false},
           {"hello facteur", "hello facteur", false},
           {"!settings nplus.ca", "/settings nplus.ca", true},
           {"!réponds", "/réponds", true},
           {"!facteur !forget", "/forget", true},
           {"/forget", "/forget", true},
           {"!!!", "!!!", false},
           {"! a", "! a", false},
           {"", "", false},
       }) {
    CAPTURE(each.body);
    CHECK(read_matrix_said(each.body, us) == MatrixSaid{each.text, each.calls_us});
  }
  const auto mentioned =
      read(message(R"({"msgtype":"m.text","body":"hi","m.mentions":{"user_ids":["@facteur:example.org"]}})"));
  CHECK(mentioned.rooms.at(0).events.at(0).event.message.addressed == Addressed::yes);
}

TEST_CASE("a reply loses the quotation that older clients write") {
  CHECK(without_reply_fallback("> <@a:b> c\n> d\n\ne") == "e");
  CHECK(without_reply_fallback("> quoted by hand\n\ne") == "> quoted by hand\n\ne");
  CHECK(without_reply_fallback("> <@a:b> c").empty());
}

}  // namespace facteur
