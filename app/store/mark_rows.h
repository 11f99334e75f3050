// The statements by which people's marks are written, prepared once for a connection.
//
// An entry, the place where it is found, and the year's line are written together or not at all:
// all of this is for use inside one transaction, and throws SQLite::Exception.
#pragma once

#include "app/journal/entry.h"
#include "app/store/year_line_rows.h"

namespace handbell::store {

class MarkRows {
 public:
  explicit MarkRows(SQLite::Database& database);

  /// Forgets what a transaction that was not committed left behind.
  void begin();
  /// Where the register's history stands: number 0 before the first entry. Known from the last
  /// mark, if it was committed: nobody else writes this file.
  [[nodiscard]] journal::Head head();
  /// The number of the entry that stands, 0 where there is none; with it the year's line is read.
  /// Faults: pupil_unknown, entry_garbled where the line does not read.
  [[nodiscard]] Result<std::uint64_t> newest(PupilId pupil, SessionId session);
  /// Fault: entry_garbled where the year's line does not read.
  [[nodiscard]] Status add(const journal::Entry& entry, const reg::MarkDraft& mark);
  /// Writes the year's lines, each once. `head`: of the last entry.
  void finish(const journal::Head& head);
  void committed() { begun_ = false; }
  /// What was believed committed was not.
  void doubt() { begun_ = true; }

 private:
  SQLite::Statement newest_entry_;
  SQLite::Statement newest_;
  SQLite::Statement entry_;
  SQLite::Statement place_;
  YearLineRows lines_;
  std::optional<journal::Head> head_;  ///< where it is known
  bool begun_ = false;
};

}  // namespace handbell::store
