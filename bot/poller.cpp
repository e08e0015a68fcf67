#include "bot/poller.h"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>
#include <random>
#include <typeinfo>
#include <utility>

#include "bot/delays.h"
#include "bot/log.h"
#include "bot/stored_conversation.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_step = std::chrono::minutes{3};  // a poll's total deadline, and some
constexpr int failures_worth_a_line = 2;                        // a kept connection may have died meanwhile, once

double chance() {
  thread_local std::minstd_rand random{std::random_device{}()};
  return std::uniform_real_distribution<>(0, 1)(random);
}

void rest(milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock guard(mutex);
  never.wait_for(guard, stop, time, [] { return false; });
}

// A platform tells the time as the computer's clock does now; ours began with that one, and doesn't follow it.
void by_our_clock(std::vector<Event>& events, Time now) {
  const Time told = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (Event& event : events) {
    if (event.said) *event.said += now - told;
  }
}

}  // namespace

Poller::Poller(PollerAccount account, Store& store, const CurrentKnowledge& knowledge, Clock clock)
    : account_(std::move(account)),
      store_(store),
      knowledge_(knowledge),
      clock_(std::move(clock)),
      cursor_(store.cursor(account_.id)),
      expected_(clock_() + longest_step) {}

void Poller::run(const std::stop_token& stop) {
  while (!stop.stop_requested() && !stopped_) {
    const milliseconds wait = step(stop);
    expected_ = clock_() + wait + longest_step;
    if (wait > milliseconds{0}) rest(wait, stop);
  }
}

milliseconds Poller::step(const std::stop_token& stop) {
  if (!started_) {
    const Verdict verdict = account_.connector->start(stop);
    if (stop.stop_requested()) return milliseconds{0};
    if (verdict.next != Next::done) return settled(verdict);
    started_ = true;
    remark(verdict);
    log::info(fmt::format("{}: serving as {}", account_.name, account_.connector->name()));
  }
  if (!polled_) {
    Polled polled = account_.connector->poll(cursor_, stop);
    if (stop.stop_requested()) return milliseconds{0};
    if (polled.verdict.next != Next::done) return settled(polled.verdict);
    settled(polled.verdict);
    remark(polled.verdict);
    if (polled.events.empty() && polled.cursor == cursor_) return milliseconds{0};
    by_our_clock(polled.events, in_seconds(clock_()));
    polled_ = std::move(polled);
  }
  if (const auto failure = take_in()) return store_failed(*failure);
  if (std::exchange(store_fails_, false))
    log::info(fmt::format("{}: the state file can be written again", account_.name));
  failures_ = 0;
  cursor_ = std::exchange(polled_, {})->cursor;
  account_.taken_in();
  return milliseconds{0};
}

// What to do after a start or a poll: how long to wait, and what the operator hears.
milliseconds Poller::settled(const Verdict& verdict) {
  if (verdict.next == Next::done) {
    if (failures_ >= failures_worth_a_line) log::info(fmt::format("{}: works again", account_.name));
    failures_ = 0;
    return milliseconds{0};
  }
  if (verdict.next == Next::stop) {
    stopped_ = true;
    log::error(fmt::format("{}: stopped: {}", account_.name, verdict.reason));
    return milliseconds{0};
  }
  if (++failures_ == failures_worth_a_line)
    log::warning(fmt::format("{}: down, and tried again until it works: {}", account_.name, verdict.reason));
  const milliseconds delay = growing_delay(failures_, chance());
  return verdict.next == Next::retry_after ? std::max(delay, verdict.wait) : delay;
}

// What worked all the same, such as a poll with an update that can't be read: one line, however often it comes.
void Poller::remark(const Verdict& verdict) {
  if (verdict.reason.empty() || verdict.reason == remarked_) return;
  remarked_ = verdict.reason;
  log::warning(fmt::format("{}: {}", account_.name, verdict.reason));
}

// Nothing more is polled until what was polled is stored.
milliseconds Poller::store_failed(const StoreFailure& failure) {
  if (failure.damaged) {
    stopped_ = true;
    account_.damaged(failure.reason);
    return milliseconds{0};
  }
  if (!std::exchange(store_fails_, true))
    log::error(fmt::format("{}: {}; nothing is lost, and it is tried again", account_.name, failure.reason));
  return growing_delay(++failures_, chance());
}

StoreResult Poller::take_in() {
  const auto knowledge = knowledge_.get();
  const Time now = in_seconds(clock_());
  Batch batch{account_.id, {}, polled_->cursor, {}};
  if (polled_->verdict.is_a_bug) batch.counts.push_back({"", "", "a bug of ours"});
  Recent recent;
  for (const Event& event : polled_->events) {
    Taken taken{.event = event.id, .chat = event.chat, .sender = event.sender};
    try {
      if (auto failure = handle_event(event, recent, *knowledge, now, taken)) return failure;
    } catch (const std::exception& error) {
      // What it says may hold the customer's words; its type doesn't.
      log::error(fmt::format("{}: a message was passed over, because answering it failed ({}): please report this",
                             account_.name, typeid(error).name()));
      taken = {.event = event.id, .chat = event.chat, .sender = event.sender};
      taken.count = Count{"", "", "failed"};
    }
    batch.events.push_back(std::move(taken));
  }
  return store_.take_in(batch, now);
}

StoreResult Poller::handle_event(const Event& event, Recent& recent, const Knowledge& knowledge, Time now,
                                 Taken& taken) {
  switch (event.kind) {
    case EventKind::message:
    case EventKind::tap:
    case EventKind::search:
      return answer_event(event, recent, knowledge, now, taken);
    case EventKind::moved:
      taken.moved = ChatMove{event.chat, event.moved_to, [this, to = event.moved_to](Parcel parcel) {
                               return account_.connector->readdressed(std::move(parcel), to);
                             }};
      return std::nullopt;
    case EventKind::gone:
      taken.chat_is_gone = true;
      return std::nullopt;
    case EventKind::withdrawn:
      taken.withdrawn = event.withdrawn;
      return std::nullopt;
  }
  return std::nullopt;
}

StoreResult Poller::answer_event(const Event& event, Recent& recent, const Knowledge& knowledge, Time now,
                                 Taken& taken) {
  const std::string who = event.chat + '\n' + event.sender;
  auto found = recent.find(who);
  if (found == recent.end()) {
    std::string stored;
    if (auto failure = store_.recall(account_.id, event.chat, event.sender, stored)) return failure;
    found = recent.emplace(who, from_stored(stored, knowledge)).first;
  }
  Handled handled = handle(event, found->second, now, account_.groups, knowledge);
  // Whoever tapped or searched sees the program busy until it is answered, if only with nothing.
  const bool awaited = event.kind != EventKind::message;
  if (awaited || says_something(handled.answer)) taken.parcels = account_.connector->compose(event, handled.answer);
  taken.count = std::move(handled.count);
  taken.forget_sender = handled.forget_sender;
  if (handled.conversation) {
    taken.conversation = to_stored(*handled.conversation, knowledge);
    recent[who] = std::move(*handled.conversation);
  } else if (handled.forget_sender) {
    // In every chat: what this batch brought from others is read from the store again, or was just taken in.
    std::erase_if(recent, [&](const auto& each) { return each.first.ends_with('\n' + event.sender); });
    recent[who] = {};
  }
  return std::nullopt;
}

}  // namespace facteur
