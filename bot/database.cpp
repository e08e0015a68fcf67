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

#include "bot/file_error.h"
#include "bot/mapped_pages.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t page_bytes = 4096;
constexpr milliseconds reader_lasts{100};  // of one that only passes by

// Why SQLite couldn't write, as in errno. What it tells may be the trouble of whatever the system was asked last, so
// the files are asked first; opening one to try would end SQLite's own locks (sqlite.org/howtocorrupt.html, 2.2).
int why_unwritable(const std::filesystem::path& path, int told) {
  for (const std::string_view beside : {"", "-wal", "-shm"}) {
    if (::access((path.string() + std::string(beside)).c_str(), W_OK) != 0 && errno != ENOENT) return errno;
  }
  return told;
}

// `cause` as in errno, where the system refused something; else 0.
[[noreturn]] void complain(const std::filesystem::path& path, const SQLite::Exception& error, int cause) {
  using Kind = DatabaseError::Kind;
  const std::string name = path.string();
  switch (error.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
      throw DatabaseError(Kind::passing, fmt::format("the disk that holds {} is full: make room", name));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw DatabaseError(Kind::passing, cannot_be_written(path, why_unwritable(path, cause)));
    case SQLITE_IOERR:
      throw DatabaseError(Kind::passing, cannot_be_written(path, why_unwritable(path, cause == 0 ? EIO : cause)));
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
  if (file < 0) throw DatabaseError(DatabaseError::Kind::passing, cannot_be_written(path, errno));
  ::fchmod(file, S_IRUSR | S_IWUSR);
  ::close(file);
}

}  // namespace

struct Database::Sqlite {
  Sqlite(std::filesystem::path file, milliseconds patience)
      : path(std::move(file)), database(path, SQLite::OPEN_READWRITE) {
    wait_for_others(patience);
  }

  void wait_for_others(milliseconds longest) {
    sqlite3_busy_timeout(database.getHandle(), static_cast<int>(longest.count()));
  }

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

  // Whatever SQLite throws, sorted.
  template <typename Work>
  auto sorted(Work work) {
    try {
      return work();
    } catch (const SQLite::Exception& error) {
      complain(path, error, sqlite3_system_errno(database.getHandle()));
    }
  }

  bool between_transactions() { return sqlite3_get_autocommit(database.getHandle()) != 0; }

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

void check(SQLite::Database& database, const std::filesystem::path& path) {
  const std::string found = database.execAndGet("PRAGMA quick_check(1)").getString();
  if (found == "ok") return;
  const std::string where = found.substr(found.rfind('\n') + 1);  // below a line that names the database
  throw DatabaseError(DatabaseError::Kind::damaged, fmt::format("{} is damaged ({})", path.string(), where));
}

}  // namespace

Database::Database(const std::filesystem::path& path, std::optional<std::int64_t> most_bytes)
    : path_(path), most_bytes_(most_bytes) {
  keep_pages_that_cannot_be_written();
  sqlite_ = open();
}

Database::~Database() = default;

std::unique_ptr<Database::Sqlite> Database::open() const {
  make_for_owner_alone(path_);
  std::unique_ptr<Sqlite> opened;
  try {
    opened = std::make_unique<Sqlite>(path_, patience_);
  } catch (const SQLite::Exception& error) {
    complain(path_, error, 0);
  }
  opened->sorted([&] {
    SQLite::Database& database = opened->database;
    check(database, path_);
    database.exec("PRAGMA journal_mode=WAL");
    opened->withstand(Withstands::power_cut);
    database.exec("PRAGMA secure_delete=ON");
    database.exec("PRAGMA temp_store=MEMORY");
    if (most_bytes_) database.exec(fmt::format("PRAGMA max_page_count={}", *most_bytes_ / page_bytes));
    // A transaction that writes nothing tells whether the next ones may.
    database.exec("BEGIN IMMEDIATE; PRAGMA user_version; ROLLBACK");
  });
  return opened;
}

Database::Sqlite& Database::ready() {
  if (sqlite_ && sqlite_->between_transactions() && pages_were_kept()) {
    sqlite_.reset();
    pages_were_kept();  // as it was closed
  }
  if (!sqlite_) sqlite_ = open();
  return *sqlite_;
}

void Database::wait_for_others(milliseconds longest) {
  patience_ = longest;
  if (sqlite_) sqlite_->wait_for_others(longest);
}

void Database::execute(const std::string& sql) {
  Sqlite& sqlite = ready();
  sqlite.sorted([&] { sqlite.database.exec(sql); });
}

int Database::run(std::string_view sql, std::initializer_list<DatabaseValue> values) {
  Sqlite& sqlite = ready();
  return sqlite.sorted([&] { return sqlite.step(sql, values, [](SQLite::Statement&) {}); });
}

void Database::each(std::string_view sql, std::initializer_list<DatabaseValue> values,
                    const std::function<void(const DatabaseRow&)>& visit) {
  Sqlite& sqlite = ready();
  sqlite.sorted([&] { sqlite.step(sql, values, [&](SQLite::Statement& statement) { visit(Row(statement)); }); });
}

void Database::empty_log() {
  std::error_code none;
  if (std::filesystem::file_size(path_.string() + "-wal", none) == 0 || none) return;
  Sqlite& sqlite = ready();
  const auto restore = [this](Sqlite* used) { used->wait_for_others(patience_); };
  const std::unique_ptr<Sqlite, decltype(restore)> patient_again(&sqlite, restore);
  sqlite.wait_for_others(reader_lasts);
  sqlite.sorted([&] { sqlite.database.exec("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

void Database::at_once(const std::function<void()>& work, Withstands withstands) {
  Sqlite& sqlite = ready();
  sqlite.sorted([&] { sqlite.withstand(withstands); });
  run("BEGIN IMMEDIATE");
  try {
    work();
    run("COMMIT");
  } catch (...) {
    // SQLite may have rolled back by itself.
    sqlite.database.tryExec("ROLLBACK");
    throw;
  }
}

}  // namespace facteur
