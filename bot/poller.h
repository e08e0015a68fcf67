// Polls one account, on a thread of its own, and takes in what happens there:
//
//   poll ─► each event is handled ─► parcels, conversations, counters and the cursor reach the store at once ─► poll …
//
// The next poll's cursor confirms to the platform what is stored by then, so whatever dies in between comes again.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>

#include "bot/clock.h"
#include "bot/current_knowledge.h"
#include "bot/handling.h"
#include "bot/store.h"
#include "connectors/connector.h"

namespace facteur {

struct PollerAccount {
  AccountId id = 0;
  std::string name;  // for the operator
  Groups groups = Groups::sure;
  Connector* connector = nullptr;
  std::function<void()> taken_in;                   // something waits to be sent
  std::function<void(const std::string&)> damaged;  // the state file: nothing can go on
};

class Poller {
 public:
  Poller(PollerAccount, Store&, const CurrentKnowledge&, Clock);

  // Until the token fires, or the platform says that nothing works any more.
  void run(const std::stop_token&);
  // One poll and what follows from it. Returns how long to wait before the next one.
  std::chrono::milliseconds step(const std::stop_token&);

  // Safe from any thread:
  bool stopped() const { return stopped_; }
  // Whether it isn't stuck: step() came back when it should have.
  bool makes_progress() const { return stopped_ || clock_() < expected_.load(); }

 private:
  using Recent = std::unordered_map<std::string, Conversation>;
  std::chrono::milliseconds settled(const Verdict&);
  void remark(const Verdict&);
  std::chrono::milliseconds store_failed(const StoreFailure&);
  StoreResult take_in();
  StoreResult handle_event(const Event&, Recent&, const Knowledge&, Time now, Taken&);
  StoreResult answer_event(const Event&, Recent&, const Knowledge&, Time now, Taken&);

  PollerAccount account_;
  Store& store_;
  const CurrentKnowledge& knowledge_;
  Clock clock_;
  std::string cursor_;
  bool started_ = false;
  std::optional<Polled> polled_;  // not stored yet
  int failures_ = 0;              // in a row
  std::string remarked_;          // what the operator was last told of what worked, but not quite
  bool store_fails_ = false;
  std::atomic<bool> stopped_ = false;
  std::atomic<Moment> expected_;
};

}  // namespace facteur
