#include "bot/poller.h"

#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"
#include "tests/unit/scripted_platform.h"
#include "tests/unit/temporary_folder.h"

using namespace facteur;
using namespace std::chrono_literals;
using facteur::test::FakeClock;
using facteur::test::ScriptedConnector;
using facteur::test::TemporaryFolder;

namespace {

// An account that composes like the scripted one, but whose composing a poison event breaks.
class Poisonable : public ScriptedConnector {
 public:
  std::vector<Parcel> compose(const Event& event, const Answer& answer) const override {
    if (event.message.text.find("poison") != std::string::npos) throw std::runtime_error("marie@nplus.ca");
    return ScriptedConnector::compose(event, answer);
  }
};

struct Line {
  TemporaryFolder folder;
  FakeClock time;
  Store store{{folder.path() / "facteur.db", {}}};
  AccountId account = store.account("a");
  Poisonable connector;
  CurrentKnowledge knowledge{{std::shared_ptr<const Knowledge>(), &facteur::test::base_knowledge()}};
  int taken_in = 0;
  Poller poller{{account, "a", Groups::sure, &connector, [this] { ++taken_in; }, [](const std::string&) {}},
                store,
                knowledge,
                time.clock()};

  std::chrono::milliseconds step() { return poller.step({}); }
  std::vector<std::string> waiting() {
    std::vector<Waiting> found;
    REQUIRE_FALSE(store.waiting(account, 0, 1000, found));
    std::vector<std::string> payloads;
    for (const Waiting& each : found) payloads.push_back(each.parcel.payload);
    return payloads;
  }
};

Event said(const std::string& id, std::string text, const std::string& chat = "c") {
  return {.id = id, .chat = chat, .sender = "s", .message = {std::move(text)}};
}

}  // namespace

TEST_CASE("what was polled is stored before the next poll confirms it") {
  Line line;
  line.connector.polls = {{{}, {said("1", "c'est quoi IMAP ?")}, "2"}, {{}, {said("2", "merci")}, "3"}};
  CHECK(line.step() == 0ms);
  CHECK(line.waiting().size() == 1);
  CHECK(line.store.cursor(line.account) == "2");
  line.step();
  CHECK(line.connector.cursors == std::vector<std::string>{"", "2"});
  CHECK(line.waiting().size() == 2);
  CHECK(line.taken_in == 2);
}

TEST_CASE("a conversation goes on from message to message, within a batch and between batches") {
  Line line;
  line.connector.polls = {{{}, {said("1", "réglages de nplus.ca"), said("2", "et pour le port sortant ?")}, "3"},
                          {{}, {said("3", "quel est le serveur entrant ?")}, "4"}};
  line.step();
  line.step();
  const auto answers = line.waiting();
  REQUIRE(answers.size() == 3);
  CHECK(answers[1].find("465") != std::string::npos);
  CHECK(answers[2].find("mail.nplus.ca") != std::string::npos);
}

// The service's clock lies years off the computer's, by which the platform tells when something was said.
TEST_CASE("what was said in a group while nobody was there is old by the computer's clock") {
  const Time told = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto waiting = [&](std::chrono::seconds ago) {
    Line line;
    Event event = said("1", "c'est quoi IMAP ?");
    event.message.place = Place::group;
    event.said = told - ago;
    line.connector.polls = {{{}, {event}, "2"}};
    line.step();
    return line.waiting().size();
  };
  CHECK(waiting(10s) == 1);
  CHECK(waiting(10min) == 0);
}

TEST_CASE("an event that breaks the assistant is passed over, and stops nobody else's") {
  Line line;
  line.connector.polls = {{{}, {said("1", "c'est quoi IMAP ?"), said("2", "poison"), said("3", "merci")}, "4"}};
  CHECK(line.step() == 0ms);
  CHECK(line.waiting().size() == 2);
  CHECK(line.store.cursor(line.account) == "4");
  bool counted = false;
  for (const auto& each : Store::counted(line.folder.path() / "facteur.db")) counted |= each.count.outcome == "failed";
  CHECK(counted);
}

TEST_CASE("a platform that is down is tried again, ever later; what it asks for is kept") {
  Line line;
  const Verdict down{.next = Next::retry, .reason = "down"};
  line.connector.polls = {{down, {}, ""}, {down, {}, ""}, {{.next = Next::retry_after, .wait = 90s}, {}, ""}};
  const auto first = line.step();
  const auto second = line.step();
  CHECK(first >= 500ms);
  CHECK(first <= 1s);
  CHECK(second >= 1s);
  CHECK(second <= 2s);
  CHECK(line.step() == 90s);
  CHECK(line.step() == 0ms);
  CHECK_FALSE(line.poller.stopped());
}

TEST_CASE("without knowing who it is nothing is polled") {
  Line line;
  line.connector.started = {.next = Next::retry, .reason = "down"};
  CHECK(line.step() > 0ms);
  CHECK(line.connector.cursors.empty());
  line.connector.started = {};
  line.step();
  CHECK(line.connector.cursors.size() == 1);
}

TEST_CASE("an account that needs a person stops") {
  Line line;
  line.connector.started = {.next = Next::stop, .reason = "the token was revoked"};
  line.step();
  CHECK(line.poller.stopped());
  CHECK(line.poller.makes_progress());
}

TEST_CASE("what the platform sent in vain is counted, once it is passed over for good") {
  Line line;
  const Verdict odd{.reason = "an update that can't be read was passed over", .is_a_bug = true};
  line.connector.polls = {{odd, {}, ""}, {odd, {}, "2"}, {odd, {said("2", "merci")}, "3"}};
  for (int i = 0; i < 3; ++i) CHECK(line.step() == 0ms);
  std::int64_t counted = 0;
  for (const CountedDay& each : Store::counted(line.folder.path() / "facteur.db"))
    counted += each.count.outcome == "a bug of ours" ? each.number : 0;
  CHECK(counted == 2);
  CHECK(line.store.cursor(line.account) == "3");
  CHECK(line.waiting().size() == 1);
}

TEST_CASE("a poll that hangs is noticed") {
  Line line;
  CHECK(line.poller.makes_progress());
  line.time.now += 4min;
  CHECK_FALSE(line.poller.makes_progress());
}

TEST_CASE("a poll that brings nothing writes nothing") {
  Line line;
  line.step();
  CHECK(line.taken_in == 0);
}

TEST_CASE("what happens to a chat reaches what waits for it") {
  Line line;
  Event gone = said("3", "", "one");
  gone.kind = EventKind::gone;
  Event moved = said("4", "", "two");
  moved.kind = EventKind::moved;
  moved.moved_to = "three";
  line.connector.polls = {{{}, {said("1", "merci", "one"), said("2", "merci", "two")}, "3"}, {{}, {gone, moved}, "5"}};
  line.step();
  line.step();
  const auto answers = line.waiting();
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].starts_with("three|"));
}
