#include "app/store/year_line_rows.h"

namespace handbell::store {

namespace {

std::span<const std::uint8_t> bytes_in(const SQLite::Column& column) {
  return {static_cast<const std::uint8_t*>(column.getBlob()),
          static_cast<std::size_t>(column.getBytes())};
}

Result<std::vector<reg::YearLine>> lines_in(SQLite::Statement& rows) {
  std::vector<reg::YearLine> lines;
  while (rows.executeStep()) {
    auto line = reg::YearLine::from_bytes(PupilId(rows.getColumn(1).getInt64()),
                                          rows.getColumn(0).getInt(), bytes_in(rows.getColumn(2)));
    if (!line) return fail(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

}  // namespace

YearLineRows::YearLineRows(SQLite::Database& database)
    : read_(database, "SELECT cells FROM year_line WHERE school_id = 1 AND year = ? AND pupil = ?"),
      write_(database,
             "INSERT INTO year_line VALUES (1, ?, ?, ?) ON CONFLICT (school_id, year, pupil)"
             " DO UPDATE SET cells = excluded.cells"),
      remove_(database, "DELETE FROM year_line WHERE school_id = 1 AND year = ? AND pupil = ?") {}

void YearLineRows::begin() {
  for (auto* statement : {&read_, &write_, &remove_}) statement->tryReset();
  lines_.clear();
}

Result<reg::YearLine*> YearLineRows::line(PupilId pupil, int year) {
  const auto held = lines_.find({year, pupil});
  if (held != lines_.end()) return &held->second;
  read_.bind(1, year);
  read_.bind(2, pupil.number());
  auto made = read_.executeStep()
                  ? reg::YearLine::from_bytes(pupil, year, bytes_in(read_.getColumn(0)))
                  : reg::YearLine(pupil, year);
  read_.reset();
  if (!made) return fail(made.error());
  return &lines_.insert_or_assign({year, pupil}, std::move(*made)).first->second;
}

Status YearLineRows::hold(PupilId pupil, int year, const SQLite::Column& cells) {
  // What this transaction has changed already is newer.
  if (lines_.contains({year, pupil})) return {};
  auto made = cells.isNull() ? reg::YearLine(pupil, year)
                             : reg::YearLine::from_bytes(pupil, year, bytes_in(cells));
  if (!made) return fail(made.error());
  lines_.emplace(std::pair{year, pupil}, std::move(*made));
  return {};
}

Status YearLineRows::set(const reg::MarkDraft& mark) {
  auto found = line(mark.pupil, reg::school_year_of(mark.session.day));
  if (!found) return fail(found.error());
  (*found)->set(mark.session, {mark.code, mark.minutes_late});
  return {};
}

Status YearLineRows::clear(PupilId pupil, SessionId session) {
  auto found = line(pupil, reg::school_year_of(session.day));
  if (!found) return fail(found.error());
  (*found)->clear(session);
  return {};
}

void YearLineRows::write() {
  for (const auto& [key, line] : lines_) {
    auto& statement = line.is_empty() ? remove_ : write_;
    statement.bind(1, key.first);
    statement.bind(2, key.second.number());
    const auto bytes = line.bytes();
    if (!line.is_empty()) statement.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
    statement.exec();
    statement.reset();
  }
  lines_.clear();
}

Result<std::vector<reg::YearLine>> load_year_lines(SQLite::Database& database, int first,
                                                   int last) {
  SQLite::Statement rows(database,
                         "SELECT year, pupil, cells FROM year_line WHERE school_id = 1 AND year"
                         " BETWEEN ? AND ? ORDER BY year, pupil");
  rows.bind(1, first);
  rows.bind(2, last);
  return lines_in(rows);
}

Result<std::vector<reg::YearLine>> load_year_lines_of(SQLite::Database& database, PupilId pupil,
                                                      int first, int last) {
  SQLite::Statement rows(database,
                         "WITH RECURSIVE asked (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM asked"
                         " WHERE n < ?2) SELECT year, pupil, cells FROM asked CROSS JOIN year_line"
                         " ON school_id = 1 AND year = n AND pupil = ?3 ORDER BY n");
  rows.bind(1, first);
  rows.bind(2, last);
  rows.bind(3, pupil.number());
  return lines_in(rows);
}

}  // namespace handbell::store
