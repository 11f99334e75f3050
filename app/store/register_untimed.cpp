// Events without a time of their own, in register.db: on which day each of them counts.
#include "app/base/school_time.h"
#include "app/journal/event_codec.h"
#include "app/store/entry_row.h"
#include "app/store/event_row.h"
#include "app/store/register_file.h"
#include "app/store/untimed.h"

#include <map>
#include <set>

namespace handbell::store {

namespace {

std::int64_t signed_of(std::uint64_t number) { return static_cast<std::int64_t>(number); }

std::string select_untimed(const char* where) {
  return "SELECT " + event_columns() +
         ", u.day FROM untimed AS u JOIN event USING (school_id, history, seq)"
         " WHERE u.school_id = 1 AND salt IS NOT NULL AND " +
         where;
}

Status add_seen(SQLite::Statement& rows, std::vector<reg::SeenEvent>& seen) {
  while (rows.executeStep()) {
    auto event = seen_in(rows);
    if (!event) return fail(event.error());
    seen.push_back(std::move(*event));
  }
  return {};
}

/// The nearest day that an entry of the same journal has: of two as near, the later one.
std::optional<std::int64_t> nearest_day(SQLite::Database& database,
                                        const journal::HistoryId& history, std::uint64_t seq) {
  SQLite::Statement near(database,
                         "SELECT day FROM (SELECT * FROM (SELECT day, seq - ?2 AS far FROM event"
                         " WHERE school_id = 1 AND history = ?1 AND seq > ?2 AND day IS NOT NULL"
                         " ORDER BY seq LIMIT 1) UNION ALL SELECT * FROM (SELECT day, ?2 - seq"
                         " FROM event WHERE school_id = 1 AND history = ?1 AND seq < ?2 AND day IS"
                         " NOT NULL ORDER BY seq DESC LIMIT 1)) ORDER BY far LIMIT 1");
  bind_bytes(near, 1, history);
  near.bind(2, signed_of(seq));
  if (!near.executeStep()) return std::nullopt;
  return near.getColumn(0).getInt64();
}

}  // namespace

Result<std::optional<SchoolDay>> RegisterFile::day_counted(const reg::EventRef& ref) {
  return file_.guarded([&] { return day_of_event(ref); });
}

/// Behind the others of that day: what counts there, and the clocks that give it a time.
Status RegisterFile::add_untimed(SchoolDay day, std::vector<reg::SeenEvent>& seen) {
  SQLite::Statement counted(file_.database(), select_untimed("u.day = ? ORDER BY history, seq"));
  counted.bind(1, day.number());
  if (Status added = add_seen(counted, seen); !added) return added;
  SQLite::Statement clocks(
      file_.database(),
      select_untimed("u.day IS NULL AND (u.history, u.boot) IN (SELECT history, boot FROM untimed"
                     " WHERE school_id = 1 AND day = ?) ORDER BY history, seq"));
  clocks.bind(1, day.number());
  return add_seen(clocks, seen);
}

void RegisterFile::list_untimed(const reg::SeenEvent& seen, const journal::HistoryId& history,
                                std::int64_t received) {
  SQLite::Statement row(file_.database(), "INSERT INTO untimed VALUES (1, ?, ?, ?, ?)");
  bind_bytes(row, 1, history);
  row.bind(2, signed_of(seen.ref.seq));
  row.bind(3, signed_of(boot_of(seen.event)));
  if (std::holds_alternative<reg::ClockKnown>(seen.event)) {
    row.bind(4);
  } else {
    row.bind(4, received);
  }
  row.exec();
}

Status RegisterFile::write_untimed(const Reception& reception, Instant now) {
  const auto today = to_local(now);
  std::map<std::uint64_t, std::uint64_t> since;  // by boot: the first whose day is to be found
  for (std::size_t i = 0; i < reception.fresh.size(); ++i) {
    const auto& entry = reception.fresh[i];
    const auto& event = reception.events[i];
    if (day_of(event, entry.at)) continue;
    if (!today) return fail(today.error());
    list_untimed({{"", entry.seq}, event}, entry.history, today->day.number());
    const bool all = std::holds_alternative<reg::ClockKnown>(event);
    const auto [at, fresh] = since.emplace(boot_of(event), all ? 0 : entry.seq);
    if (!fresh && all) at->second = 0;
  }
  for (const auto& [boot, first] : since) {
    const auto& history = reception.fresh.front().history;
    if (Status placed = count_on_their_days(history, boot, first); !placed) return placed;
  }
  return {};
}

/// Events of that start from number `since` on, once its time is known.
Status RegisterFile::count_on_their_days(const journal::HistoryId& history, std::uint64_t boot,
                                         std::uint64_t since) {
  SQLite::Statement clocks(file_.database(),
                           select_untimed("u.history = ? AND u.boot = ? AND u.day IS NULL"));
  bind_bytes(clocks, 1, history);
  clocks.bind(2, signed_of(boot));
  std::vector<reg::SeenEvent> known;
  if (Status read = add_seen(clocks, known); !read) return read;
  if (known.empty()) return {};
  const reg::DoorTimes times(known);
  SQLite::Statement rows(file_.database(), select_untimed("u.history = ? AND u.boot = ? AND u.day"
                                                          " IS NOT NULL AND u.seq >= ?"));
  bind_bytes(rows, 1, history);
  rows.bind(2, signed_of(boot));
  rows.bind(3, signed_of(since));
  std::vector<std::pair<std::uint64_t, SchoolDay>> moves;
  while (rows.executeStep()) {
    const auto seen = seen_in(rows);
    if (!seen) return fail(seen.error());
    const auto own = day_happened(*seen, times);
    const auto held = SchoolDay::from_number(rows.getColumn(9).getInt64());
    if (!own || !held || *own == *held) continue;
    const auto spoken = spoken_of(seen->ref, *held);
    if (!spoken) return fail(spoken.error());
    if (!*spoken) moves.emplace_back(seen->ref.seq, *own);
  }
  SQLite::Statement move(file_.database(),
                         "UPDATE untimed SET day = ? WHERE school_id = 1 AND history = ? AND"
                         " seq = ?");
  for (const auto& [seq, day] : moves) {
    move.reset();
    move.bind(1, day.number());
    bind_bytes(move, 2, history);
    move.bind(3, signed_of(seq));
    move.exec();
  }
  return {};
}

/// Whether somebody answered it or took it back on that day.
Result<bool> RegisterFile::spoken_of(const reg::EventRef& ref, SchoolDay day) {
  const auto facts = told(day);
  if (!facts) return fail(facts.error());
  const auto answers = release_answers(day);
  if (!answers) return fail(answers.error());
  return is_spoken_of(ref, *facts, *answers);
}

/// A register from before there was this list: what has no time counts by the entries around it.
Status RegisterFile::fill_untimed() {
  return file_.transact([&]() -> Status {
    SQLite::Statement rows(file_.database(),
                           std::string("SELECT ") + kEntryColumns +
                               ", history FROM event AS e WHERE school_id = 1 AND day IS NULL AND"
                               " salt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM untimed AS u WHERE"
                               " u.school_id = 1 AND u.history = e.history AND u.seq = e.seq)");
    std::set<std::pair<journal::HistoryId, std::uint64_t>> boots;
    while (rows.executeStep()) {
      journal::HistoryId history{};
      const auto seen = seen_in(rows);
      if (!seen) return fail(seen.error());
      (void)copy_blob(rows.getColumn(8), history);
      const auto written = to_local(Instant{rows.getColumn(3).getInt64()});
      const auto none = written ? written->day.number() : std::int64_t{0};
      const auto day = nearest_day(file_.database(), history, seen->ref.seq);
      list_untimed(*seen, history, day.value_or(none));
      boots.emplace(history, boot_of(seen->event));
    }
    for (const auto& [history, boot] : boots) {
      if (Status placed = count_on_their_days(history, boot, 0); !placed) return placed;
    }
    return {};
  });
}

}  // namespace handbell::store
