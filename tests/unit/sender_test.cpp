#include "bot/sender.h"

#include <fmt/format.h>

#include "bot/database.h"
#include "tests/unit/catch.h"
#include "tests/unit/scripted_platform.h"
#include "tests/unit/temporary_folder.h"

using namespace facteur;
using namespace std::chrono_literals;
using facteur::test::FakeClock;
using facteur::test::ScriptedConnector;
using facteur::test::ScriptedExchanges;
using facteur::test::TemporaryFolder;

namespace {

using Texts = std::vector<std::string>;

// A sender of two accounts, over a real store.
struct Office {
  TemporaryFolder folder;
  FakeClock time;
  std::unique_ptr<Store> store = std::make_unique<Store>(StoreSettings{folder.path() / "facteur.db", {}});
  ScriptedConnector connector;
  ScriptedConnector other;
  ScriptedExchanges exchanges;
  Texts stopped;
  std::unique_ptr<Sender> sender;
  int events = 0;
  std::chrono::milliseconds wait{};  // as the last turn said

  Office() { open(); }

  void open() {
    sender = std::make_unique<Sender>(*store, exchanges, std::vector{account("a", connector), account("b", other)},
                                      time.clock());
  }
  SenderAccount account(const std::string& name, const Connector& of) {
    return {store->account(name), name, &of, [this, name](const Verdict&) { stopped.push_back(name); }};
  }
  void die_and_come_back() {
    sender.reset();
    exchanges.numbers.clear();
    store.reset();
    store = std::make_unique<Store>(StoreSettings{folder.path() / "facteur.db", {}});
    open();
  }
  void say(const std::string& chat, const std::string& text, const std::string& name = "a",
           std::chrono::seconds lasts = 900s, bool repeatable = false) {
    const std::string event = std::to_string(++events);
    Parcel parcel = ScriptedConnector::parcel(chat, event, text);
    parcel.lasts = lasts;
    parcel.repeatable = repeatable;
    const Taken taken{.event = event, .chat = chat, .sender = "lea", .parcels = {parcel}};
    REQUIRE_FALSE(store->take_in({store->account(name), {taken}, event}, in_seconds(time.now)));
    sender->wake();
  }
  // A turn in which everything under way ends. What was sent in it.
  Texts turn() {
    exchanges.sent.clear();
    wait = sender->turn(exchanges.end_all());
    return exchanges.sent;
  }
  // Turns until there is nothing to do but wait. What was sent.
  Texts turns() {
    Texts all;
    do {
      const Texts sent = turn();
      all.insert(all.end(), sent.begin(), sent.end());
    } while (exchanges.under_way() > 0 || wait == 0ms);
    return all;
  }
  std::size_t waiting() {
    std::vector<Waiting> found;
    for (const char* name : {"a", "b"}) REQUIRE_FALSE(store->waiting(store->account(name), 0, 1'000'000, found));
    return found.size();
  }
  std::int64_t counted(const std::string& outcome) {
    std::int64_t number = 0;
    for (const auto& each : Store::counted(folder.path() / "facteur.db"))
      number += each.count.outcome == outcome ? each.number : 0;
    return number;
  }
  // The next verdicts on account a, one after the other; then everything works.
  void verdicts(std::vector<Verdict> next) {
    connector.verdict = [next = std::move(next), at = std::size_t{0}](const Parcel&, const HttpResult&) mutable {
      return at < next.size() ? next[at++] : Verdict{};
    };
  }
};

}  // namespace

TEST_CASE("one after the other within a chat, side by side across chats and accounts") {
  Office office;
  office.say("x", "1");
  office.say("x", "2");
  office.say("y", "3");
  office.say("x", "4", "b");
  office.say("x", "5");
  CHECK(office.turn() == Texts{"x|1", "y|3", "x|4"});
  CHECK(office.turn() == Texts{"x|2"});
  CHECK(office.turn() == Texts{"x|5"});
  CHECK(office.turn().empty());
  CHECK(office.waiting() == 0);
  CHECK(office.counted("sent") == 5);
}

TEST_CASE("a long queue is read in pages, and every chat keeps its order") {
  Office office;
  Batch batch{office.store->account("a"), {}, "end"};
  constexpr int many = 3000;
  for (int i = 0; i < many; ++i) {
    const std::string chat = i % 3 == 0 ? "busy" : "chat" + std::to_string(i % 40);
    const std::string event = std::to_string(i);
    batch.events.push_back({.event = event, .chat = chat, .parcels = {ScriptedConnector::parcel(chat, event, event)}});
  }
  REQUIRE_FALSE(office.store->take_in(batch, in_seconds(office.time.now)));
  office.sender->wake();
  const Texts sent = office.turns();
  CHECK(sent.size() == many);
  std::map<std::string, int> last;
  for (const std::string& each : sent) {
    const std::string chat = each.substr(0, each.find('|'));
    const int number = std::stoi(each.substr(each.find('|') + 1)) + 1;
    REQUIRE(number > last[chat]);
    last[chat] = number;
  }
  CHECK(office.waiting() == 0);
}

TEST_CASE("a failure holds up its chat alone, longer each time") {
  Office office;
  office.verdicts({{.next = Next::retry, .reason = "down"}, {.next = Next::retry, .reason = "down"}});
  office.say("x", "1");
  office.say("x", "2");
  CHECK(office.turn() == Texts{"x|1"});
  office.say("y", "3");
  CHECK(office.turn() == Texts{"y|3"});
  office.time.now += 1s;
  CHECK(office.turn() == Texts{"x|1"});
  CHECK(office.turn() == Texts{"x|2"});
}

TEST_CASE("a platform's own wait is kept, for the chat or for the whole account") {
  Office office;
  const bool whole = GENERATE(false, true);
  office.verdicts({{.next = Next::retry_after, .wait = 7s, .whole_account = whole}});
  office.say("x", "1");
  CHECK(office.turn() == Texts{"x|1"});
  CHECK(office.turn().empty());
  office.say("y", "2");
  office.say("x", "3", "b");
  CHECK(office.turn() == (whole ? Texts{"x|3"} : Texts{"y|2", "x|3"}));
  office.time.now += 6999ms;
  CHECK(office.turn().empty());
  office.time.now += 1ms;
  CHECK(office.turn().size() == (whole ? 2 : 1));
}

TEST_CASE("what can never work is dropped and counted, and the next one goes") {
  Office office;
  office.say("x", "1");
  office.say("x", "2");
  SECTION("the parcel alone") {
    office.verdicts({{.next = Next::skip, .reason = "malformed"}});
    CHECK(office.turns() == Texts{"x|1", "x|2"});
    CHECK(office.counted("dropped: refused") == 1);
  }
  SECTION("the whole chat") {
    office.verdicts({{.next = Next::skip, .reason = "blocked", .chat_is_gone = true}});
    CHECK(office.turns() == Texts{"x|1"});
    CHECK(office.waiting() == 0);
    office.say("x", "3");
    CHECK(office.turns() == Texts{"x|3"});
  }
}

TEST_CASE("an account that must stop stops alone, and its parcels stay") {
  Office office;
  office.verdicts({{.next = Next::stop, .reason = "revoked"}});
  office.say("x", "1");
  office.say("x", "2", "b");
  CHECK(office.turn() == Texts{"x|1", "x|2"});
  CHECK(office.turn().empty());
  office.say("x", "3");
  office.say("x", "4", "b");
  CHECK(office.turns() == Texts{"x|4"});
  CHECK(office.stopped == Texts{"a"});
  office.die_and_come_back();
  CHECK(office.turns() == Texts{"x|1", "x|3"});
}

TEST_CASE("what is uncertain is sent again, but not for ever") {
  Office office;
  std::vector<Verdict> all(10, {.next = Next::uncertain, .reason = "no answer"});
  office.verdicts(all);
  office.say("x", "1");
  int sent = 0;
  for (int i = 0; i < 20; ++i) {
    sent += static_cast<int>(office.turn().size());
    office.time.now += 1s;
    for (int wait = 0; wait < 60; ++wait) office.time.now += 1s;
  }
  CHECK(sent == Sender::most_uncertain);
  CHECK(office.counted("dropped: uncertain") == 1);
  CHECK(office.waiting() == 0);
}

TEST_CASE("what may be repeated is never uncertain") {
  Office office;
  office.verdicts(std::vector<Verdict>(10, {.next = Next::uncertain}));
  office.say("x", "1", "a", 24h, true);
  int sent = 0;
  for (int i = 0; i < 30; ++i) {
    sent += static_cast<int>(office.turn().size());
    office.time.now += 61s;
  }
  CHECK(sent == 11);
  CHECK(office.counted("sent") == 1);
  CHECK(office.counted("sent again: uncertain") == 0);
}

TEST_CASE("another payload goes at once, and is the one that a restart sends") {
  Office office;
  office.verdicts({{.next = Next::retry, .reason = "markup", .is_a_bug = true, .instead = "x|plain"}});
  office.say("x", "1");
  CHECK(office.turn() == Texts{"x|1"});
  CHECK(office.turn() == Texts{"x|plain"});
  CHECK(office.counted("a bug of ours") == 1);
  office.die_and_come_back();
  CHECK(office.turns() == Texts{"x|plain"});
}

TEST_CASE("a chat that moved takes its queue along, in order") {
  Office office;
  office.verdicts({{.next = Next::retry, .moved_to = "new"}});
  for (int i = 1; i <= 20; ++i) office.say("old", std::to_string(i));
  office.say("new", "last");
  Texts sent = office.turns();
  REQUIRE(sent.size() == 22);
  CHECK(sent.front() == "old|1");
  // "new|last" may go beside the first one; the others follow each other.
  std::erase(sent, "new|last");
  for (int i = 1; i <= 20; ++i) CHECK(sent[static_cast<std::size_t>(i)] == "new|" + std::to_string(i));
}

TEST_CASE("budgets are kept: an account's and each chat's") {
  SECTION("the account's") {
    Office office;
    office.connector.account = Budget{10, 2};
    office.open();
    for (int i = 0; i < 5; ++i) office.say("chat" + std::to_string(i), "x");
    CHECK(office.turns().size() == 2);
    office.time.now += 99ms;
    CHECK(office.turns().empty());
    office.time.now += 1ms;
    CHECK(office.turns().size() == 1);
    office.time.now += 10s;
    CHECK(office.turns().size() == 2);
  }
  SECTION("each chat's") {
    Office office;
    office.connector.chat = Budget{1, 1};
    office.open();
    for (int i = 0; i < 3; ++i) office.say("x", std::to_string(i));
    office.say("y", "3");
    CHECK(office.turns() == Texts{"x|0", "y|3"});
    office.time.now += 1s;
    CHECK(office.turns() == Texts{"x|1"});
    CHECK(office.wait == 1s);
    office.time.now += 1s;
    CHECK(office.turns() == Texts{"x|2"});
  }
}

TEST_CASE("what comes too late isn't sent") {
  Office office;
  office.say("x", "1", "a", 60s);
  office.say("x", "2");
  office.time.now += 61s;
  CHECK(office.turns() == Texts{"x|2"});
  CHECK(office.counted("dropped: too late") == 1);
}

TEST_CASE("dying at any step loses nothing and repeats at most what was under way") {
  Office office;
  office.say("x", "1");
  office.die_and_come_back();  // stored
  CHECK(office.turn() == Texts{"x|1"});
  office.die_and_come_back();  // the bytes left
  CHECK(office.turn() == Texts{"x|1"});
  CHECK(office.turn().empty());  // judged and written
  office.die_and_come_back();
  CHECK(office.turns().empty());
}

TEST_CASE("a chat whose rest can't be read just now goes on later, in order") {
  Office office;
  const auto texts = [](int first, int last) {
    Texts all;
    for (int i = first; i <= last; ++i) all.push_back(fmt::format("x|{}", i));
    return all;
  };
  for (int i = 1; i <= 20; ++i) office.say("x", std::to_string(i));
  // The lane holds eight; the turn after the eighth reads the rest.
  for (int i = 1; i <= 8; ++i) REQUIRE(office.turn() == texts(i, i));
  Database beside(office.folder.path() / "facteur.db");
  beside.run("ALTER TABLE outbox RENAME TO hidden");
  CHECK(office.turn().empty());
  beside.run("ALTER TABLE hidden RENAME TO outbox");
  office.time.now += 1s;
  CHECK(office.turns() == texts(9, 20));
  office.say("x", "21");
  CHECK(office.turns() == texts(21, 21));
  CHECK(office.waiting() == 0);
}

TEST_CASE("a store that fails stops sending until it works, and nothing is repeated or lost") {
  Office office;
  office.store.reset();
  office.sender.reset();
  office.store = std::make_unique<Store>(StoreSettings{office.folder.path() / "facteur.db", 100'000});
  office.open();
  office.say("x", "1");
  CHECK(office.turn() == Texts{"x|1"});
  // Counters of ever new names fill the disk; then the turn that ends the parcel can't be written.
  SenderTurn filling;
  StoreResult failure;
  for (int i = 0; !failure; ++i) {
    filling = {.counts = {{"", std::string(500, 'x'), std::to_string(i)}}};
    failure = office.store->apply(filling, in_seconds(office.time.now));
    REQUIRE(i < 1000);
  }
  office.sender->turn(office.exchanges.end_all());
  office.exchanges.sent.clear();
  for (int i = 0; i < 5; ++i) {
    office.time.now += 1s;
    office.sender->turn({});
  }
  CHECK(office.exchanges.sent.empty());
}
