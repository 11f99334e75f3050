#include "app/store/register_backup.h"

#include "app/store/atomic_file.h"
#include "app/store/register_file.h"

#include <sqlite3.h>

#include <filesystem>

namespace handbell::store {

namespace {

namespace fs = std::filesystem;

/// Removes what did not get its name.
class Unfinished {
 public:
  explicit Unfinished(std::string path) : path_(std::move(path)) { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() { remove(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* end : {"", "-journal", "-wal", "-shm"}) fs::remove(path_ + end, ignored);
  }
  std::string path_;
};

Status nothing_bears(const std::string& name) {
  std::error_code ignored;
  if (fs::exists(name, ignored)) return fail(FaultCode::folder_exists, name);
  return {};
}

/// Whole, in one read of the source.
Status copy(const std::string& from, const std::string& to) {
  try {
    SQLite::Database source(from, SQLite::OPEN_READONLY);
    SQLite::Statement into(source, "VACUUM INTO ?");
    into.bind(1, to);
    into.exec();
    return {};
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if (code == SQLITE_FULL) return fail(FaultCode::disk_full, to);
    if (code == SQLITE_CANTOPEN) return fail(FaultCode::file_unreadable, from);
    if (code == SQLITE_IOERR) return fail(FaultCode::disk_failed, to);
    return fail(FaultCode::database_wrong, from);
  }
}

Result<VerifiedCount> verified(const std::string& path, Random& random) {
  const auto file = RegisterFile::open(path, random);
  if (!file) return fail(file.error());
  const auto count = (*file)->verify();
  if (!count) return fail(count.error());
  if (Status rested = (*file)->rest(); !rested) return fail(rested.error());
  return count;
}

/// One file and nothing beside it, so that it reads from a stick that nobody may write to.
Status without_log(const std::string& path) {
  try {
    SQLite::Database file(path, SQLite::OPEN_READWRITE);
    const std::string mode = file.execAndGet("PRAGMA journal_mode=DELETE").getString();
    if (mode == "delete") return {};
  } catch (const SQLite::Exception&) {
    // As where it answers another mode.
  }
  return fail(FaultCode::disk_failed, path);
}

Result<VerifiedCount> verified_copy(const std::string& from, const std::string& to,
                                    Random& random) {
  if (Status free = nothing_bears(to); !free) return fail(free.error());
  const Unfinished part(to + ".part");
  if (Status copied = copy(from, part.path()); !copied) return fail(copied.error());
  const auto count = verified(part.path(), random);
  if (!count) return fail(count.error());
  if (Status alone = without_log(part.path()); !alone) return fail(alone.error());
  if (Status named = name_file(part.path(), to); !named) return fail(named.error());
  return count;
}

}  // namespace

Result<VerifiedCount> back_up_register(const std::string& register_path, const std::string& to,
                                       Random& random) {
  return verified_copy(register_path, to, random);
}

Result<VerifiedCount> restore_register(const std::string& copy_path,
                                       const std::string& register_path, Random& random) {
  return verified_copy(copy_path, register_path, random);
}

}  // namespace handbell::store
