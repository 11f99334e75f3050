// The lines of year_line as one transaction changes them: each is read once and written once.
#pragma once

#include "app/register/mark.h"
#include "app/register/year_line.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <utility>
#include <vector>

namespace handbell::store {

class YearLineRows {
 public:
  explicit YearLineRows(SQLite::Database& database);

  /// Forgets what was read and not written: another transaction begins.
  void begin();
  /// The mark stands from now on. Fault: entry_garbled where the row does not read. Throws
  /// SQLite::Exception, as write() does.
  [[nodiscard]] Status set(const reg::MarkDraft& mark);
  void write();
  /// The row as somebody else has just read it; nothing where there is none. Fault: as set().
  [[nodiscard]] Status hold(PupilId pupil, int year, const SQLite::Column& cells);
  /// No mark stands in this session any more. Fault: as set().
  [[nodiscard]] Status clear(PupilId pupil, SessionId session);

 private:
  [[nodiscard]] Result<reg::YearLine*> line(PupilId pupil, int year);

  SQLite::Statement read_;
  SQLite::Statement write_;
  SQLite::Statement remove_;
  std::map<std::pair<int, PupilId>, reg::YearLine> lines_;
};

/// By year, then pupil. Throws SQLite::Exception. Fault: entry_garbled.
[[nodiscard]] Result<std::vector<reg::YearLine>> load_year_lines(SQLite::Database& database,
                                                                 int first, int last);
/// Of one pupil, each year by its place: the lines of the others are not gone through.
[[nodiscard]] Result<std::vector<reg::YearLine>> load_year_lines_of(SQLite::Database& database,
                                                                    PupilId pupil, int first,
                                                                    int last);

}  // namespace handbell::store
