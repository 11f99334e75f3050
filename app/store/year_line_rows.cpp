#include "app/store/year_line_rows.h"

namespace handbell::store {

namespace {

std::span<const std::uint8_t> bytes_in(const SQLite::Column& column) {
  return {static_cast<const std::uint8_t*>(column.getBlob()),
          static_cast<std::size_t>(column.getBytes())};
}

}  // namespace

Result<reg::YearLine*> YearLineRows::line(PupilId pupil, int year) {
  const auto held = lines_.find({year, pupil});
  if (held != lines_.end()) return &held->second;
  SQLite::Statement row(
      database_, "SELECT cells FROM year_line WHERE school_id = 1 AND year = ? AND pupil = ?");
  row.bind(1, year);
  row.bind(2, pupil.number());
  auto made = row.executeStep() ? reg::YearLine::from_bytes(pupil, year, bytes_in(row.getColumn(0)))
                                : reg::YearLine(pupil, year);
  if (!made) return fail(made.error());
  return &lines_.insert_or_assign({year, pupil}, std::move(*made)).first->second;
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
  SQLite::Statement gone(database_,
                         "DELETE FROM year_line WHERE school_id = 1 AND year = ? AND pupil = ?");
  SQLite::Statement row(database_,
                        "INSERT INTO year_line VALUES (1, ?, ?, ?) ON CONFLICT (school_id, year,"
                        " pupil) DO UPDATE SET cells = excluded.cells");
  for (const auto& [key, line] : lines_) {
    if (line.is_empty()) {
      gone.reset();
      gone.bind(1, key.first);
      gone.bind(2, key.second.number());
      gone.exec();
      continue;
    }
    row.reset();
    row.bind(1, key.first);
    row.bind(2, key.second.number());
    const auto bytes = line.bytes();
    row.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
    row.exec();
  }
}

Result<std::vector<reg::YearLine>> load_year_lines(SQLite::Database& database, int first,
                                                   int last) {
  SQLite::Statement rows(database,
                         "SELECT year, pupil, cells FROM year_line WHERE school_id = 1 AND year"
                         " BETWEEN ? AND ? ORDER BY year, pupil");
  rows.bind(1, first);
  rows.bind(2, last);
  std::vector<reg::YearLine> lines;
  while (rows.executeStep()) {
    auto line = reg::YearLine::from_bytes(PupilId(rows.getColumn(1).getInt64()),
                                          rows.getColumn(0).getInt(), bytes_in(rows.getColumn(2)));
    if (!line) return fail(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

}  // namespace handbell::store
