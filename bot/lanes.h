// What waits to be sent by one account, as far as it is in memory: a lane for each chat, in which one parcel goes after
// the other, side by side with the other lanes. No I/O, no clock.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

#include "bot/bucket.h"
#include "bot/store.h"

namespace facteur {

class Lanes {
 public:
  using ChatBudget = std::function<std::optional<Budget>(std::string_view chat)>;

  // At most so many parcels are held at once, and of one chat so many: a chat that is held up leaves room for others.
  static constexpr std::size_t most_held = 8'192;
  static constexpr std::size_t most_in_lane = 8;

  Lanes(std::optional<Budget> account, ChatBudget chat_budget, Moment now);

  // Parcels that follow those added before. Those that a lane has no room for wait in the store: refill() asks for
  // them.
  void add(std::vector<Waiting>, Moment now);
  bool has_room() const { return held_ < most_held; }
  // Of one chat, after it ran empty: what its lane shall hold now.
  void refill(const std::string& chat, std::vector<Waiting>, Moment now);
  // A chat whose lane is empty while more of it waits in the store, after that number.
  struct Empty {
    std::string chat;
    ParcelNumber after = 0;
  };
  std::optional<Empty> next_empty();
  void ask_again(std::string chat) { empty_.push_back(std::move(chat)); }  // it couldn't be refilled

  // The parcel to be sent now, which is then under way; nothing while there is none.
  std::optional<Waiting> next(Moment now);
  // When next() is worth asking again, as far as that depends on time alone.
  std::optional<Moment> next_at(Moment now) const;

  // What became of the one under way in the chat.
  void finished(const std::string& chat, Moment now);
  void put_back(Waiting, Moment not_before, Moment now);
  // How often in a row a parcel was put back, this time included.
  int failures(const std::string& chat) const;

  void hold_account(Moment not_before);
  // Forgets what the chat's lane holds; what is under way stays so. Then refill() may follow.
  void clear(const std::string& chat, Moment now);

  std::size_t held() const { return held_; }

 private:
  struct Lane {
    std::deque<Waiting> queue;
    bool under_way = false;
    bool scheduled = false;  // is in ready_ or in later_
    bool tidied = false;     // is in later_, to go away if it is still empty then
    bool more = false;       // the store has more of it, after the last one
    ParcelNumber last = 0;   // that was held here
    Moment not_before{};
    int failures = 0;
    std::optional<Bucket> bucket;
  };
  struct Later {
    Moment at;
    std::string chat;
    bool to_tidy = false;
    bool operator<(const Later& other) const { return at > other.at; }  // the earliest is the queue's first
  };

  Lane& lane(const std::string& chat, Moment now);
  void schedule(const std::string& chat, Lane&, Moment now);
  void hold(const std::string& chat, Lane&, Waiting);
  void wake_due(Moment now);

  std::optional<Bucket> bucket_;
  ChatBudget chat_budget_;
  Moment not_before_{};
  std::size_t held_ = 0;
  std::unordered_map<std::string, Lane> lanes_;
  std::deque<std::string> ready_;
  std::priority_queue<Later> later_;
  std::deque<std::string> empty_;
};

}  // namespace facteur
