#include "app/store/entry_row.h"

#include <cstring>

namespace handbell::store {

namespace {

void bind_blob(SQLite::Statement& statement, int index, std::span<const std::uint8_t> bytes) {
  // An empty blob is not NULL: a pointer has to be there.
  static constexpr std::uint8_t kNothing = 0;
  const void* data = bytes.empty() ? &kNothing : bytes.data();
  statement.bindNoCopy(index, data, static_cast<int>(bytes.size()));
}

}  // namespace

bool copy_blob(const SQLite::Column& column, std::span<std::uint8_t> to) {
  // Its table is STRICT: where a blob belongs there is nothing else.
  const void* from = column.getBlob();
  if (static_cast<std::size_t>(column.getBytes()) != to.size()) return false;
  if (!to.empty()) std::memcpy(to.data(), from, to.size());
  return true;
}

void bind_entry(SQLite::Statement& statement, const journal::Entry& entry, int first) {
  statement.bind(first, static_cast<std::int64_t>(entry.seq));
  statement.bind(first + 1, static_cast<int>(entry.kind));
  statement.bind(first + 2, static_cast<int>(entry.retention));
  statement.bind(first + 3, entry.at.ms);
  if (entry.salt) {
    bind_blob(statement, first + 4, *entry.salt);
  } else {
    statement.bind(first + 4);
  }
  bind_blob(statement, first + 5, entry.payload);
  bind_blob(statement, first + 6, entry.commitment);
  bind_blob(statement, first + 7, entry.link);
}

Result<journal::Entry> entry_from(SQLite::Statement& row, const journal::HistoryId& history,
                                  int first) {
  journal::Entry entry;
  entry.history = history;
  entry.seq = static_cast<std::uint64_t>(row.getColumn(first).getInt64());
  entry.kind = static_cast<journal::EntryKind>(row.getColumn(first + 1).getInt());
  entry.retention = static_cast<journal::Retention>(row.getColumn(first + 2).getInt());
  entry.at = Instant{row.getColumn(first + 3).getInt64()};
  const auto garbled = [&] { return fail(FaultCode::entry_garbled, std::to_string(entry.seq)); };
  const auto salt = row.getColumn(first + 4);
  if (!salt.isNull() && !copy_blob(salt, entry.salt.emplace())) return garbled();
  const auto payload = row.getColumn(first + 5);
  const auto* bytes = static_cast<const std::uint8_t*>(payload.getBlob());
  const auto length = static_cast<std::size_t>(payload.getBytes());
  if (length > journal::kLongestPayload) return garbled();
  entry.payload.assign(bytes, bytes + length);
  if (!copy_blob(row.getColumn(first + 6), entry.commitment)) return garbled();
  if (!copy_blob(row.getColumn(first + 7), entry.link)) return garbled();
  return entry;
}

}  // namespace handbell::store
