#include "bot/store.h"

#include <sys/stat.h>

#include <fstream>

#include "bot/database.h"
#include "tests/unit/catch.h"
#include "tests/unit/scripted_platform.h"
#include "tests/unit/temporary_folder.h"

using namespace facteur;
using namespace std::chrono_literals;
using facteur::test::ScriptedConnector;
using facteur::test::TemporaryFolder;

namespace {

const Time now{500'000h};

Taken taken(const std::string& event, const std::string& chat, const std::string& text) {
  return {.event = event, .chat = chat, .sender = "lea", .parcels = {ScriptedConnector::parcel(chat, event, text)}};
}

std::vector<std::string> waiting(Store& store, AccountId account) {
  std::vector<Waiting> found;
  REQUIRE_FALSE(store.waiting(account, 0, 100'000, found));
  std::vector<std::string> payloads;
  for (const Waiting& each : found) payloads.push_back(each.parcel.payload);
  return payloads;
}

StoreResult clean(Store& store, Time at) {
  std::int64_t too_late = 0;
  return store.clean(at, too_late);
}

ParcelNumber first_number(Store& store, AccountId account) {
  std::vector<Waiting> found;
  REQUIRE_FALSE(store.waiting(account, 0, 1, found));
  REQUIRE(found.size() == 1);
  return found.front().number;
}

std::int64_t counted(const std::filesystem::path& path, const std::string& outcome) {
  std::int64_t number = 0;
  for (const CountedDay& each : Store::counted(path)) number += each.count.outcome == outcome ? each.number : 0;
  return number;
}

std::string refusal(const StoreSettings& settings) {
  try {
    const Store store(settings);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a batch is taken in at once, and all of it is there after a restart") {
  const TemporaryFolder folder;
  const StoreSettings settings{folder.path() / "facteur.db", {}};
  {
    Store store(settings);
    const AccountId account = store.account("telegram.support");
    CHECK(store.cursor(account).empty());
    Taken with_more = taken("2", "b", "two");
    with_more.conversation = "{}";
    with_more.count = Count{"fr", "settings", "answered"};
    REQUIRE_FALSE(store.take_in({account, {taken("1", "a", "one"), with_more}, "3"}, now));
  }
  Store store(settings);
  const AccountId account = store.account("telegram.support");
  CHECK(store.cursor(account) == "3");
  CHECK(waiting(store, account) == Texts{"a|one", "b|two"});
  std::string conversation;
  REQUIRE_FALSE(store.recall(account, "b", "lea", conversation));
  CHECK(conversation == "{}");
  REQUIRE_FALSE(store.recall(account, "a", "lea", conversation));
  CHECK(conversation.empty());
  CHECK(counted(settings.path, "answered") == 1);
}

TEST_CASE("an event that comes again is answered once, even after its answer was sent") {
  const TemporaryFolder folder;
  Store store({folder.path() / "facteur.db", {}});
  const AccountId account = store.account("a");
  const Batch batch{account, {taken("1", "a", "one"), taken("1", "a", "one")}, "2"};
  REQUIRE_FALSE(store.take_in(batch, now));
  REQUIRE_FALSE(store.take_in(batch, now));
  CHECK(waiting(store, account) == Texts{"a|one"});
  SenderTurn turn{.finished = {first_number(store, account)}};
  REQUIRE_FALSE(store.apply(turn, now));
  REQUIRE_FALSE(store.take_in(batch, now));
  CHECK(waiting(store, account).empty());
  // Another account's event of the same name is another event.
  REQUIRE_FALSE(store.take_in({store.account("b"), batch.events, "2"}, now));
  CHECK(waiting(store, store.account("b")).size() == 1);
}

TEST_CASE("a parcel that supersedes leaves no other waiting for its chat") {
  const TemporaryFolder folder;
  Store store({folder.path() / "facteur.db", {}});
  const AccountId account = store.account("a");
  const auto latest = [](const std::string& event, const std::string& chat, const std::string& text) {
    Taken each = taken(event, chat, text);
    each.parcels.front().supersedes = true;
    return each;
  };
  REQUIRE_FALSE(store.take_in({account, {latest("1", "a", "one"), latest("2", "b", "two")}, "3"}, now));
  SenderTurn turn{.begun = {first_number(store, account)}};
  REQUIRE_FALSE(store.apply(turn, now));
  REQUIRE_FALSE(store.take_in({account, {latest("3", "a", "three"), latest("4", "b", "four")}, "5"}, now));
  REQUIRE_FALSE(store.take_in({account, {latest("5", "a", "five")}, "6"}, now));
  CHECK(waiting(store, account) == Texts{"b|four", "a|five"});
  // The first is under way, and may fail: it isn't taken back.
  turn = {.requeued = {{1, 0, std::nullopt}}};
  REQUIRE_FALSE(store.apply(turn, now));
  CHECK(waiting(store, account) == Texts{"a|one", "b|four", "a|five"});
}

TEST_CASE("what was under way when the process died waits again, and is counted as uncertain") {
  const TemporaryFolder folder;
  const StoreSettings settings{folder.path() / "facteur.db", {}};
  {
    Store store(settings);
    const AccountId account = store.account("a");
    Taken repeatable = taken("2", "b", "two");
    repeatable.parcels.front().repeatable = true;
    REQUIRE_FALSE(store.take_in({account, {taken("1", "a", "one"), repeatable}, "3"}, now));
    SenderTurn turn{.begun = {first_number(store, account), first_number(store, account) + 1}};
    REQUIRE_FALSE(store.apply(turn, now));
    CHECK(turn.begun.size() == 2);
    CHECK(waiting(store, account).empty());
  }
  Store store(settings);
  CHECK(waiting(store, store.account("a")) == Texts{"a|one", "b|two"});
  CHECK(counted(settings.path, "sent again: uncertain") == 1);
}

TEST_CASE("what is under way at every one of many deaths isn't sent for ever") {
  const TemporaryFolder folder;
  const StoreSettings settings{folder.path() / "facteur.db", {}};
  int sent = 0;
  for (int death = 0; death < 30; ++death) {
    Store store(settings);
    const AccountId account = store.account("a");
    if (death == 0) REQUIRE_FALSE(store.take_in({account, {taken("1", "a", "one")}, "2"}, now));
    if (waiting(store, account).empty()) break;
    SenderTurn turn{.begun = {first_number(store, account)}};
    REQUIRE_FALSE(store.apply(turn, now));
    ++sent;
  }
  CHECK(sent == 20);
  CHECK(counted(settings.path, "dropped: uncertain") == 1);
}

TEST_CASE("beginning what was taken back meanwhile says so") {
  const TemporaryFolder folder;
  Store store({folder.path() / "facteur.db", {}});
  const AccountId account = store.account("a");
  REQUIRE_FALSE(store.take_in({account, {taken("1", "a", "one"), taken("2", "a", "two")}, "3"}, now));
  SenderTurn turn{.begun = {first_number(store, account), first_number(store, account) + 1}};
  SECTION("forgotten") {
    Taken forget{.event = "9", .chat = "other", .sender = "lea", .forget_sender = true};
    forget.parcels = {ScriptedConnector::parcel("other", "9", "forgotten")};
    REQUIRE_FALSE(store.take_in({account, {forget}, "10"}, now));
    CHECK(waiting(store, account) == Texts{"other|forgotten"});
  }
  SECTION("its chat is gone") {
    REQUIRE_FALSE(store.take_in({account, {{.event = "9", .chat = "a", .chat_is_gone = true}}, "10"}, now));
    CHECK(waiting(store, account).empty());
  }
  SECTION("its question was withdrawn") {
    REQUIRE_FALSE(
        store.take_in({account, {{.event = "9", .withdrawn = "1"}, {.event = "8", .withdrawn = "2"}}, "10"}, now));
    CHECK(waiting(store, account).empty());
  }
  REQUIRE_FALSE(store.apply(turn, now));
  CHECK(turn.begun.empty());
}

TEST_CASE("forgetting erases a sender everywhere, and nobody else") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  Store store({path, {}});
  const AccountId account = store.account("a");
  Taken of_lea{.event = "1", .chat = "a", .sender = "lea", .conversation = "lea-was-here"};
  Taken of_bob{.event = "2", .chat = "a", .sender = "bob", .conversation = "bob-was-here"};
  REQUIRE_FALSE(store.take_in({account, {of_lea, of_bob}, "3"}, now));
  REQUIRE_FALSE(
      store.take_in({account, {{.event = "3", .chat = "b", .sender = "lea", .forget_sender = true}}, "4"}, now));
  std::string conversation;
  REQUIRE_FALSE(store.recall(account, "a", "lea", conversation));
  CHECK(conversation.empty());
  REQUIRE_FALSE(store.recall(account, "a", "bob", conversation));
  CHECK(conversation == "bob-was-here");
  for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream bytes(file.path(), std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(bytes), {}};
    CAPTURE(file.path().string());
    CHECK(all.find("lea-was-here") == std::string::npos);
  }
}

TEST_CASE("a chat that moved takes along what waits for it, and its conversations") {
  const TemporaryFolder folder;
  Store store({folder.path() / "facteur.db", {}});
  const AccountId account = store.account("a");
  const ScriptedConnector connector;
  Taken first = taken("1", "old", "one");
  first.conversation = "{}";
  Taken moved{.event = "2", .chat = "old"};
  moved.moved = ChatMove{"old", "new", [&](Parcel parcel) { return connector.readdressed(std::move(parcel), "new"); }};
  REQUIRE_FALSE(store.take_in({account, {first, moved}, "3"}, now));
  CHECK(waiting(store, account) == Texts{"new|one"});
  std::string conversation;
  REQUIRE_FALSE(store.recall(account, "new", "lea", conversation));
  CHECK(conversation == "{}");
}

TEST_CASE("what had its time is cleaned away") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  Store store({path, {}});
  const AccountId account = store.account("a");
  Taken first = taken("1", "a", "one");
  first.conversation = "{}";
  first.parcels.front().lasts = 15min;
  REQUIRE_FALSE(store.take_in({account, {first}, "2"}, now));
  std::string conversation;
  REQUIRE_FALSE(clean(store, now + 10min));
  REQUIRE_FALSE(store.recall(account, "a", "lea", conversation));
  CHECK_FALSE(conversation.empty());
  CHECK(waiting(store, account).size() == 1);
  std::int64_t too_late = 0;
  REQUIRE_FALSE(store.clean(now + 31min, too_late));
  CHECK(too_late == 1);
  REQUIRE_FALSE(store.recall(account, "a", "lea", conversation));
  CHECK(conversation.empty());
  CHECK(waiting(store, account).empty());
  CHECK(counted(path, "dropped: too late") == 1);
}

TEST_CASE("an answer waits for a day, and what waited too long is counted once, whoever drops it") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  Store store({path, {}});
  const AccountId account = store.account("a");
  REQUIRE_FALSE(store.take_in({account, {taken("1", "a", "one"), taken("2", "b", "two")}, "3"}, now));
  REQUIRE_FALSE(clean(store, now + 23h));
  REQUIRE(waiting(store, account).size() == 2);
  const ParcelNumber first = first_number(store, account);
  SenderTurn turn{.too_late = {first}};
  REQUIRE_FALSE(store.apply(turn, now));
  CHECK(turn.too_late == std::vector{first});
  REQUIRE_FALSE(clean(store, now + 25h));
  CHECK(waiting(store, account).empty());
  turn = {.too_late = {first, first + 1}};
  REQUIRE_FALSE(store.apply(turn, now + 25h));
  CHECK(turn.too_late.empty());
  CHECK(counted(path, "dropped: too late") == 2);
}

TEST_CASE("what was erased is gone from every file once the store is cleaned") {
  const TemporaryFolder folder;
  const auto log = folder.path() / "facteur.db-wal";
  Store store({folder.path() / "facteur.db", {}});
  const AccountId account = store.account("a");
  const auto on_disk = [&] {
    std::string all;
    for (const auto& each : std::filesystem::directory_iterator(folder.path())) {
      std::ifstream file(each.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all.find("brindezingue") != std::string::npos;
  };
  REQUIRE_FALSE(store.take_in({account, {taken("1", "a", "brindezingue")}, "2"}, now));
  SenderTurn sent{.finished = {first_number(store, account)}};
  REQUIRE_FALSE(store.apply(sent, now));
  CHECK(on_disk());
  SECTION("nobody reads") { REQUIRE_FALSE(clean(store, now)); }
  SECTION("another program reads, and ends") {
    {
      Database other(folder.path() / "facteur.db");
      other.execute("BEGIN; SELECT count(*) FROM outbox");
      REQUIRE_FALSE(clean(store, now));
      CHECK(on_disk());
    }
    REQUIRE_FALSE(clean(store, now));
  }
  CHECK_FALSE(on_disk());
  CHECK(std::filesystem::file_size(log) == 0);
}

TEST_CASE("the state file is its owner's alone") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  Store store({path, {}});
  REQUIRE_FALSE(store.take_in({store.account("a"), {taken("1", "a", "one")}, "2"}, now));
  for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
    struct stat found {};
    REQUIRE(::stat(file.path().c_str(), &found) == 0);
    CAPTURE(file.path().string());
    CHECK((found.st_mode & 0777U) == 0600U);
  }
}

TEST_CASE("a second instance is refused, and told who holds the state file") {
  const TemporaryFolder folder;
  const StoreSettings settings{folder.path() / "facteur.db", {}};
  {
    const Store first(settings);
    const std::string why = refusal(settings);
    CHECK(why.find("process " + std::to_string(::getpid())) != std::string::npos);
  }
  CHECK(refusal(settings).empty());
}

TEST_CASE("a state file that can't be used is refused with what to do") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  SECTION("it is something else") {
    folder.write("facteur.db", std::string(10'000, 'x'));
    CHECK(refusal({path, {}}).find(".damaged") != std::string::npos);
  }
  SECTION("a page of it is damaged") {
    {
      Store store({path, {}});
      const AccountId account = store.account("a");
      for (int i = 0; i < 200; ++i)
        REQUIRE_FALSE(store.take_in({account, {taken(std::to_string(i), "a", std::string(500, 'y'))}, "2"}, now));
      REQUIRE_FALSE(clean(store, now));
    }
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    for (int page = 2; page < 20; ++page) {
      file.seekp(page * 4096);
      file << std::string(200, '\xff');
    }
    file.close();
    CHECK(refusal({path, {}}).find(".damaged") != std::string::npos);
  }
  SECTION("its folder doesn't exist") {
    CHECK(refusal({folder.path() / "nowhere" / "facteur.db", {}}).find("its folder must exist") != std::string::npos);
  }
  SECTION("it was written by a later version") {
    { const Store store({path, {}}); }
    {
      Database database(path);
      database.execute("PRAGMA user_version=99");
    }
    CHECK(refusal({path, {}}).find("another version") != std::string::npos);
  }
}

TEST_CASE("when the disk is full nothing changes, and it goes on once there is room") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  std::size_t stored = 0;
  {
    Store store({path, 200'000});
    const AccountId account = store.account("a");
    StoreResult failure;
    for (; stored < 1000 && !failure; ++stored) {
      const std::string event = std::to_string(stored);
      failure = store.take_in({account, {taken(event, "a", std::string(2000, 'y'))}, event}, now);
    }
    REQUIRE(failure);
    --stored;
    CHECK(failure->reason.find("full") != std::string::npos);
    CHECK_FALSE(failure->damaged);
    CHECK(store.cursor(account) == std::to_string(stored - 1));
    CHECK(waiting(store, account).size() == stored);
  }
  Store store({path, {}});
  const AccountId account = store.account("a");
  REQUIRE_FALSE(store.take_in({account, {taken("more", "a", "y")}, "more"}, now));
  CHECK(waiting(store, account).size() == stored + 1);
}

TEST_CASE("a state file that may only be read is an error, not an end") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "facteur.db";
  Store store({path, {}});
  const AccountId account = store.account("a");
  {
    Database other(path);  // somebody else writes, and doesn't let go
    other.execute("BEGIN IMMEDIATE");
    SenderTurn turn{.counts = {{"", "", "x"}}};
    const auto failure = store.apply(turn, now);
    REQUIRE(failure);
    CHECK(failure->reason.find("another program holds") != std::string::npos);
  }
  CHECK_FALSE(store.take_in({account, {taken("1", "a", "one")}, "2"}, now));
}
