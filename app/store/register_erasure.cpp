// What the register keeps no longer: found by class and age, named, blanked, and gone from the
// file.
#include "app/base/school_time.h"
#include "app/journal/retention.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"
#include "app/store/year_line_rows.h"

namespace handbell::store {

namespace {

std::uint64_t number_in(const SQLite::Column& column) {
  return static_cast<std::uint64_t>(column.getInt64());
}

/// Where every mark's entry was made, of those that still have their text.
Result<std::vector<reg::MarkMade>> marks_made(SQLite::Database& database) {
  SQLite::Statement rows(database,
                         "SELECT m.day, m.half, m.pupil, m.seq, e.at FROM mark AS m JOIN entry AS e"
                         " USING (school_id, seq) WHERE m.school_id = 1");
  std::vector<reg::MarkMade> found;
  while (rows.executeStep()) {
    const auto day = SchoolDay::from_number(rows.getColumn(0).getInt64());
    const auto made = to_local(Instant{rows.getColumn(4).getInt64()});
    if (!day || !made) return fail(FaultCode::entry_garbled, rows.getColumn(3).getString());
    found.push_back({{*day, static_cast<Half>(rows.getColumn(1).getInt())},
                     PupilId(rows.getColumn(2).getInt64()),
                     number_in(rows.getColumn(3)),
                     made->day});
  }
  return found;
}

/// A kiosk that did not know the time wrote a wrong one: then the day on which the event counts.
Instant made_at(const SQLite::Column& written, const SQLite::Column& counts) {
  const auto day =
      counts.isNull() ? std::nullopt : std::optional(SchoolDay::from_number(counts.getInt64()));
  return day && *day ? from_local(**day, TimeOfDay()) : Instant{written.getInt64()};
}

/// Adds what was told of presence, or noted of a case, and is kept no longer, in its place.
void add_told(SQLite::Database& database, SchoolDay today, std::vector<std::uint64_t>& entries) {
  SQLite::Statement rows(database,
                         "SELECT e.seq, e.retention, e.at FROM (SELECT school_id, seq FROM told"
                         " UNION ALL SELECT school_id, seq FROM case_note) AS t JOIN entry AS e"
                         " USING (school_id, seq) WHERE t.school_id = 1");
  while (rows.executeStep()) {
    const auto retention = static_cast<journal::Retention>(rows.getColumn(1).getInt());
    const Instant at{rows.getColumn(2).getInt64()};
    if (journal::kept_through(retention, at) < today)
      entries.push_back(number_in(rows.getColumn(0)));
  }
  std::sort(entries.begin(), entries.end());
}

/// Days of plans that are kept no longer, and how many plans each has.
Result<std::map<SchoolDay, std::uint64_t>> plans_due(SQLite::Database& database, SchoolDay today) {
  SQLite::Statement rows(database,
                         "SELECT day, count(*) FROM plan WHERE school_id = 1 GROUP BY day");
  std::map<SchoolDay, std::uint64_t> due;
  while (rows.executeStep()) {
    const auto day = SchoolDay::from_number(rows.getColumn(0).getInt64());
    if (!day) return fail(day.error());
    if (reg::register_kept_through(*day) < today) due.emplace(*day, number_in(rows.getColumn(1)));
  }
  return due;
}

/// Throws SQLite::Exception.
Status remove_plans(SQLite::Database& database, SchoolDay today) {
  const auto due = plans_due(database, today);
  if (!due) return fail(due.error());
  SQLite::Statement gone(database, "DELETE FROM plan WHERE school_id = 1 AND day = ?");
  for (const auto& [day, count] : *due) {
    gone.reset();
    gone.bind(1, day.number());
    gone.exec();
  }
  if (!due->empty()) raise_version(database);
  return {};
}

}  // namespace

Result<DueForErasure> RegisterFile::due(SchoolDay today) {
  return file_.guarded([&] { return find_due(today); });
}

Result<DueForErasure> RegisterFile::find_due(SchoolDay today) {
  DueForErasure due;
  auto made = marks_made(file_.database());
  if (!made) return fail(made.error());
  due.entries = reg::entries_due(std::move(*made), today);
  add_told(file_.database(), today, due.entries);
  const auto plans = plans_due(file_.database(), today);
  if (!plans) return fail(plans.error());
  for (const auto& [day, count] : *plans) due.plans += count;
  SQLite::Statement rows(file_.database(),
                         "SELECT history, seq, retention, at, u.day FROM event LEFT JOIN untimed AS"
                         " u USING (school_id, history, seq) WHERE school_id = 1 AND salt IS NOT"
                         " NULL ORDER BY history, seq");
  while (rows.executeStep()) {
    journal::HistoryId history{};
    if (!copy_blob(rows.getColumn(0), history)) {
      return fail(FaultCode::database_wrong, file_.path() + ": the list of events");
    }
    const auto retention = static_cast<journal::Retention>(rows.getColumn(2).getInt());
    const Instant at = made_at(rows.getColumn(3), rows.getColumn(4));
    if (journal::kept_through(retention, at) < today) {
      due.events[history].push_back(number_in(rows.getColumn(1)));
    }
  }
  return due;
}

Result<std::uint64_t> RegisterFile::erase(SchoolDay today, const reg::Author& by, Instant at) {
  const auto erased = file_.transact([&]() -> Result<std::uint64_t> {
    const auto due = find_due(today);
    if (!due) return fail(due.error());
    for (const auto& erasure : erasures_of(*due, id_, today, by)) {
      name_erased(erasure, append(draft_of(erasure, at)));
    }
    if (Status blank = blank_entries(due->entries); !blank) return fail(blank.error());
    for (const auto& [history, numbers] : due->events) blank_events(history, numbers);
    if (Status gone = remove_plans(file_.database(), today); !gone) return fail(gone.error());
    return due->count();
  });
  if (!erased || *erased == 0) return erased;
  // What was erased is also in no page of the log.
  if (Status rested = rest(); !rested) return fail(rested.error());
  return erased;
}

/// Behind the register's head; throws SQLite::Exception.
std::uint64_t RegisterFile::append(journal::Draft draft) {
  journal::Salt salt{};
  random_.fill(salt);
  const auto entry = sealed(id_, own_head().head, std::move(draft), salt);
  SQLite::Statement insert(file_.database(),
                           "INSERT INTO entry (school_id, seq, kind, retention, at, salt, payload,"
                           " commitment, link) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)");
  bind_entry(insert, entry);
  insert.exec();
  mark_rows_.reset();  // it knows another head
  return entry.seq;
}

void RegisterFile::name_erased(const journal::Erasure& erasure, std::uint64_t by) {
  SQLite::Statement row(file_.database(), "INSERT INTO erased VALUES (1, ?, ?, ?)");
  for (const auto& run : erasure.runs) {
    for (std::uint64_t number = run.first; number <= run.last; ++number) {
      row.reset();
      bind_bytes(row, 1, run.history);
      row.bind(2, static_cast<std::int64_t>(number));
      row.bind(3, static_cast<std::int64_t>(by));
      row.exec();
    }
  }
}

Status RegisterFile::blank_entries(const std::vector<std::uint64_t>& numbers) {
  auto& database = file_.database();
  SQLite::Statement blank(
      database, "UPDATE entry SET salt = NULL, payload = x'' WHERE school_id = 1 AND seq = ?");
  SQLite::Statement place(database,
                          "DELETE FROM mark WHERE school_id = 1 AND seq = ? RETURNING day, half,"
                          " pupil");
  SQLite::Statement told(database, "DELETE FROM told WHERE school_id = 1 AND seq = ?");
  SQLite::Statement noted(database, "DELETE FROM case_note WHERE school_id = 1 AND seq = ?");
  YearLineRows lines(database);
  for (const auto number : numbers) {
    told.reset();
    told.bind(1, static_cast<std::int64_t>(number));
    told.exec();
    noted.reset();
    noted.bind(1, static_cast<std::int64_t>(number));
    noted.exec();
    blank.reset();
    blank.bind(1, static_cast<std::int64_t>(number));
    blank.exec();
    place.reset();
    place.bind(1, static_cast<std::int64_t>(number));
    while (place.executeStep()) {
      const auto day = SchoolDay::from_number(place.getColumn(0).getInt64());
      if (!day) return fail(day.error());
      const SessionId session{*day, static_cast<Half>(place.getColumn(1).getInt())};
      const PupilId pupil(place.getColumn(2).getInt64());
      if (Status clear = lines.clear(pupil, session); !clear) return clear;
    }
  }
  lines.write();
  return {};
}

void RegisterFile::blank_events(const journal::HistoryId& history,
                                const std::vector<std::uint64_t>& numbers) {
  SQLite::Statement blank(file_.database(),
                          "UPDATE event SET salt = NULL, payload = x'' WHERE school_id = 1 AND"
                          " history = ? AND seq = ?");
  for (const auto number : numbers) {
    blank.reset();
    bind_bytes(blank, 1, history);
    blank.bind(2, static_cast<std::int64_t>(number));
    blank.exec();
  }
}

}  // namespace handbell::store
