// Whether register.db still is what was written, entry by entry.
#include "app/journal/event_codec.h"
#include "app/journal/mark_codec.h"
#include "app/store/entry_lists.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"
#include "app/store/year_line_rows.h"

#include <fmt/format.h>

#include <limits>
#include <map>

namespace handbell::store {

namespace {

MarkPlaces listed_places(SQLite::Database& database, const PlaceKey& key) {
  SQLite::Statement rows(database, "SELECT day, half, pupil, seq FROM mark WHERE school_id = 1");
  MarkPlaces places(key);
  while (rows.executeStep()) {
    places.add(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64(),
               rows.getColumn(2).getInt64(),
               static_cast<std::uint64_t>(rows.getColumn(3).getInt64()));
  }
  return places;
}

Fault within(const std::string& what, const Fault& fault) {
  return {fault.code, fault.where + " of " + what};
}

/// Whether the event is found on the day that it is of. Fault: entry_missing, as whoever asks for
/// that day misses it. `listed`: on the list of those without a time of their own.
Status stands_on_its_day(const journal::Entry& entry, const SQLite::Column& column, bool listed) {
  if (!entry.salt) return {};
  const auto event = journal::event_of(entry);
  if (!event) return fail(event.error());
  const auto day = day_of(*event, entry.at);
  const bool same =
      day ? !column.isNull() && column.getInt64() == day->number() : column.isNull() && listed;
  if (same) return {};
  return fail(FaultCode::entry_missing, std::to_string(entry.seq));
}

}  // namespace

Result<journal::Witness> RegisterFile::witness() {
  return file_.guarded([&] { return own_head(); });
}

Result<std::vector<journal::Witness>> RegisterFile::journals() {
  return file_.guarded([&] { return held_journals(); });
}

Result<std::vector<journal::Witness>> RegisterFile::held_journals() {
  SQLite::Statement rows(file_.database(),
                         "SELECT history, seq, link FROM journal WHERE school_id = 1");
  std::vector<journal::Witness> found;
  while (rows.executeStep()) {
    journal::Witness held;
    held.head.seq = static_cast<std::uint64_t>(rows.getColumn(1).getInt64());
    if (!copy_blob(rows.getColumn(0), held.history) ||
        !copy_blob(rows.getColumn(2), held.head.link)) {
      return fail(FaultCode::database_wrong, file_.path() + ": the list of journals");
    }
    found.push_back(held);
  }
  return found;
}

Status RegisterFile::stands(const journal::Witness& remembered) {
  if (remembered.history != id_) return {};
  return file_.guarded([&] {
    return journal::witnessed(
        own_head().head, [&](std::uint64_t seq) { return own_link(seq); }, remembered.head);
  });
}

Result<std::uint64_t> RegisterFile::verify_entries(journal::BlankCheck& blanks, bool& listed) {
  SQLite::Statement rows(file_.database(), std::string("SELECT ") + kEntryColumns +
                                               " FROM entry WHERE school_id = 1 ORDER BY seq");
  PlaceKey key{};
  random_.fill(key);
  EntryLists lists(key);
  journal::Head head;
  while (rows.executeStep()) {
    const auto entry = entry_from(rows, id_);
    if (!entry) return fail(within("the register", entry.error()));
    Status good = follows(head, *entry);
    if (good) good = lists.take(*entry, blanks);
    if (!good) return fail(within("the register", good.error()));
    head = head_of(*entry);
  }
  if (Status found = verify_told(lists.told()); !found) return fail(found.error());
  if (Status found = verify_cases(lists.cases()); !found) return fail(found.error());
  if (Status found = verify_letters(lists.letters()); !found) return fail(found.error());
  if (Status found = verify_settings(lists.settings()); !found) return fail(found.error());
  listed = lists.places() == listed_places(file_.database(), key);
  if (!listed) {
    if (const auto lost = unlisted_entry()) return fail(FaultCode::entry_missing, *lost);
  }
  if (Status stands = verify_years(lists.years()); !stands) return fail(stands.error());
  return head.seq;
}

/// What was told stands in the list at its day; what takes an event back, at that event's.
Status RegisterFile::verify_told(EntryLists::ToldDays told) {
  SQLite::Statement rows(file_.database(), "SELECT day, seq FROM told WHERE school_id = 1");
  while (rows.executeStep()) {
    const auto day = SchoolDay::from_number(rows.getColumn(0).getInt64());
    const auto seq = static_cast<std::uint64_t>(rows.getColumn(1).getInt64());
    const auto found = told.find(seq);
    const bool right = day && found != told.end() && found->second.value_or(*day) == *day;
    if (!right) return fail(FaultCode::entry_missing, fmt::format("{} of the register", seq));
    told.erase(found);
  }
  if (told.empty()) return {};
  return fail(FaultCode::entry_missing, fmt::format("{} of the register", told.begin()->first));
}

/// The first entry that the list of marks does not lead to, if there is one.
std::optional<std::string> RegisterFile::unlisted_entry() {
  SQLite::Statement rows(file_.database(), std::string("SELECT ") + kEntryColumns +
                                               " FROM entry WHERE school_id = 1 ORDER BY seq");
  SQLite::Statement place(file_.database(),
                          "SELECT 1 FROM mark WHERE school_id = 1 AND day = ? AND half = ? AND"
                          " pupil = ? AND seq = ?");
  while (rows.executeStep()) {
    const auto entry = entry_from(rows, id_);
    if (!entry) return std::nullopt;
    const auto mark = journal::mark_of(*entry);
    if (!mark) continue;  // blank, or of another kind
    place.reset();
    place.bind(1, mark->what.session.day.number());
    place.bind(2, static_cast<int>(mark->what.session.half));
    place.bind(3, mark->what.pupil.number());
    place.bind(4, static_cast<std::int64_t>(entry->seq));
    if (!place.executeStep()) {
      return std::to_string(entry->seq) + " of the register";
    }
  }
  return std::nullopt;
}

/// The lines that figures are counted from, against those that follow from the entries.
Status RegisterFile::verify_years(const EntryLists::Years& wanted) {
  const auto held = load_year_lines(file_.database(), 0, std::numeric_limits<int>::max());
  if (!held) return fail(held.error());
  for (const auto& line : *held) {
    const auto found = wanted.find({line.school_year(), line.pupil()});
    const reg::YearLine nothing(line.pupil(), line.school_year());
    const reg::YearLine& due = found == wanted.end() ? nothing : found->second;
    if (line != due) return fail(FaultCode::mark_differs, differing_entry(line, due));
  }
  if (held->size() == wanted.size()) return {};
  return fail(FaultCode::mark_differs, missing_entry(*held, wanted));
}

/// The number of the newest entry of the first mark of a year that has no line.
std::string RegisterFile::missing_entry(const std::vector<reg::YearLine>& held,
                                        const EntryLists::Years& wanted) {
  auto line = held.begin();  // both go by year and pupil
  for (const auto& [key, due] : wanted) {
    const reg::YearLine nothing(due.pupil(), due.school_year());
    if (line == held.end() || *line != due) return differing_entry(nothing, due);
    ++line;
  }
  return "0 of the register";
}

/// The number of the newest entry of the first session in which two lines differ.
std::string RegisterFile::differing_entry(const reg::YearLine& held, const reg::YearLine& wanted) {
  const SchoolDay last = reg::last_day_of(held.school_year());
  for (SchoolDay day = reg::first_day_of(held.school_year()); day <= last; day = day.plus(1)) {
    for (const Half half : {Half::am, Half::pm}) {
      const SessionId session{day, half};
      if (held.at(session) == wanted.at(session)) continue;
      return fmt::format("{} of the register ({})",
                         mark_rows().newest(held.pupil(), session).value_or(0), session.text());
    }
  }
  return "0 of the register";  // the same marks, written otherwise
}

RegisterFile::Gaps RegisterFile::gaps_of(const journal::HistoryId& history) {
  SQLite::Statement rows(file_.database(),
                         "SELECT first, seq, link FROM gap WHERE school_id = 1 AND history = ?");
  bind_bytes(rows, 1, history);
  Gaps gaps;
  while (rows.executeStep()) {
    journal::Head sealed;
    sealed.seq = static_cast<std::uint64_t>(rows.getColumn(1).getInt64());
    (void)copy_blob(rows.getColumn(2), sealed.link);
    gaps.emplace(static_cast<std::uint64_t>(rows.getColumn(0).getInt64()), sealed);
  }
  return gaps;
}

Status RegisterFile::verify_journal(const journal::Witness& held, journal::BlankCheck& blanks,
                                    VerifiedCount& count) {
  const auto& [history, head] = held;
  const std::string name = "journal " + to_hex(std::span(history).first(4));
  SQLite::Statement rows(file_.database(),
                         std::string("SELECT ") + kEntryColumns +
                             ", day, day IS NULL AND EXISTS (SELECT 1 FROM untimed AS u WHERE"
                             " u.school_id = 1 AND u.history = event.history AND u.seq = event.seq"
                             " AND (u.day IS NULL) = (event.kind = ?)) FROM event WHERE"
                             " school_id = 1 AND history = ? ORDER BY seq");
  rows.bind(1, static_cast<int>(journal::EntryKind::clock_known));
  rows.bind(2, history.data(), static_cast<int>(history.size()));
  const Gaps gaps = gaps_of(history);
  journal::GapCheck check;
  journal::Head at;
  while (rows.executeStep()) {
    const auto entry = entry_from(rows, history);
    if (!entry) return fail(within(name, entry.error()));
    if (const auto gap = gaps.find(at.seq + 1); gap != gaps.end()) {
      count.lost += gap->second.seq - at.seq;
      at = gap->second;
      check.gap({gap->first, at});
    }
    if (Status read = check.met(*entry); !read) return fail(within(name, read.error()));
    if (Status good = follows(at, *entry); !good) return fail(within(name, good.error()));
    if (!entry->salt) blanks.blank(*entry);
    const bool listed = rows.getColumn(9).getInt() != 0;
    if (Status found = stands_on_its_day(*entry, rows.getColumn(8), listed); !found) {
      return fail(within(name, found.error()));
    }
    at = head_of(*entry);
    ++count.events;
  }
  if (at.seq < head.seq) {
    return fail(FaultCode::tail_cut, name + " ends at " + std::to_string(at.seq) + ", " +
                                         std::to_string(head.seq) + " were held");
  }
  if (at != head) return fail(FaultCode::link_broken, std::to_string(at.seq) + " of " + name);
  if (Status named = check.end(); !named) return fail(within(name, named.error()));
  ++count.journals;
  return {};
}

/// A row of the list of marks more than there are marks: what it leads to is another's, or erased.
Fault RegisterFile::strange_mark() {
  SQLite::Statement rows(file_.database(),
                         std::string("SELECT ") + kEntryColumns +
                             ", day, half, pupil FROM mark JOIN entry USING (school_id, seq)"
                             " WHERE school_id = 1 ORDER BY seq, day, half, pupil");
  while (rows.executeStep()) {
    const auto day = SchoolDay::from_number(rows.getColumn(8).getInt64());
    if (!day) break;
    const SessionId session{*day, static_cast<Half>(rows.getColumn(9).getInt())};
    const auto entry = entry_from(rows, id_);
    if (!entry) return within("the register", entry.error());
    const auto mark = journal::mark_of(*entry);
    const bool its_own = mark && mark->what.session == session &&
                         mark->what.pupil == PupilId(rows.getColumn(10).getInt64());
    if (its_own) continue;
    return {FaultCode::mark_differs,
            fmt::format("{} of the register ({})", rows.getColumn(0).getInt64(), session.text())};
  }
  return {FaultCode::database_wrong, file_.path() + ": the list of marks"};
}

/// Throws SQLite::Exception.
Result<VerifiedCount> RegisterFile::verify_histories() {
  VerifiedCount count;
  journal::BlankCheck blanks;
  bool listed = true;
  const auto entries = verify_entries(blanks, listed);
  if (!entries) return fail(entries.error());
  count.entries = *entries;
  const auto held = held_journals();
  if (!held) return fail(held.error());
  for (const auto& journal : *held) {
    const Status stands = verify_journal(journal, blanks, count);
    if (!stands) return fail(stands.error());
  }
  if (Status named = blanks.end(); !named) return fail(named.error());
  if (!listed) return fail(strange_mark());
  return count;
}

Result<VerifiedCount> RegisterFile::verify() {
  if (Status whole = file_.check_pages(); !whole) return fail(whole.error());
  auto count = file_.guarded([&]() -> Result<VerifiedCount> {
    // Everything is read as it stood in one moment: the office may be writing meanwhile.
    const SQLite::Transaction moment(file_.database());
    return verify_histories();
  });
  if (!count) return count;
  // Last, since it names a table, and the checks above an entry.
  if (Status there = file_.check_references(); !there) return fail(there.error());
  return count;
}

}  // namespace handbell::store
