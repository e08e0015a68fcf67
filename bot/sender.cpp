#include "bot/sender.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bot/delays.h"
#include "bot/log.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;

constexpr int rows_at_once = 256;
constexpr milliseconds longest_wait{30'000};
constexpr milliseconds store_retry{1'000};

Count outcome(std::string what) { return {"", "", std::move(what)}; }

}  // namespace

void say_too_late(std::int64_t number) {
  log::warning(fmt::format("{} answers waited too long to be of use, and are dropped", number));
}

struct Sender::Account {
  Account(SenderAccount told_account, Moment now)
      : told(std::move(told_account)),
        lanes(
            told.connector->account_budget(),
            [connector = told.connector](std::string_view chat) { return connector->chat_budget(chat); }, now) {}

  SenderAccount told;
  Lanes lanes;
  ParcelNumber scanned = 0;  // everything up to this one was read from the store
  bool all_scanned = false;
  std::size_t under_way = 0;
  bool stopped = false;
  bool down = false;                // as the operator was told
  std::string remarked;             // the last thing that was said of answers that went out all the same
  std::vector<std::string> reload;  // chats that something moved to
};

Sender::Sender(Store& store, Exchanges& exchanges, std::vector<SenderAccount> accounts, Clock clock)
    : store_(store), exchanges_(exchanges), clock_(std::move(clock)) {
  for (SenderAccount& each : accounts) accounts_.push_back(std::make_unique<Account>(std::move(each), clock_()));
}

Sender::~Sender() = default;

void Sender::wake() {
  news_ = true;
  exchanges_.wake();
}

void Sender::run(const std::stop_token& stop, milliseconds grace) {
  const std::stop_callback wake_up(stop, [this] { exchanges_.wake(); });
  milliseconds wait{0};
  while (!stop.stop_requested()) wait = turn(exchanges_.wait(wait), Choosing::on);
  const Moment until = clock_() + grace;
  while (!under_way_.empty() && clock_() < until) turn(exchanges_.wait(until - clock_()), Choosing::off);
}

milliseconds Sender::turn(const std::vector<Exchanges::Done>& done) { return turn(done, Choosing::on); }

milliseconds Sender::turn(const std::vector<Exchanges::Done>& done, Choosing choosing) {
  const Moment now = clock_();
  for (const auto& [number, result] : done) {
    auto found = under_way_.extract(static_cast<ParcelNumber>(number));
    if (!found.empty()) settle(std::move(found.mapped()), result, now);
  }
  std::vector<UnderWay> chosen;
  if (choosing == Choosing::on) {
    const bool news = news_.exchange(false);
    for (auto& account : accounts_) {
      if (news) account->all_scanned = false;
      load(*account, now);
      choose(*account, chosen, now);
    }
  }
  if (!write(chosen, now)) return store_retry;
  start(std::move(chosen), now);
  return until_next(now);
}

void Sender::settle(UnderWay ended, const HttpResult& result, Moment now) {
  Account& account = *ended.account;
  --account.under_way;
  const Verdict verdict = account.told.connector->judge(ended.waiting.parcel, result);
  says(account, verdict);
  if (verdict.is_a_bug) pending_.counts.push_back(outcome("a bug of ours"));
  decide(account, std::move(ended.waiting), verdict, now);
}

void Sender::decide(Account& account, Waiting waiting, const Verdict& verdict, Moment now) {
  switch (verdict.next) {
    case Next::done:
      pending_.finished.push_back(waiting.number);
      pending_.counts.push_back(outcome("sent"));
      account.lanes.finished(waiting.parcel.chat, now);
      return;
    case Next::retry:
      if (verdict.moved_to) {
        move(account, waiting, *verdict.moved_to, now);
      } else {
        const int failures = account.lanes.failures(waiting.parcel.chat);
        try_again(account, std::move(waiting), verdict, verdict.instead ? now : delayed(failures, now), now);
      }
      return;
    case Next::retry_after:
      if (verdict.whole_account) account.lanes.hold_account(now + verdict.wait);
      try_again(account, std::move(waiting), verdict, now + verdict.wait, now);
      return;
    case Next::skip:
      if (verdict.chat_is_gone) {
        pending_.gone.push_back({account.told.id, waiting.parcel.chat});
        account.lanes.clear(waiting.parcel.chat, now);
      }
      drop(account, waiting, verdict.chat_is_gone ? "dropped: the chat is gone" : "dropped: refused", now);
      return;
    case Next::stop:
      account.stopped = true;
      try_again(account, std::move(waiting), verdict, now, now);
      account.told.stopped(verdict);
      return;
    case Next::uncertain:
      uncertain(account, std::move(waiting), verdict, now);
      return;
  }
}

void Sender::try_again(Account& account, Waiting waiting, const Verdict& verdict, Moment at, Moment now) {
  if (verdict.instead) waiting.parcel.payload = *verdict.instead;
  pending_.requeued.push_back({waiting.number, waiting.uncertain, verdict.instead});
  account.lanes.put_back(std::move(waiting), at, now);
}

void Sender::uncertain(Account& account, Waiting waiting, const Verdict& verdict, Moment now) {
  if (!waiting.parcel.repeatable) {
    ++waiting.uncertain;
    if (waiting.uncertain >= most_uncertain) return drop(account, waiting, "dropped: uncertain", now);
    pending_.counts.push_back(outcome("sent again: uncertain"));
  }
  const int failures = account.lanes.failures(waiting.parcel.chat);
  try_again(account, std::move(waiting), verdict, delayed(failures, now), now);
}

void Sender::drop(Account& account, const Waiting& waiting, const std::string& why, Moment now) {
  pending_.finished.push_back(waiting.number);
  pending_.counts.push_back(outcome(why));
  account.lanes.finished(waiting.parcel.chat, now);
}

// The store gives the whole lane its new address, and the lane is read again.
void Sender::move(Account& account, const Waiting& waiting, const std::string& to, Moment now) {
  const Connector* connector = account.told.connector;
  pending_.requeued.push_back({waiting.number, waiting.uncertain, std::nullopt});
  ChatMove move{waiting.parcel.chat, to,
                [connector, to](Parcel parcel) { return connector->readdressed(std::move(parcel), to); }};
  pending_.moved.push_back({account.told.id, std::move(move)});
  account.lanes.clear(waiting.parcel.chat, now);
  account.lanes.finished(waiting.parcel.chat, now);
  account.reload.push_back(to);
}

void Sender::load(Account& account, Moment now) {
  if (account.stopped) return;
  StoreResult failure;
  while (!failure && !account.all_scanned && account.lanes.has_room()) {
    std::vector<Waiting> rows;
    failure = store_.waiting(account.told.id, account.scanned, rows_at_once, rows);
    was_read(failure);
    if (failure) break;
    account.all_scanned = rows.size() < static_cast<std::size_t>(rows_at_once);
    if (!rows.empty()) account.scanned = rows.back().number;
    account.lanes.add(std::move(rows), now);
  }
  while (!failure && account.lanes.has_room()) {
    const auto empty = account.lanes.next_empty();
    if (!empty) break;
    std::vector<Waiting> rows;
    failure = store_.waiting_for(account.told.id, empty->chat, empty->after, Lanes::most_in_lane, rows);
    was_read(failure);
    if (failure)
      account.lanes.ask_again(empty->chat);
    else
      account.lanes.refill(empty->chat, std::move(rows), now);
  }
}

// What moved to a chat is read once the store has moved it.
void Sender::load_moved(Account& account, Moment now) {
  std::erase_if(account.reload, [&](const std::string& chat) {
    std::vector<Waiting> rows;
    const auto failure = store_.waiting_for(account.told.id, chat, 0, Lanes::most_in_lane, rows);
    was_read(failure);
    if (failure) return false;
    account.lanes.clear(chat, now);
    account.lanes.refill(chat, std::move(rows), now);
    news_ = true;
    return true;
  });
}

void Sender::choose(Account& account, std::vector<UnderWay>& chosen, Moment now) {
  if (account.stopped) return;
  while (account.under_way < most_under_way) {
    auto waiting = account.lanes.next(now);
    if (!waiting) return;
    if (waiting->expires < in_seconds(now)) {
      pending_.too_late.push_back(waiting->number);
      account.lanes.finished(waiting->parcel.chat, now);
      continue;
    }
    pending_.begun.push_back(waiting->number);
    ++account.under_way;
    chosen.push_back({&account, std::move(*waiting)});
  }
}

// What is pending stays so until the store takes it; what was chosen goes back.
bool Sender::write(std::vector<UnderWay>& chosen, Moment now) {
  if (const auto failure = pending_.empty() ? StoreResult{} : store_.apply(pending_, in_seconds(now))) {
    if (!std::exchange(writing_fails_, true)) log::error(failure->reason);
    pending_.begun.clear();
    for (UnderWay& each : chosen) {
      --each.account->under_way;
      each.account->lanes.put_back(std::move(each.waiting), now + store_retry, now);
    }
    return false;
  }
  if (!pending_.empty() && std::exchange(writing_fails_, false)) log::info("the state file can be written again");
  for (auto& account : accounts_) load_moved(*account, now);
  return true;
}

// What the store no longer has was taken back, or forgotten, meanwhile.
void Sender::start(std::vector<UnderWay> chosen, Moment now) {
  const SenderTurn written = std::exchange(pending_, {});
  if (!written.too_late.empty()) say_too_late(static_cast<std::int64_t>(written.too_late.size()));
  auto next = written.begun.begin();
  for (UnderWay& each : chosen) {
    const ParcelNumber number = each.waiting.number;
    if (next == written.begun.end() || *next != number) {
      --each.account->under_way;
      each.account->lanes.finished(each.waiting.parcel.chat, now);
      news_ = true;
      continue;
    }
    ++next;
    exchanges_.start(static_cast<std::uint64_t>(number), each.account->told.connector->request(each.waiting.parcel));
    under_way_.emplace(number, std::move(each));
  }
}

milliseconds Sender::until_next(Moment now) const {
  if (reading_fails_) return store_retry;
  if (news_) return milliseconds{0};
  Moment next = now + longest_wait;
  for (const auto& account : accounts_) {
    if (account->stopped || account->under_way >= most_under_way) continue;
    if (const auto at = account->lanes.next_at(now)) next = std::min(next, *at);
  }
  return std::max(next - now, milliseconds{0});
}

Moment Sender::delayed(int failures, Moment now) {
  return now + growing_delay(failures, std::uniform_real_distribution<>(0, 1)(random_));
}

// One line when it begins, and one when it ends.
void Sender::was_read(const StoreResult& failure) {
  const bool failed = std::exchange(reading_fails_, failure.has_value());
  if (failure && !failed) log::error(failure->reason);
  if (!failure && failed) log::info("the state file can be read again");
}

// A platform that is down is one line when it starts and one when it ends.
void Sender::says(Account& account, const Verdict& verdict) {
  const std::string& name = account.told.name;
  const bool fails = verdict.next == Next::retry || verdict.next == Next::uncertain;
  if (verdict.next == Next::done && std::exchange(account.down, false)) {
    log::info(fmt::format("{}: sending works again", name));
  } else if (fails && !verdict.instead && !verdict.moved_to && !std::exchange(account.down, true)) {
    log::warning(fmt::format("{}: sending fails, and is tried again: {}", name, verdict.reason));
  } else if (verdict.next == Next::skip) {
    if (!verdict.reason.empty())
      log::warning(fmt::format("{}: an answer can't be delivered: {}", name, verdict.reason));
  } else if (verdict.instead && std::exchange(account.remarked, verdict.reason) != verdict.reason) {
    log::warning(fmt::format("{}: {}{}", name, verdict.reason, verdict.is_a_bug ? ": please report this" : ""));
  }
}

}  // namespace facteur
