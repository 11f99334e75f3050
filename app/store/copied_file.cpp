#include "app/store/copied_file.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <filesystem>

namespace handbell::store {

namespace {

namespace fs = std::filesystem;

}  // namespace

void Unfinished::remove() const {
  std::error_code ignored;
  for (const char* end : {"", "-journal", "-wal", "-shm"}) fs::remove(path_ + end, ignored);
}

Status nothing_bears(const std::string& name) {
  std::error_code ignored;
  if (fs::exists(name, ignored)) return fail(FaultCode::folder_exists, name);
  return {};
}

Status copy_database(const std::string& from, const std::string& to) {
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
    if (code == SQLITE_BUSY)
      return fail(FaultCode::program_running, "The program that uses " + from);
    return fail(FaultCode::database_wrong, from);
  }
}

Status without_log(const std::string& path) {
  try {
    SQLite::Database file(path, SQLite::OPEN_READWRITE);
    SQLite::Statement change(file, "PRAGMA journal_mode=DELETE");
    const bool done = change.executeStep() && change.getColumn(0).getString() == "delete";
    // It is written down at the end of the statement alone, and may fail there.
    while (change.executeStep()) continue;
    if (done) return {};
  } catch (const SQLite::Exception&) {
    // As where it answers another mode.
  }
  return fail(FaultCode::disk_failed, path);
}

}  // namespace handbell::store
