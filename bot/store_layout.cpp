#include "bot/store_layout.h"

#include <fmt/format.h>

#include <cstdint>

#include "bot/passing_failure.h"

namespace facteur {
namespace {

constexpr std::int64_t schema_version = 1;

// state: 0 waiting, 1 under way.
constexpr const char* schema = R"(
CREATE TABLE accounts(account INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, cursor TEXT NOT NULL);
CREATE TABLE outbox(
  number INTEGER PRIMARY KEY, account INTEGER NOT NULL, chat TEXT NOT NULL, sender TEXT NOT NULL, event TEXT NOT NULL,
  key TEXT NOT NULL, payload TEXT NOT NULL, repeatable INTEGER NOT NULL, expires INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, uncertain INTEGER NOT NULL DEFAULT 0);
CREATE INDEX outbox_in_order ON outbox(account, number);
CREATE INDEX outbox_by_chat ON outbox(account, chat, number);
CREATE TABLE handled(account INTEGER, event TEXT, at INTEGER NOT NULL, PRIMARY KEY(account, event)) WITHOUT ROWID;
CREATE TABLE conversations(
  account INTEGER, chat TEXT, sender TEXT, last INTEGER NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY(account, chat, sender)) WITHOUT ROWID;
CREATE TABLE counters(
  day TEXT, language TEXT, intent TEXT, outcome TEXT, number INTEGER NOT NULL,
  PRIMARY KEY(day, language, intent, outcome)) WITHOUT ROWID;
)";

}  // namespace

void make_or_check_schema(Database& database, const std::filesystem::path& path) {
  std::int64_t version = 0;
  database.each("PRAGMA user_version", {}, [&](const DatabaseRow& row) { version = row.integer(0); });
  if (version == schema_version) return;
  if (version != 0) {
    throw std::runtime_error(
        fmt::format("{} was written by another version of Facteur (its layout is {}, this one's "
                    "{}): use that version, or name another state file",
                    path.string(), version, schema_version));
  }
  database.at_once([&] {
    database.execute(schema);
    database.execute(fmt::format("PRAGMA user_version={}", schema_version));
  });
}

void give_up(const DatabaseError& error, const std::filesystem::path& path) {
  if (error.kind() == DatabaseError::Kind::passing) throw PassingFailure(error.what());
  throw std::runtime_error(
      fmt::format("{}: move it away with its -wal and -shm files (mv {} {}.damaged) and start "
                  "again; what was waiting to be sent is lost",
                  error.what(), path.string(), path.string()));
}

}  // namespace facteur
