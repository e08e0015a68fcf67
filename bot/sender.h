// Sends what waits in the store, for all accounts, on one thread: in order within a chat, side by side across chats and
// accounts, as fast as each platform takes it. The one place that decides what to do about a verdict on a parcel.
//
// A turn, again and again: what ended is judged; what may go next is chosen; both are written to the store at once;
// only then do the bytes of the chosen leave.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "bot/clock.h"
#include "bot/lanes.h"
#include "bot/store.h"
#include "connectors/connector.h"

namespace facteur {

// One line of the log, however many they are.
void say_too_late(std::int64_t number);

struct SenderAccount {
  AccountId id = 0;
  std::string name;  // for the operator
  const Connector* connector = nullptr;
  std::function<void(const Verdict&)> stopped;  // the platform says that nothing works any more
};

class Sender {
 public:
  // How many requests of one account are under way at once.
  static constexpr std::size_t most_under_way = 128;
  // How often a parcel that isn't repeatable is sent without learning whether it arrived.
  static constexpr int most_uncertain = 5;

  Sender(Store&, Exchanges&, std::vector<SenderAccount>, Clock);
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  // Until the token fires; then finishes what is under way, for at most so long.
  void run(const std::stop_token&, std::chrono::milliseconds grace);
  // There is something new in the store. Safe from any thread.
  void wake();

  // One turn, with what ended since the last one. Returns how long to wait for the next, unless something ends.
  std::chrono::milliseconds turn(const std::vector<Exchanges::Done>&);

 private:
  struct Account;
  struct UnderWay {
    Account* account = nullptr;
    Waiting waiting;
  };
  enum class Choosing { on, off };

  std::chrono::milliseconds turn(const std::vector<Exchanges::Done>&, Choosing);
  void settle(UnderWay, const HttpResult&, Moment now);
  void decide(Account&, Waiting, const Verdict&, Moment now);
  void try_again(Account&, Waiting, const Verdict&, Moment at, Moment now);
  void uncertain(Account&, Waiting, const Verdict&, Moment now);
  void drop(Account&, const Waiting&, const std::string& outcome, Moment now);
  void move(Account&, const Waiting&, const std::string& to, Moment now);
  void load(Account&, Moment now);
  void load_moved(Account&, Moment now);
  void choose(Account&, std::vector<UnderWay>& chosen, Moment now);
  bool write(std::vector<UnderWay>& chosen, Moment now);
  void start(std::vector<UnderWay> chosen, Moment now);
  std::chrono::milliseconds until_next(Moment now) const;
  Moment delayed(int failures, Moment now);
  void was_read(const StoreResult&);
  void says(Account&, const Verdict&);

  Store& store_;
  Exchanges& exchanges_;
  Clock clock_;
  std::vector<std::unique_ptr<Account>> accounts_;
  std::unordered_map<ParcelNumber, UnderWay> under_way_;
  SenderTurn pending_;  // not written yet
  std::atomic<bool> news_ = true;
  bool reading_fails_ = false;
  bool writing_fails_ = false;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace facteur
