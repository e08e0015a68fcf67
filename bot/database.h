// SQLite, which is named in database.cpp alone: a file, its statements, and errors sorted by what can be done.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace facteur {

// Thrown by everything below; the store turns it into a value.
class DatabaseError : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t { passing, damaged };  // passing: it may work later, when a person has made room, say
  DatabaseError(Kind kind, const std::string& sentence) : std::runtime_error(sentence), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

// A value for a statement; the text outlives the call.
class DatabaseValue {
 public:
  template <std::integral Integer>
  DatabaseValue(Integer value) : value_(static_cast<std::int64_t>(value)) {}  // NOLINT(google-explicit-constructor)
  DatabaseValue(const std::string& text) : value_(&text) {}                   // NOLINT(google-explicit-constructor)
  const std::variant<std::int64_t, const std::string*>& value() const { return value_; }

 private:
  std::variant<std::int64_t, const std::string*> value_;
};

// The row that a query stands at.
class DatabaseRow {
 public:
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string text(int column) const = 0;
  virtual ~DatabaseRow() = default;
};

// What a transaction that was committed withstands: the machine's sudden end, or only the process's. The former waits
// for the disk.
enum class Withstands : std::uint8_t { power_cut, death };

// For one thread at a time.
class Database {
 public:
  // Opens or makes the file, for its owner alone: write-ahead log, what is deleted is overwritten.
  // `most_bytes` is as large as the file may grow.
  explicit Database(const std::filesystem::path&, std::optional<std::int64_t> most_bytes = {});
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // How long to wait for another program that writes; five seconds unless told otherwise.
  void wait_for_others(std::chrono::milliseconds longest);

  // Several statements without values.
  void execute(const std::string& sql);
  // One statement, prepared once; `sql` outlives the database. Returns how many rows it changed.
  int run(std::string_view sql, std::initializer_list<DatabaseValue> = {});
  void each(std::string_view sql, std::initializer_list<DatabaseValue>, const std::function<void(const DatabaseRow&)>&);

  // Makes everything that `work` does happen, or nothing.
  void at_once(const std::function<void()>& work, Withstands = Withstands::power_cut);

  // What is overwritten in the file stands in the log beside it until that is emptied, which takes a few writes to the
  // disk; none where the log is empty. Another program that reads prevents it, and isn't waited for: call it again.
  void empty_log();

 private:
  struct Sqlite;
  // The open file, opened again where its index in memory is no longer what others see (see mapped_pages.h).
  Sqlite& ready();
  std::unique_ptr<Sqlite> open() const;

  std::filesystem::path path_;
  std::optional<std::int64_t> most_bytes_;
  std::chrono::milliseconds patience_{5'000};
  std::unique_ptr<Sqlite> sqlite_;  // null where it couldn't be opened again
};

}  // namespace facteur
