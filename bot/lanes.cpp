#include "bot/lanes.h"

#include <algorithm>
#include <utility>

namespace facteur {

Lanes::Lanes(std::optional<Budget> account, ChatBudget chat_budget, Moment now) : chat_budget_(std::move(chat_budget)) {
  if (account) bucket_.emplace(*account, now);
}

Lanes::Lane& Lanes::lane(const std::string& chat, Moment now) {
  const auto [found, is_new] = lanes_.try_emplace(chat);
  if (is_new) {
    if (const auto budget = chat_budget_(chat)) found->second.bucket.emplace(*budget, now);
  }
  return found->second;
}

void Lanes::hold(const std::string& chat, Lane& lane, Waiting waiting) {
  if (lane.more || waiting.number <= lane.last) return;  // a refill may have been faster than add()
  lane.more = lane.queue.size() >= most_in_lane;
  if (lane.more) return;
  lane.last = waiting.number;
  waiting.parcel.chat = chat;
  lane.queue.push_back(std::move(waiting));
  ++held_;
}

void Lanes::add(std::vector<Waiting> all, Moment now) {
  for (Waiting& each : all) {
    const std::string chat = each.parcel.chat;
    Lane& of_chat = lane(chat, now);
    hold(chat, of_chat, std::move(each));
    schedule(chat, of_chat, now);
  }
}

void Lanes::refill(const std::string& chat, std::vector<Waiting> all, Moment now) {
  Lane& of_chat = lane(chat, now);
  of_chat.more = false;
  for (Waiting& each : all) hold(chat, of_chat, std::move(each));
  of_chat.more |= of_chat.queue.size() >= most_in_lane;  // exactly as many as were asked for: there may be more
  schedule(chat, of_chat, now);
}

std::optional<Lanes::Empty> Lanes::next_empty() {
  while (!empty_.empty()) {
    const std::string chat = std::move(empty_.front());
    empty_.pop_front();
    const auto found = lanes_.find(chat);
    if (found != lanes_.end() && found->second.more && found->second.queue.empty())
      return Empty{chat, found->second.last};
  }
  return std::nullopt;
}

// Puts the lane where it will be found when it may go; a lane with nothing left goes away once its bucket is full.
void Lanes::schedule(const std::string& chat, Lane& lane, Moment now) {
  if (lane.scheduled || lane.under_way) return;
  if (lane.queue.empty()) {
    if (lane.more) {
      empty_.push_back(chat);
    } else if (!lane.bucket || lane.bucket->full(now)) {
      lanes_.erase(chat);
    } else if (!std::exchange(lane.tidied, true)) {
      later_.push({now + std::chrono::minutes{1}, chat, true});  // not scheduled: what comes meanwhile needs not wait
    }
    return;
  }
  lane.scheduled = true;
  const Moment at = std::max(lane.not_before, lane.bucket ? lane.bucket->ready_at(now) : now);
  if (at <= now)
    ready_.push_back(chat);
  else
    later_.push({at, chat});
}

void Lanes::wake_due(Moment now) {
  while (!later_.empty() && later_.top().at <= now) {
    const auto [at, chat, to_tidy] = later_.top();
    later_.pop();
    const auto found = lanes_.find(chat);
    if (found == lanes_.end()) continue;
    (to_tidy ? found->second.tidied : found->second.scheduled) = false;
    schedule(chat, found->second, now);
  }
}

std::optional<Waiting> Lanes::next(Moment now) {
  wake_due(now);
  if (now < not_before_ || (bucket_ && bucket_->ready_at(now) > now)) return std::nullopt;
  while (!ready_.empty()) {
    const std::string chat = std::move(ready_.front());
    ready_.pop_front();
    const auto found = lanes_.find(chat);
    if (found == lanes_.end()) continue;
    Lane& lane = found->second;
    lane.scheduled = false;
    if (lane.queue.empty()) {
      schedule(chat, lane, now);
      continue;
    }
    Waiting waiting = std::move(lane.queue.front());
    lane.queue.pop_front();
    --held_;
    lane.under_way = true;
    if (lane.bucket) lane.bucket->take(now);
    if (bucket_) bucket_->take(now);
    return waiting;
  }
  return std::nullopt;
}

std::optional<Moment> Lanes::next_at(Moment now) const {
  if (!ready_.empty()) return std::max(not_before_, bucket_ ? bucket_->ready_at(now) : now);
  if (later_.empty()) return std::nullopt;
  return std::max(later_.top().at, not_before_);
}

void Lanes::finished(const std::string& chat, Moment now) {
  Lane& of_chat = lane(chat, now);
  of_chat.under_way = false;
  of_chat.failures = 0;
  schedule(chat, of_chat, now);
}

void Lanes::put_back(Waiting waiting, Moment not_before, Moment now) {
  const std::string chat = waiting.parcel.chat;
  Lane& of_chat = lane(chat, now);
  of_chat.under_way = false;
  ++of_chat.failures;
  of_chat.not_before = not_before;
  of_chat.queue.push_front(std::move(waiting));
  ++held_;
  schedule(chat, of_chat, now);
}

int Lanes::failures(const std::string& chat) const {
  const auto found = lanes_.find(chat);
  return found == lanes_.end() ? 1 : found->second.failures + 1;
}

void Lanes::hold_account(Moment not_before) { not_before_ = std::max(not_before_, not_before); }

void Lanes::clear(const std::string& chat, Moment now) {
  Lane& of_chat = lane(chat, now);
  held_ -= of_chat.queue.size();
  of_chat.queue.clear();
  of_chat.more = false;
  of_chat.last = 0;
}

}  // namespace facteur
