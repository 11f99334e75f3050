#include "plain_sql.h"

#include "app/base/check.h"
#include "app/register/year_line.h"

#include <cstdio>

namespace handbell::bench {

namespace {

constexpr const char* kAttendance =
    "SELECT p.pupil,"
    " sum(m.code IN ('/', '\\', 'L', 'V', 'P', 'W', 'K', 'B')) AS attended,"
    " sum(m.code IN ('C', 'C1', 'C2', 'E', 'I', 'M', 'R', 'S', 'T', 'J1')) AS authorised,"
    " sum(m.code IN ('G', 'N', 'O', 'U')) AS unauthorised,"
    " sum(m.code = 'L') AS late, sum(m.code = 'U') AS later, sum(m.minutes) AS minutes"
    " FROM pupil AS p CROSS JOIN plain_mark AS m ON m.pupil = p.pupil AND m.day BETWEEN ? AND ?"
    " WHERE p.school_id = 1 GROUP BY p.pupil";

/// Reads every column, as whoever shows them must.
long long read_all(sqlite3_stmt* rows) {
  long long count = 0;
  while (sqlite3_step(rows) == SQLITE_ROW) {
    for (int column = 0; column < sqlite3_column_count(rows); ++column) {
      (void)sqlite3_column_blob(rows, column);
    }
    ++count;
  }
  sqlite3_reset(rows);
  return count;
}

}  // namespace

PlainSql::PlainSql(const std::string& path, const Scale& scale) {
  sqlite3* opened = nullptr;
  sqlite3_open(path.c_str(), &opened);
  database_.reset(opened);
  fill(scale);
  attendance_ = prepared(kAttendance);
  roll_ = prepared("SELECT * FROM pupil WHERE school_id = 1");
  marks_ = prepared(
      "SELECT m.pupil, e.seq, e.at, e.payload FROM mark AS m JOIN entry AS e USING (school_id, seq)"
      " WHERE m.school_id = 1 AND m.day = ? AND m.half = 0 AND m.seq ="
      " (SELECT max(seq) FROM mark AS n WHERE n.school_id = 1 AND n.day = m.day AND n.half = 0"
      " AND n.pupil = m.pupil)");
  events_ = prepared("SELECT history, seq, at, payload FROM event WHERE school_id = 1 AND day = ?");
}

PlainSql::Statement PlainSql::prepared(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(database_.get()));
    check(false);
  }
  return Statement(statement);
}

void PlainSql::run(const char* sql) {
  check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

void PlainSql::fill(const Scale& scale) {
  run("PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=OFF;"
      "CREATE TABLE plain_mark (pupil INTEGER NOT NULL, day INTEGER NOT NULL, half INTEGER NOT "
      "NULL,"
      " code TEXT NOT NULL, minutes INTEGER, PRIMARY KEY (pupil, day, half)) STRICT, WITHOUT ROWID;"
      "BEGIN");
  const Statement row = prepared("INSERT INTO plain_mark VALUES (?, ?, ?, ?, ?)");
  for (int pupil = 1; pupil <= scale.pupils; ++pupil) {
    for (SchoolDay day = first_day(first_year()); day <= today(scale); day = day.plus(1)) {
      if (day.is_weekend() || day > last_day(reg::school_year_of(day))) continue;
      for (const Half half : {Half::am, Half::pm}) {
        if (day == today(scale) && half == Half::am && pupil <= kLateToday) continue;
        const auto code = code_at(pupil, {day, half});
        sqlite3_bind_int(row.get(), 1, pupil);
        sqlite3_bind_int64(row.get(), 2, day.number());
        sqlite3_bind_int(row.get(), 3, static_cast<int>(half));
        sqlite3_bind_text(row.get(), 4, std::string(code.text()).c_str(), -1, SQLITE_TRANSIENT);
        if (code.text() == "L") sqlite3_bind_int(row.get(), 5, 9);
        check(sqlite3_step(row.get()) == SQLITE_DONE);
        sqlite3_reset(row.get());
        sqlite3_bind_null(row.get(), 5);
      }
    }
  }
  run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
}

long long PlainSql::attendance(SchoolDay from, SchoolDay to) {
  sqlite3_bind_int64(attendance_.get(), 1, from.number());
  sqlite3_bind_int64(attendance_.get(), 2, to.number());
  long long possible = 0;
  while (sqlite3_step(attendance_.get()) == SQLITE_ROW) {
    for (const int column : {1, 2, 3}) possible += sqlite3_column_int64(attendance_.get(), column);
    for (const int column : {4, 5, 6}) (void)sqlite3_column_int64(attendance_.get(), column);
  }
  sqlite3_reset(attendance_.get());
  return possible;
}

long long PlainSql::lateness(SchoolDay day) {
  sqlite3_bind_int64(marks_.get(), 1, day.number());
  sqlite3_bind_int64(events_.get(), 1, day.number());
  return read_all(roll_.get()) + read_all(marks_.get()) + read_all(events_.get());
}

}  // namespace handbell::bench
