#include "bot/store.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "bot/database.h"
#include "bot/instance_lock.h"
#include "bot/store_layout.h"

namespace facteur {
namespace {

constexpr std::chrono::hours handled_lasts{24};      // no platform tells of an event again after that
constexpr std::chrono::seconds others_may_write{1};  // another program; what is stored can wait longer, an end can't
constexpr int most_deaths = 20;  // a parcel that was under way so often when Facteur died may well be why

Count too_late_to_send() { return {"", "", "dropped: too late"}; }

std::int64_t seconds(Time time) { return time.time_since_epoch().count(); }

std::string day_of(Time now) {
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

ParcelNumber last_number(Database& database) {
  ParcelNumber last = 0;
  database.each("SELECT max(number) FROM outbox", {}, [&](const DatabaseRow& row) { last = row.integer(0); });
  return last;
}

// What waiting_in() reads; the condition follows.
std::string select_waiting(std::string_view condition) {
  return fmt::format("SELECT number, chat, key, event, payload, repeatable, expires, uncertain FROM outbox WHERE {}",
                     condition);
}

Waiting waiting_in(const DatabaseRow& row) {
  Waiting waiting;
  waiting.number = row.integer(0);
  waiting.parcel.chat = row.text(1);
  waiting.parcel.key = row.text(2);
  waiting.parcel.event = row.text(3);
  waiting.parcel.payload = row.text(4);
  waiting.parcel.repeatable = row.integer(5) != 0;
  waiting.expires = Time(std::chrono::seconds(row.integer(6)));
  waiting.uncertain = static_cast<int>(row.integer(7));
  return waiting;
}

}  // namespace

Store::Store(const StoreSettings& settings) {
  lock_ = std::make_unique<InstanceLock>(settings.path);
  try {
    database_ = std::make_unique<Database>(settings.path, settings.most_bytes);
    make_or_check_schema(*database_, settings.path);
    database_->at_once([&] { recover(); });
    database_->wait_for_others(others_may_write);
  } catch (const DatabaseError& error) {
    give_up(error, settings.path);
  }
  last_number_ = last_number(*database_);
}

Store::~Store() = default;

// What was under way when the process died may have arrived. It is sent again; a platform that takes a repetition for
// the same message shows it once.
void Store::recover() {
  const Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const int deadly = database_->run("DELETE FROM outbox WHERE state=1 AND tries>=?", {most_deaths});
  if (deadly > 0) count({"", "", "dropped: uncertain"}, now, deadly);
  const int uncertain = database_->run("UPDATE outbox SET state=0 WHERE state=1 AND repeatable=0");
  if (uncertain > 0) count({"", "", "sent again: uncertain"}, now, uncertain);
  database_->run("UPDATE outbox SET state=0 WHERE state=1");
}

AccountId Store::account(const std::string& name) {
  const std::scoped_lock guard(mutex_);
  database_->run("INSERT OR IGNORE INTO accounts(name, cursor) VALUES(?, '')", {name});
  AccountId account = 0;
  database_->each("SELECT account FROM accounts WHERE name=?", {name},
                  [&](const DatabaseRow& row) { account = row.integer(0); });
  return account;
}

std::string Store::cursor(AccountId account) {
  const std::scoped_lock guard(mutex_);
  std::string cursor;
  database_->each("SELECT cursor FROM accounts WHERE account=?", {account},
                  [&](const DatabaseRow& row) { cursor = row.text(0); });
  return cursor;
}

StoreResult Store::attempt(const std::function<void()>& work) {
  const std::scoped_lock guard(mutex_);
  try {
    work();
    return std::nullopt;
  } catch (const DatabaseError& error) {
    return StoreFailure{error.what(), error.kind() == DatabaseError::Kind::damaged};
  }
}

void Store::count(const Count& count, Time now, std::int64_t number) {
  const std::string day = day_of(now);
  database_->run(
      "INSERT INTO counters VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number",
      {day, count.language, count.intent, count.outcome, number});
}

void Store::take_in_event(AccountId account, const Taken& taken, Time now) {
  if (taken.forget_sender) {
    database_->run("DELETE FROM conversations WHERE account=? AND sender=?", {account, taken.sender});
    database_->run("DELETE FROM outbox WHERE account=? AND sender=?", {account, taken.sender});
  }
  if (taken.chat_is_gone) database_->run("DELETE FROM outbox WHERE account=? AND chat=?", {account, taken.chat});
  if (taken.moved) move(account, *taken.moved);
  if (!taken.withdrawn.empty())
    database_->run("DELETE FROM outbox WHERE account=? AND event=?", {account, taken.withdrawn});
  if (taken.conversation) {
    database_->run("INSERT OR REPLACE INTO conversations VALUES(?, ?, ?, ?, ?)",
                   {account, taken.chat, taken.sender, seconds(now), *taken.conversation});
  }
  for (const Parcel& parcel : taken.parcels) {
    if (parcel.supersedes)
      database_->run("DELETE FROM outbox WHERE account=? AND chat=? AND state=0", {account, parcel.chat});
    database_->run(
        "INSERT INTO outbox(number, account, chat, sender, event, key, payload, repeatable, expires) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {++last_number_, account, parcel.chat, taken.sender, parcel.event, parcel.key, parcel.payload,
         static_cast<int>(parcel.repeatable), seconds(now + parcel.lasts)});
  }
}

StoreResult Store::take_in(const Batch& batch, Time now) {
  return attempt([&] {
    bool forgetting = false;
    database_->at_once([&] {
      std::map<Count, std::int64_t> counts;
      for (const Count& each : batch.counts) ++counts[each];
      for (const Taken& taken : batch.events) {
        const bool first = database_->run("INSERT OR IGNORE INTO handled VALUES(?, ?, ?)",
                                          {batch.account, taken.event, seconds(now)}) > 0;
        if (!first) continue;
        take_in_event(batch.account, taken, now);
        forgetting |= taken.forget_sender;
        if (taken.count) ++counts[*taken.count];
      }
      for (const auto& [counted, number] : counts) count(counted, now, number);
      database_->run("UPDATE accounts SET cursor=? WHERE account=?", {batch.cursor, batch.account});
    });
    // What was erased also stands in the log until it is emptied.
    if (forgetting) database_->empty_log();
  });
}

StoreResult Store::recall(AccountId account, const std::string& chat, const std::string& sender,
                          std::string& conversation) {
  conversation.clear();
  return attempt([&] {
    database_->each("SELECT data FROM conversations WHERE account=? AND chat=? AND sender=?", {account, chat, sender},
                    [&](const DatabaseRow& row) { conversation = row.text(0); });
  });
}

StoreResult Store::waiting(AccountId account, ParcelNumber after, int most, std::vector<Waiting>& found) {
  static const std::string sql = select_waiting("account=? AND number>? AND state=0 ORDER BY number LIMIT ?");
  return attempt([&] {
    database_->each(sql, {account, after, most}, [&](const DatabaseRow& row) { found.push_back(waiting_in(row)); });
  });
}

StoreResult Store::waiting_for(AccountId account, const std::string& chat, ParcelNumber after, int most,
                               std::vector<Waiting>& found) {
  static const std::string sql =
      select_waiting("account=? AND chat=? AND number>? AND state=0 ORDER BY number LIMIT ?");
  return attempt([&] {
    database_->each(sql, {account, chat, after, most},
                    [&](const DatabaseRow& row) { found.push_back(waiting_in(row)); });
  });
}

void Store::move(AccountId account, const ChatMove& moved) {
  static const std::string sql = select_waiting("account=? AND chat=?");
  std::vector<Waiting> all;
  database_->each(sql, {account, moved.from}, [&](const DatabaseRow& row) { all.push_back(waiting_in(row)); });
  for (Waiting& each : all) {
    const Parcel parcel = moved.readdressed(std::move(each.parcel));
    database_->run("UPDATE outbox SET chat=?, payload=? WHERE number=?", {moved.to, parcel.payload, each.number});
  }
  database_->run("UPDATE OR REPLACE conversations SET chat=? WHERE account=? AND chat=?",
                 {moved.to, account, moved.from});
}

void Store::settle(const SenderTurn& turn, Time now) {
  for (const ParcelNumber number : turn.finished) database_->run("DELETE FROM outbox WHERE number=?", {number});
  for (const auto& [number, uncertain, payload] : turn.requeued) {
    database_->run("UPDATE outbox SET state=0, uncertain=? WHERE number=?", {uncertain, number});
    if (payload) database_->run("UPDATE outbox SET payload=? WHERE number=?", {*payload, number});
  }
  for (const auto& [account, moved] : turn.moved) move(account, moved);
  for (const auto& [account, chat] : turn.gone)
    database_->run("DELETE FROM outbox WHERE account=? AND chat=?", {account, chat});
  std::map<Count, std::int64_t> counts;
  for (const Count& each : turn.counts) ++counts[each];
  for (const auto& [counted, number] : counts) count(counted, now, number);
}

std::vector<ParcelNumber> Store::those_there(const std::vector<ParcelNumber>& numbers, std::string_view change) {
  std::vector<ParcelNumber> there;
  for (const ParcelNumber number : numbers) {
    if (database_->run(change, {number}) > 0) there.push_back(number);
  }
  return there;
}

StoreResult Store::apply(SenderTurn& turn, Time now) {
  const auto withstands = turn.only_begins() ? Withstands::death : Withstands::power_cut;
  return attempt([&] {
    std::vector<ParcelNumber> begun;
    std::vector<ParcelNumber> too_late;
    const auto change = [&] {
      settle(turn, now);
      too_late = those_there(turn.too_late, "DELETE FROM outbox WHERE number=?");
      if (!too_late.empty()) count(too_late_to_send(), now, static_cast<std::int64_t>(too_late.size()));
      begun = those_there(turn.begun, "UPDATE outbox SET state=1, tries=tries+1 WHERE number=?");
    };
    database_->at_once(change, withstands);
    turn.too_late = std::move(too_late);
    turn.begun = std::move(begun);
  });
}

StoreResult Store::clean(Time now, std::int64_t& too_late) {
  too_late = 0;
  return attempt([&] {
    database_->at_once([&] {
      database_->run("DELETE FROM conversations WHERE last<?", {seconds(now - conversation_lasts)});
      database_->run("DELETE FROM handled WHERE at<?", {seconds(now - handled_lasts)});
      too_late = database_->run("DELETE FROM outbox WHERE expires<? AND state=0", {seconds(now)});
      if (too_late > 0) count(too_late_to_send(), now, too_late);
    });
    database_->empty_log();
  });
}

std::vector<CountedDay> Store::counted(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path))
    throw std::runtime_error(fmt::format("{} doesn't exist: nothing was counted yet", path.string()));
  try {
    Database database(path);
    std::vector<CountedDay> all;
    database.each("SELECT day, language, intent, outcome, number FROM counters ORDER BY day, outcome, language, intent",
                  {}, [&](const DatabaseRow& row) {
                    all.push_back({row.text(0), {row.text(1), row.text(2), row.text(3)}, row.integer(4)});
                  });
    return all;
  } catch (const DatabaseError& error) {
    give_up(error, path);
  }
}

}  // namespace facteur
