// What must outlive the process: each account's cursor, what is waiting to be sent, the conversations, the counters.
//
//   take_in: a whole batch of events and its cursor      recall: a conversation          (the accounts' threads)
//   waiting, waiting_for, apply: the outbox                                              (the sender's thread)
//
// Only what Facteur says is in the outbox, never a customer's words. Everything is safe from any thread; a call that
// changes something has reached the disk when it returns, or changed nothing and says why. What is marked as under way
// has only reached the system: it would outlive a kill, and after a power cut what was sent unmarked is sent again,
// just as what was marked is.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation.h"
#include "connectors/connector.h"

namespace facteur {

class Database;
class InstanceLock;

// Why the store didn't do it. Damaged: it never will; otherwise it is worth trying again.
struct StoreFailure {
  std::string reason;  // for the operator, with what to do
  bool damaged = false;
};
using StoreResult = std::optional<StoreFailure>;  // nothing: it is done

using AccountId = std::int64_t;
using ParcelNumber =
    std::int64_t;  // in the order in which they were taken in; never used twice while the process lives

// What is counted: no identity in it.
struct Count {
  std::string language;  // empty for what has none, as intent
  std::string intent;
  std::string outcome;
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 that it compares with for a pointer
  auto operator<=>(const Count&) const = default;
};

// A chat has another id from now on; what waits for it goes there.
struct ChatMove {
  std::string from;
  std::string to;
  std::function<Parcel(Parcel)> readdressed;
};

// What came of one event.
struct Taken {
  std::string event;
  std::string chat;
  std::string sender;
  std::vector<Parcel> parcels;
  std::optional<std::string> conversation;  // as stored_conversation.h writes it
  bool forget_sender = false;               // erase everything of theirs first
  bool chat_is_gone = false;                // what waits for the chat is dropped
  std::optional<ChatMove> moved;
  std::string withdrawn;  // what waits as an answer to this event is dropped
  std::optional<Count> count;
};

struct Batch {
  AccountId account = 0;
  std::vector<Taken> events;
  std::string cursor;
  std::vector<Count> counts;  // beside those of the events
};

// A parcel on its way out.
struct Waiting {
  ParcelNumber number = 0;
  Parcel parcel;
  Time expires{};
  int uncertain = 0;  // how often it was sent without an answer
};

// What one turn of the sender changes, all at once.
struct SenderTurn {
  struct Requeued {
    ParcelNumber number = 0;
    int uncertain = 0;
    std::optional<std::string> payload;  // another one
  };
  struct Moved {
    AccountId account = 0;
    ChatMove move;
  };
  struct Gone {
    AccountId account = 0;
    std::string chat;
  };
  std::vector<ParcelNumber> finished;
  std::vector<ParcelNumber> too_late;  // dropped, and counted, where they are still there
  std::vector<Requeued> requeued;
  std::vector<Moved> moved;
  std::vector<Gone> gone;
  std::vector<ParcelNumber> begun;  // marked before a byte of them leaves
  std::vector<Count> counts;
  bool only_begins() const {
    return finished.empty() && too_late.empty() && requeued.empty() && moved.empty() && gone.empty() && counts.empty();
  }
  bool empty() const { return begun.empty() && only_begins(); }
};

struct CountedDay {
  std::string day;  // ISO 8601, UTC
  Count count;
  std::int64_t number = 0;
};

struct StoreSettings {
  std::filesystem::path path;
  std::optional<std::int64_t> most_bytes;  // of the file; nothing: as many as the disk has
};

class Store {
 public:
  // Opens or makes the file and holds it alone. Throws std::runtime_error that says what to do.
  explicit Store(const StoreSettings&);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // The account of that name, made where there is none. Throws like the constructor.
  AccountId account(const std::string& name);
  std::string cursor(AccountId);

  // An event that was taken in before changes nothing again.
  StoreResult take_in(const Batch&, Time now);
  // The sender's conversation in the chat; empty where there is none.
  StoreResult recall(AccountId, const std::string& chat, const std::string& sender, std::string& conversation);

  // The next parcels after that one, in order, without those under way.
  StoreResult waiting(AccountId, ParcelNumber after, int most, std::vector<Waiting>&);
  StoreResult waiting_for(AccountId, const std::string& chat, ParcelNumber after, int most, std::vector<Waiting>&);
  // `begun` and `too_late` keep those that were still there.
  StoreResult apply(SenderTurn&, Time now);

  // Erases what has had its time. What was erased, by this or before, is gone from every file once this is done, unless
  // another program reads. Whoever wants to be forgotten needs no call.
  // `too_late` is how many parcels had waited too long.
  StoreResult clean(Time now, std::int64_t& too_late);

  // Everything counted, by day. Needs no Store, and reads beside a running one; throws like the constructor.
  static std::vector<CountedDay> counted(const std::filesystem::path&);

 private:
  StoreResult attempt(const std::function<void()>& work);
  void take_in_event(AccountId, const Taken&, Time now);
  void count(const Count&, Time now, std::int64_t number = 1);
  void move(AccountId, const ChatMove&);
  void settle(const SenderTurn&, Time now);
  // Makes the change to each, and says which of them were there.
  std::vector<ParcelNumber> those_there(const std::vector<ParcelNumber>&, std::string_view change);
  void recover();

  std::unique_ptr<InstanceLock> lock_;
  std::unique_ptr<Database> database_;
  std::mutex mutex_;
  ParcelNumber last_number_ = 0;
};

}  // namespace facteur
