#include "app/store/sqlite_file.h"

#include "app/base/check.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <filesystem>

namespace handbell::store {

namespace {

const char* synchronous_pragma(Durability durability) {
  switch (durability) {
    case Durability::extra:
      return "PRAGMA synchronous=EXTRA";
    case Durability::full:
      return "PRAGMA synchronous=FULL";
    case Durability::normal:
      return "PRAGMA synchronous=NORMAL";
  }
  return "PRAGMA synchronous=EXTRA";
}

int number_of(SQLite::Database& database, const char* query) {
  return database.execAndGet(query).getInt();
}

bool is_empty(SQLite::Database& database) {
  return number_of(database, "PRAGMA application_id") == 0 &&
         number_of(database, "PRAGMA user_version") == 0 &&
         number_of(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

FaultCode cannot_open(const std::string& path) {
  std::error_code ignored;
  const auto folder = std::filesystem::path(path).parent_path();
  const bool there = folder.empty() || std::filesystem::is_directory(folder, ignored);
  return there ? FaultCode::file_unreadable : FaultCode::folder_missing;
}

}  // namespace

Fault SqliteFile::fault_of(const SQLite::Exception& error, SQLite::Database* database,
                           const std::string& path) {
  const int code = error.getErrorCode() & 0xFF;
  const bool no_room = database != nullptr && (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) &&
                       sqlite3_system_errno(database->getHandle()) == ENOSPC;
  if (no_room) return {FaultCode::disk_full, path};
  switch (code) {
    case SQLITE_FULL:
      return {FaultCode::disk_full, path};
    case SQLITE_IOERR:
      return {FaultCode::disk_failed, path};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {FaultCode::database_wrong, path};
    case SQLITE_CANTOPEN:
      return {cannot_open(path), path};
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return {FaultCode::file_unreadable, path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {FaultCode::program_running, "The program that uses " + path};
    default:
      return {FaultCode::program_failed, fmt::format("{} ({})", path, error.what())};
  }
}

SqliteFile::SqliteFile(std::string path, const SqliteOptions& options, int flags)
    : path_(std::move(path)),
      application_id_(options.application_id),
      migrations_(options.migrations),
      database_(std::make_unique<SQLite::Database>(
          path_, flags, static_cast<int>(options.busy.count()), options.vfs)) {
  for (std::size_t at = 0; at < migrations_.size(); ++at) {
    check(migrations_[at].number == static_cast<int>(at) + 1);
  }
}

int SqliteFile::last() const { return static_cast<int>(migrations_.size()); }

Result<SqliteFile> SqliteFile::open(const std::string& path, const SqliteOptions& options) {
  auto made = caught(
      [&] { return SqliteFile(path, options, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE); },
      nullptr, path);
  if (!made) return made;
  // Whose it is comes before the journal mode: another program's file stays as it is.
  const Status ready = made->guarded([&]() -> Status {
    if (options.exclusive) made->database_->exec("PRAGMA locking_mode=EXCLUSIVE");
    made->database_->exec(synchronous_pragma(options.durability));
    if (Status ours = made->is_ours(); !ours) return ours;
    return made->prepare(options);
  });
  if (!ready) return fail(ready.error());
  if (Status done = made->migrate_to(made->last()); !done) return fail(done.error());
  return made;
}

Result<SqliteFile> SqliteFile::open_read_only(const std::string& path,
                                              const SqliteOptions& options) {
  auto made =
      caught([&] { return SqliteFile(path, options, SQLite::OPEN_READONLY); }, nullptr, path);
  if (!made) return made;
  const Status ready = made->guarded([&]() -> Status {
    made->database_->exec("PRAGMA trusted_schema=OFF");
    made->database_->exec("PRAGMA query_only=ON");
    if (Status ours = made->is_ours(); !ours) return ours;
    const Result<int> version = made->version();
    if (!version) return fail(version.error());
    if (*version != made->last()) return fail(FaultCode::database_wrong, path);
    return {};
  });
  if (!ready) return fail(ready.error());
  return made;
}

Status SqliteFile::prepare(const SqliteOptions& options) {
  database_->exec("PRAGMA trusted_schema=OFF");
  const std::string mode = database_->execAndGet("PRAGMA journal_mode=WAL").getString();
  if (mode != "wal") return fail(FaultCode::disk_failed, path_);
  database_->exec(
      "PRAGMA wal_autocheckpoint=0;"
      "PRAGMA foreign_keys=ON;"
      "PRAGMA secure_delete=ON;"
      "PRAGMA recursive_triggers=ON");
  // The journal mode may have set it back to what the file was made with.
  database_->exec(synchronous_pragma(options.durability));
  return {};
}

Status SqliteFile::is_ours() {
  if (is_empty(*database_)) return {};
  if (number_of(*database_, "PRAGMA application_id") != application_id_) {
    return fail(FaultCode::database_wrong, path_);
  }
  if (number_of(*database_, "PRAGMA user_version") > last()) {
    return fail(FaultCode::database_newer, path_);
  }
  return {};
}

Result<int> SqliteFile::version() {
  return guarded([&] { return number_of(*database_, "PRAGMA user_version"); });
}

Status SqliteFile::migrate_to(int number) {
  check(number >= 0 && number <= last());
  while (true) {
    const Result<int> now = version();
    if (!now) return fail(now.error());
    if (*now == number) return {};
    if (Status done = step_to(*now < number ? *now + 1 : *now - 1); !done) return done;
  }
}

Status SqliteFile::step_to(int number) {
  return transact([&]() -> Status {
    const int now = number_of(*database_, "PRAGMA user_version");
    check(now + 1 == number || now - 1 == number);
    const auto& step = migrations_[static_cast<std::size_t>(std::max(now, number) - 1)];
    database_->exec(std::string(number > now ? step.up : step.down));
    database_->exec(fmt::format("PRAGMA user_version={}", number));
    database_->exec(fmt::format("PRAGMA application_id={}", application_id_));
    return {};
  });
}

std::vector<Status> SqliteFile::together(const std::vector<Part>& parts,
                                         const std::function<void()>& undone) {
  if (failed_) return {parts.size(), fail(FaultCode::disk_failed, path_)};
  check(!together_);
  together_ = true;
  std::vector<Status> each;
  const Status whole = noted(guarded([&] { return run_parts(parts, each, undone); }));
  together_ = false;
  if (whole) return each;
  undone();
  // Those who were refused for a reason of their own hear that one.
  for (auto& status : each) {
    if (status) status = whole;
  }
  each.resize(parts.size(), whole);
  return each;
}

Status SqliteFile::run_parts(const std::vector<Part>& parts, std::vector<Status>& each,
                             const std::function<void()>& undone) {
  if (!steps_) steps_ = std::make_unique<Immediate::Steps>(*database_);
  Immediate transaction(*database_, *steps_);
  bool any = false;
  for (const auto& part : parts) {
    const PartDone done = run_part(part, parts.size() == 1);
    each.push_back(done.status);
    any = any || done.kept;
    if (!done.kept) undone();
    if ((failed_ || has_ended()) && !done.status) return done.status;
    check(!has_ended());
  }
  if (any) transaction.commit();
  return {};
}

bool SqliteFile::has_ended() const { return sqlite3_get_autocommit(database_->getHandle()) != 0; }

SqliteFile::PartDone SqliteFile::run_part(const Part& part, bool alone) {
  spoiled_.reset();
  if (!alone) database_->exec("SAVEPOINT part");
  const bool wanted = part();
  // A read that fails takes the transaction with it, too.
  if (has_ended() && !spoiled_) spoiled_ = Fault{FaultCode::disk_failed, path_};
  const auto wrong = std::exchange(spoiled_, std::nullopt);
  const bool kept = wanted && !wrong;
  if (!alone && !has_ended()) {
    if (!kept) database_->exec("ROLLBACK TO part");
    database_->exec("RELEASE part");
  }
  if (wrong) return {fail(*wrong), false};
  return {Status{}, kept};
}

Result<bool> SqliteFile::checkpoint() {
  if (failed_) return fail(FaultCode::disk_failed, path_);
  return noted(
      guarded([&] { return number_of(*database_, "PRAGMA wal_checkpoint(TRUNCATE)") == 0; }));
}

Status SqliteFile::check_pages() {
  return guarded([&]() -> Status {
    const std::string found = database_->execAndGet("PRAGMA integrity_check(1)").getString();
    if (found != "ok") return fail(FaultCode::database_wrong, path_ + ": " + found);
    return {};
  });
}

Status SqliteFile::check_references() {
  return guarded([&]() -> Status {
    SQLite::Statement orphans(*database_, "PRAGMA foreign_key_check");
    if (!orphans.executeStep()) return {};
    return fail(FaultCode::database_wrong, path_ + ": " + orphans.getColumn(0).getString());
  });
}

Status SqliteFile::check_integrity() {
  if (Status whole = check_pages(); !whole) return whole;
  return check_references();
}

Immediate::Immediate(SQLite::Database& database, Steps& steps)
    : database_(database), steps_(steps) {
  steps_.begin.tryReset();
  steps_.begin.exec();
  steps_.begin.tryReset();
}

Immediate::~Immediate() {
  // One that failed still stands in its statement.
  steps_.commit.tryReset();
  // After some errors SQLite has rolled back by itself.
  sqlite3* handle = database_.getHandle();
  if (sqlite3_get_autocommit(handle) == 0) {
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Immediate::commit() {
  steps_.commit.tryReset();
  steps_.commit.exec();
  steps_.commit.tryReset();
}

}  // namespace handbell::store
