#include "bot/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <unordered_map>

namespace facteur {
namespace {

constexpr int busy_lasts = 5'000;  // milliseconds
constexpr std::int64_t page_bytes = 4096;
constexpr int reader_lasts = 100;  // milliseconds, of one that only passes by

[[noreturn]] void complain(const std::filesystem::path& path, const SQLite::Exception& error) {
  using Kind = DatabaseError::Kind;
  const std::string name = path.string();
  switch (error.getErrorCode()) {
    case SQLITE_FULL:
      throw DatabaseError(Kind::passing, fmt::format("the disk that holds {} is full: make room", name));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw DatabaseError(Kind::passing,
                          fmt::format("{} can't be written ({}): its folder and the files beside it must "
                                      "belong to the user that Facteur runs as",
                                      name, error.getErrorStr()));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw DatabaseError(Kind::passing, fmt::format("another program holds {}: close it", name));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw DatabaseError(Kind::damaged, fmt::format("{} is damaged ({})", name, error.getErrorStr()));
    default:
      throw DatabaseError(Kind::passing, fmt::format("{} can't be used: {}", name, error.what()));
  }
}

// SQLite makes what stands beside the file with the file's own mode.
void make_for_owner_alone(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    const std::string reason = std::generic_category().message(errno);
    throw DatabaseError(DatabaseError::Kind::passing,
                        fmt::format("{} can't be opened ({}): its folder must exist and belong to the user that "
                                    "Facteur runs as",
                                    path.string(), reason));
  }
  ::fchmod(file, S_IRUSR | S_IWUSR);
  ::close(file);
}

}  // namespace

struct Database::Sqlite {
  explicit Sqlite(std::filesystem::path file)
      : path(std::move(file)), database(path, SQLite::OPEN_READWRITE, busy_lasts) {}

  SQLite::Statement& prepared(std::string_view sql) {
    const auto found = statements.find(sql);
    if (found != statements.end()) return found->second;
    return statements.emplace(sql, SQLite::Statement(database, std::string(sql))).first->second;
  }

  // Runs the statement with its values: visit(statement) for each row. Leaves it ready for the next time.
  template <typename Visit>
  int step(std::string_view sql, std::initializer_list<DatabaseValue> values, Visit visit) {
    SQLite::Statement& statement = prepared(sql);
    const auto reset = [](SQLite::Statement* used) { used->tryReset(); };
    const std::unique_ptr<SQLite::Statement, decltype(reset)> ready_again(&statement, reset);
    int place = 0;
    for (const DatabaseValue& value : values) {
      ++place;
      if (const auto* number = std::get_if<std::int64_t>(&value.value())) {
        statement.bind(place, *number);
      } else {
        statement.bindNoCopy(place, *std::get<const std::string*>(value.value()));
      }
    }
    while (statement.executeStep()) visit(statement);
    return sqlite3_changes(database.getHandle());
  }

  void withstand(Withstands wanted) {
    if (wanted == withstands) return;
    database.exec(wanted == Withstands::power_cut ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    withstands = wanted;
  }

  std::filesystem::path path;
  SQLite::Database database;
  std::unordered_map<std::string_view, SQLite::Statement> statements;
  std::optional<Withstands> withstands;
};

namespace {

class Row final : public DatabaseRow {
 public:
  explicit Row(SQLite::Statement& statement) : statement_(statement) {}
  std::int64_t integer(int column) const override { return statement_.getColumn(column).getInt64(); }
  std::string text(int column) const override { return statement_.getColumn(column).getString(); }

 private:
  SQLite::Statement& statement_;
};

// Whatever SQLite throws, sorted.
template <typename Work>
auto sorted(const std::filesystem::path& path, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    complain(path, error);
  }
}

void check(SQLite::Database& database, const std::filesystem::path& path) {
  const std::string found = database.execAndGet("PRAGMA quick_check(1)").getString();
  if (found == "ok") return;
  const std::string where = found.substr(found.rfind('\n') + 1);  // below a line that names the database
  throw DatabaseError(DatabaseError::Kind::damaged, fmt::format("{} is damaged ({})", path.string(), where));
}

}  // namespace

Database::Database(const std::filesystem::path& path, std::optional<std::int64_t> most_bytes) {
  make_for_owner_alone(path);
  sorted(path, [&] {
    sqlite_ = std::make_unique<Sqlite>(path);
    SQLite::Database& database = sqlite_->database;
    check(database, path);
    database.exec("PRAGMA journal_mode=WAL");
    sqlite_->withstand(Withstands::power_cut);
    database.exec("PRAGMA secure_delete=ON");
    database.exec("PRAGMA temp_store=MEMORY");
    if (most_bytes) database.exec(fmt::format("PRAGMA max_page_count={}", *most_bytes / page_bytes));
    // A transaction that writes nothing tells whether the next ones may.
    database.exec("BEGIN IMMEDIATE; PRAGMA user_version; ROLLBACK");
  });
}

Database::~Database() = default;

void Database::execute(const std::string& sql) {
  sorted(sqlite_->path, [&] { sqlite_->database.exec(sql); });
}

int Database::run(std::string_view sql, std::initializer_list<DatabaseValue> values) {
  return sorted(sqlite_->path, [&] { return sqlite_->step(sql, values, [](SQLite::Statement&) {}); });
}

void Database::each(std::string_view sql, std::initializer_list<DatabaseValue> values,
                    const std::function<void(const DatabaseRow&)>& visit) {
  sorted(sqlite_->path,
         [&] { sqlite_->step(sql, values, [&](SQLite::Statement& statement) { visit(Row(statement)); }); });
}

void Database::empty_log() {
  std::error_code none;
  if (std::filesystem::file_size(sqlite_->path.string() + "-wal", none) == 0 || none) return;
  sorted(sqlite_->path, [&] {
    SQLite::Database& database = sqlite_->database;
    database.setBusyTimeout(reader_lasts);
    const auto restore = [](SQLite::Database* used) { sqlite3_busy_timeout(used->getHandle(), busy_lasts); };
    const std::unique_ptr<SQLite::Database, decltype(restore)> patient_again(&database, restore);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

void Database::at_once(const std::function<void()>& work, Withstands withstands) {
  sorted(sqlite_->path, [&] { sqlite_->withstand(withstands); });
  run("BEGIN IMMEDIATE");
  try {
    work();
    run("COMMIT");
  } catch (...) {
    // SQLite may have rolled back by itself.
    sqlite_->database.tryExec("ROLLBACK");
    throw;
  }
}

}  // namespace facteur
