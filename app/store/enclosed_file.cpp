#include "app/store/enclosed_file.h"

#include "app/journal/digest.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <functional>

namespace handbell::store {

namespace {

constexpr std::size_t kPart = 1024ULL * 1024;

using Chunk = std::vector<std::uint8_t>;

Chunk blob_of(const SQLite::Column& column) {
  const auto* begin = static_cast<const std::uint8_t*>(column.getBlob());
  return begin == nullptr ? Chunk() : Chunk(begin, begin + column.getBytes());
}

/// Throws no SQLite::Exception any more.
Status at_the_edge(const std::string& path, const std::function<Status()>& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() == SQLITE_FULL) return fail(FaultCode::disk_full, path);
    if (error.getErrorCode() == SQLITE_IOERR) return fail(FaultCode::disk_failed, path);
    return fail(FaultCode::database_wrong, path);
  }
}

void put_part(SQLite::Database& copy, const std::string& name, int number, const Chunk& bytes) {
  const auto digest = journal::blake2b(bytes);
  SQLite::Statement put(copy, "INSERT INTO enclosed_part VALUES (?, ?, ?, ?)");
  put.bind(1, name);
  put.bind(2, number);
  put.bind(3, digest.data(), static_cast<int>(digest.size()));
  put.bind(4, bytes.data(), static_cast<int>(bytes.size()));
  put.exec();
}

/// Throws SQLite::Exception.
Status put_file(SQLite::Database& copy, const Enclosure& file) {
  std::ifstream from(file.path, std::ios::binary);
  if (!from) return fail(FaultCode::file_unreadable, file.path);
  int parts = 0;
  Chunk bytes(kPart);
  while (from.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(kPart)),
         from.gcount() > 0) {
    bytes.resize(static_cast<std::size_t>(from.gcount()));
    put_part(copy, file.name, ++parts, bytes);
    bytes.resize(kPart);
  }
  if (from.bad()) return fail(FaultCode::disk_failed, file.path);
  SQLite::Statement put(copy, "INSERT INTO enclosed VALUES (?, ?)");
  put.bind(1, file.name);
  put.bind(2, parts);
  put.exec();
  return {};
}

/// Throws SQLite::Exception.
std::vector<std::string> names_in(SQLite::Database& copy) {
  std::vector<std::string> names;
  if (!copy.tableExists("enclosed")) return names;
  SQLite::Statement rows(copy, "SELECT name FROM enclosed ORDER BY name");
  while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
  return names;
}

/// Each part to `take`, all of them as they were put in. Throws SQLite::Exception.
Status read_parts(SQLite::Database& copy, const std::string& name,
                  const std::function<bool(const Chunk&)>& take) {
  const Fault garbled{FaultCode::database_wrong, copy.getFilename()};
  SQLite::Statement whole(copy, "SELECT parts FROM enclosed WHERE name = ?");
  whole.bind(1, name);
  const int expected = whole.executeStep() ? whole.getColumn(0).getInt() : 0;
  SQLite::Statement rows(
      copy, "SELECT part, digest, bytes FROM enclosed_part WHERE name = ? ORDER BY part");
  rows.bind(1, name);
  int seen = 0;
  while (rows.executeStep()) {
    const auto bytes = blob_of(rows.getColumn(2));
    const auto digest = journal::blake2b(bytes);
    if (rows.getColumn(0).getInt() != ++seen ||
        !std::ranges::equal(blob_of(rows.getColumn(1)), digest)) {
      return fail(garbled);
    }
    if (!take(bytes)) return fail(FaultCode::disk_failed, name);
  }
  if (seen != expected || seen == 0) return fail(garbled);
  return {};
}

}  // namespace

Status enclose(const std::string& copy, const std::vector<Enclosure>& files) {
  return at_the_edge(copy, [&]() -> Status {
    SQLite::Database database(copy, SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(database);
    // An older Handbell made its register of such a copy and left them in it.
    database.exec(
        "DROP TABLE IF EXISTS enclosed_part;"
        "DROP TABLE IF EXISTS enclosed;"
        "CREATE TABLE enclosed (name TEXT PRIMARY KEY, parts INTEGER NOT NULL) STRICT;"
        "CREATE TABLE enclosed_part (name TEXT NOT NULL, part INTEGER NOT NULL,"
        " digest BLOB NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, part)) STRICT");
    for (const auto& file : files) {
      if (Status put = put_file(database, file); !put) return put;
    }
    transaction.commit();
    for (const auto& file : files) {
      const Status whole = read_parts(database, file.name, [](const Chunk&) { return true; });
      if (!whole) return whole;
    }
    return {};
  });
}

Result<std::vector<std::string>> enclosed_in(const std::string& copy) {
  std::vector<std::string> names;
  const Status read = at_the_edge(copy, [&]() -> Status {
    SQLite::Database database(copy, SQLite::OPEN_READONLY);
    names = names_in(database);
    return {};
  });
  if (!read) return fail(read.error());
  return names;
}

Result<bool> take_out(const std::string& copy, const Enclosure& wanted) {
  bool found = false;
  const Status done = at_the_edge(copy, [&]() -> Status {
    SQLite::Database database(copy, SQLite::OPEN_READONLY);
    const auto names = names_in(database);
    found = std::ranges::find(names, wanted.name) != names.end();
    if (!found) return {};
    std::ofstream to(wanted.path, std::ios::binary | std::ios::trunc);
    const auto write = [&](const Chunk& bytes) {
      to.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
      return to.good();
    };
    if (Status read = read_parts(database, wanted.name, write); !read) return read;
    to.close();
    if (!to) return fail(FaultCode::disk_failed, wanted.path);
    return {};
  });
  if (!done) return fail(done.error());
  return found;
}

Status forget_enclosed(const std::string& copy) {
  return at_the_edge(copy, [&]() -> Status {
    SQLite::Database database(copy, SQLite::OPEN_READWRITE);
    database.exec(
        "PRAGMA secure_delete=ON;"
        "DROP TABLE IF EXISTS enclosed_part;"
        "DROP TABLE IF EXISTS enclosed;"
        "VACUUM");
    return {};
  });
}

}  // namespace handbell::store
