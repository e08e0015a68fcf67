#include "connectors/matrix_requests.h"

#include <nlohmann/json.hpp>

#include "connectors/matrix_event.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

using nlohmann::json;

Event question(Place place, const MatrixContext& context = {}) {
  Event event;
  event.id = "$q";
  event.chat = "!r:a";
  event.sender = "@lea:a";
  event.message.place = place;
  event.context = to_text(context);
  return event;
}

Answer answer(const std::string& text = "b") {
  Answer answer;
  answer.reply = Reply{.text = text};
  return answer;
}

const MatrixForms without_receipts{.msgtype = "m.notice", .receipts = false};

// The messages' contents.
std::vector<json> contents(const Event& event, const Answer& answer) {
  std::vector<json> contents;
  for (const Parcel& each : compose_matrix(event, answer, without_receipts))
    contents.push_back(json::parse(matrix_call(each.payload).body));
  return contents;
}

std::string long_text() {
  std::string text;
  for (int part = 0; part < 4000; ++part) text += "Some words in a paragraph.\n\n";
  return text;
}

}  // namespace

TEST_CASE("an answer says whom it is for and where it belongs, as its room needs") {
  struct Case {
    std::string what;
    Event event;
    bool to_answered;
    json mentions;
    json relation;
  };
  const MatrixContext reply{.thread = {}, .answered = "$c", .answered_sender = "@max:a"};
  const MatrixContext thread{.thread = "$t"};
  const auto to = [](const char* event) { return json{{"m.in_reply_to", {{"event_id", event}}}}; };
  const auto in_thread = [&](bool falls_back) {
    json relation = to("$q");
    relation.update(json{{"rel_type", "m.thread"}, {"event_id", "$t"}, {"is_falling_back", falls_back}});
    return relation;
  };
  const json nobody = json::object();
  const json lea{{"user_ids", {"@lea:a"}}};
  const json max{{"user_ids", {"@max:a"}}};
  for (const Case& each : std::vector<Case>{
           {"alone with it", question(Place::direct), false, nobody, nullptr},
           {"in a group", question(Place::group), false, lea, to("$q")},
           {"alone, in a thread", question(Place::direct, thread), false, nobody, in_thread(true)},
           {"in a group's thread", question(Place::group, thread), false, lea, in_thread(false)},
           {"an agent had it answer", question(Place::group, reply), true, max, to("$c")},
           {"an agent, alone", question(Place::direct, reply), true, nobody, to("$c")},
           {"a reply to somebody", question(Place::group, reply), false, lea, to("$q")},
       }) {
    CAPTURE(each.what);
    Answer to_give = answer();
    to_give.to_answered = each.to_answered;
    const auto sent = contents(each.event, to_give);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].at("m.mentions") == each.mentions);
    CHECK(sent[0].value("m.relates_to", json(nullptr)) == each.relation);
    CHECK(sent[0].at("msgtype") == "m.notice");
    CHECK(sent[0].at("body") == "b");
    CHECK(sent[0].at("format") == "org.matrix.custom.html");
  }
}

TEST_CASE("of a long answer, only the first part calls the person and quotes the question") {
  const auto sent = contents(question(Place::group), answer(long_text()));
  REQUIRE(sent.size() > 1);
  CHECK(sent.front().contains("m.relates_to"));
  CHECK(sent.front().at("m.mentions").contains("user_ids"));
  CHECK_FALSE(sent.back().contains("m.relates_to"));
  CHECK(sent.back().at("m.mentions") == json::object());
  const auto in_thread = contents(question(Place::group, {.thread = "$t"}), answer(long_text()));
  CHECK(in_thread.back().at("m.relates_to").at("is_falling_back") == true);
}

TEST_CASE("an event composed twice gives the same transactions, each part its own") {
  const Event event = question(Place::group);
  const auto parcels = compose_matrix(event, answer(long_text()), {});
  CHECK(parcels == compose_matrix(event, answer(long_text()), {}));
  CHECK(matrix_call(parcels[0].payload).path == "/v3/rooms/%21r%3Aa/send/m.room.message/%24q.1");
  CHECK(matrix_call(parcels[1].payload).path == "/v3/rooms/%21r%3Aa/send/m.room.message/%24q.2");
  CHECK(parcels[0].key == "$q/1");
  CHECK(parcels[1].key == "$q/2");
  for (const Parcel& each : parcels) CHECK(each.repeatable);
}

TEST_CASE("what was answered is marked as read in a lane of its own, where the latest stands for all") {
  const auto parcels = compose_matrix(question(Place::direct), answer(), {});
  REQUIRE(parcels.size() == 2);
  CHECK(parcels[0].chat == "!r:a");
  CHECK_FALSE(parcels[0].supersedes);
  CHECK(parcels[1].chat == "receipts !r:a");
  CHECK(parcels[1].supersedes);
  CHECK(matrix_call(parcels[1].payload).path == "/v3/rooms/%21r%3Aa/receipt/m.read/%24q");
  CHECK(compose_matrix(question(Place::direct), answer(), without_receipts).size() == 1);
  CHECK(compose_matrix(question(Place::direct), Answer{}, {}).empty());
}

TEST_CASE("a password is taken away before the warning, where we are alone with its sender and may") {
  struct Case {
    Place place;
    bool may_redact;
    std::size_t parcels;
  };
  for (const Case& each :
       std::vector<Case>{{Place::direct, true, 2}, {Place::direct, false, 1}, {Place::group, true, 1}}) {
    MatrixContext context;
    context.may_redact = each.may_redact;
    Answer warning = answer();
    warning.erase_question = true;
    const auto parcels = compose_matrix(question(each.place, context), warning, without_receipts);
    REQUIRE(parcels.size() == each.parcels);
    const MatrixCall first = matrix_call(parcels.front().payload);
    CHECK(aim_of(first) == (each.parcels == 2 ? MatrixAim::redaction : MatrixAim::message));
  }
}

TEST_CASE("only a message is answered") {
  for (const EventKind kind :
       {EventKind::tap, EventKind::search, EventKind::moved, EventKind::gone, EventKind::withdrawn}) {
    Event event = question(Place::direct);
    event.kind = kind;
    CHECK(compose_matrix(event, answer(), {}).empty());
  }
}

TEST_CASE("what is said of our own accord has one transaction for its cause") {
  const MatrixCall call = matrix_explanation("!r:a", "$cause", Reply{.text = "**a**"}, {.msgtype = "m.text"});
  CHECK(call.path == "/v3/rooms/%21r%3Aa/send/m.room.message/%24cause.e");
  const json content = json::parse(call.body);
  CHECK(content.at("msgtype") == "m.text");
  CHECK(content.at("body") == "a");
  CHECK(content.at("formatted_body") == "<p><strong>a</strong></p>");
  CHECK(content.at("m.mentions") == json::object());
}

TEST_CASE("a call's path says what it does") {
  CHECK(aim_of(matrix_get("/v3/rooms/r/send/m.room.message/t")) == MatrixAim::message);
  CHECK(aim_of(matrix_get("/v3/rooms/r/redact/e/t")) == MatrixAim::redaction);
  CHECK(aim_of(matrix_get("/v3/rooms/r/receipt/m.read/e")) == MatrixAim::receipt);
  CHECK(aim_of(matrix_get("/v3/rooms/r/leave")) == MatrixAim::other);
}

TEST_CASE("a message loses its markup and nothing else, and only where it has some") {
  const json plain{{"msgtype", "m.notice"}, {"body", "a"}};
  json marked = plain;
  marked.update(json{{"format", "org.matrix.custom.html"}, {"formatted_body", "<p>a</p>"}});
  const auto stripped = without_html(matrix_put("/p", marked));
  REQUIRE(stripped);
  CHECK(*stripped == matrix_put("/p", plain));
  CHECK_FALSE(without_html(matrix_put("/p", plain)));
  CHECK_FALSE(without_html(MatrixCall{"PUT", "/p", "[]"}));
  CHECK_FALSE(without_html(MatrixCall{"PUT", "/p", "{"}));
}

}  // namespace facteur
