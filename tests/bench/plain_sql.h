// The same questions in SQL that somebody wrote by hand, on the same file, with SQLite alone.
//
// For attendance the file gets a table as one would make it without us: a row a mark, clustered by
// pupil and day. For today's lateness the rows that the store reads are read.
#pragma once

#include "scale_school.h"
#include <sqlite3.h>

#include <memory>

namespace handbell::bench {

class PlainSql {
 public:
  /// Adds the table to a register that nobody else holds.
  PlainSql(const std::string& path, const Scale& scale);

  /// Sums by pupil over the days; answers how many sessions were possible in all.
  [[nodiscard]] long long attendance(SchoolDay from, SchoolDay to);
  /// Reads roll, marks and door events of the morning; answers how many rows.
  [[nodiscard]] long long lateness(SchoolDay day);

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Close>;

  [[nodiscard]] Statement prepared(const char* sql);
  void run(const char* sql);
  void fill(const Scale& scale);

  std::unique_ptr<sqlite3, Close> database_;
  Statement attendance_;
  Statement roll_;
  Statement marks_;
  Statement events_;
};

}  // namespace handbell::bench
