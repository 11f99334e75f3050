// What the doors saw, out of register.db: of a day, of many, of one child.
#include "app/register/pupil_events.h"
#include "app/store/event_row.h"
#include "app/store/register_file.h"

namespace handbell::store {

namespace {

constexpr int kDayColumn = 9;  ///< behind event_columns()

std::string select_events(const char* columns, const char* where) {
  return "SELECT " + event_columns() + columns +
         " FROM event WHERE school_id = 1 AND salt IS NOT NULL" + where;
}

}  // namespace

Result<std::vector<reg::SeenEvent>> RegisterFile::events(SchoolDay day) {
  return file_.guarded([&]() -> Result<std::vector<reg::SeenEvent>> {
    std::vector<reg::SeenEvent> seen;
    SQLite::Statement rows(file_.database(), select_events("", " AND day = ?"));
    rows.bind(1, day.number());
    while (rows.executeStep()) {
      auto event = seen_in(rows);
      if (!event) return fail(event.error());
      seen.push_back(std::move(*event));
    }
    if (Status added = add_untimed(day, seen); !added) return fail(added.error());
    return seen;
  });
}

Result<reg::EventsByDay> RegisterFile::events_between(SchoolDay from, SchoolDay to) {
  return file_.guarded([&]() -> Result<reg::EventsByDay> {
    reg::EventsByDay by_day;
    SQLite::Statement rows(file_.database(),
                           select_events(", day", " AND day BETWEEN ? AND ? ORDER BY day"));
    rows.bind(1, from.number());
    rows.bind(2, to.number());
    while (rows.executeStep()) {
      const auto day = SchoolDay::from_number(rows.getColumn(kDayColumn).getInt64());
      if (!day) return fail(day.error());
      auto event = seen_in(rows);
      if (!event) return fail(event.error());
      by_day[*day].push_back(std::move(*event));
    }
    SQLite::Statement untimed(file_.database(),
                              "SELECT DISTINCT day FROM untimed WHERE school_id = 1 AND day BETWEEN"
                              " ? AND ?");
    untimed.bind(1, from.number());
    untimed.bind(2, to.number());
    while (untimed.executeStep()) {
      const auto day = SchoolDay::from_number(untimed.getColumn(0).getInt64());
      if (!day) return fail(day.error());
      if (Status added = add_untimed(*day, by_day[*day]); !added) return fail(added.error());
    }
    return by_day;
  });
}

Result<std::vector<reg::SeenEvent>> RegisterFile::events_of(PupilId pupil) {
  return file_.guarded([&]() -> Result<std::vector<reg::SeenEvent>> {
    reg::PupilEvents own(pupil);
    SQLite::Statement rows(file_.database(), select_events("", " ORDER BY history, seq"));
    while (rows.executeStep()) {
      const auto event = seen_in(rows);
      if (!event) return fail(event.error());
      own.see(*event);
    }
    return own.take();
  });
}

}  // namespace handbell::store
