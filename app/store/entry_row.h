// An entry as a row: the same eight columns in the kiosk's journal and in the office's register.
//
// seq, kind, retention, at, salt, payload, commitment, link. Whether the row still is what was
// written is for journal::follows() to say; here only lengths are looked at.
#pragma once

#include "app/journal/entry.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace handbell::store {

constexpr const char* kEntryColumns = "seq, kind, retention, at, salt, payload, commitment, link";

/// Binds the eight columns from parameter `first` on. Throws SQLite::Exception. The entry must
/// outlive the execution: nothing is copied.
void bind_entry(SQLite::Statement& statement, const journal::Entry& entry, int first = 1);

/// Reads the eight columns from column `first` on. Fault: entry_garbled with the number.
[[nodiscard]] Result<journal::Entry> entry_from(SQLite::Statement& row,
                                                const journal::HistoryId& history, int first = 0);

/// Copied by the statement, as everything that is bound to it by value.
template <std::size_t N>
void bind_bytes(SQLite::Statement& row, int index, const std::array<std::uint8_t, N>& bytes) {
  row.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

/// A blob of exactly this length. False where it has another.
[[nodiscard]] bool copy_blob(const SQLite::Column& column, std::span<std::uint8_t> to);

}  // namespace handbell::store
