#include "app/register/due_change.h"

#include "app/base/school_time.h"

#include <algorithm>
#include <set>

namespace handbell::reg {

namespace {

constexpr std::string_view kTimetableField = "pattern";

using NotedChange = Noted<RecordChange>;

/// Noted before the day on which it counts.
bool is_planned(const NotedChange& noted) {
  const auto typed = to_local(noted.typed);
  return typed && typed->day < noted.what.day;
}

/// Of the timetable alone, in the order in which they count.
std::vector<NotedChange> timetable_changes(const std::vector<DayNoteGiven>& notes,
                                           SchoolDay today) {
  std::vector<NotedChange> changes;
  for (auto& noted : standing<RecordChange>(notes)) {
    if (noted.what.field == kTimetableField && noted.what.day <= today) {
      changes.push_back(std::move(noted));
    }
  }
  std::ranges::stable_sort(changes, {}, [](const NotedChange& noted) { return noted.what.day; });
  return changes;
}

void follow(const NotedChange& noted, PupilRecord& record) {
  const auto pattern = AttendancePattern::parse(noted.what.is);
  if (pattern && record.pattern.text() == noted.what.was) record.pattern = *pattern;
}

}  // namespace

std::vector<PupilRecord> due_changes(const School& school, const std::vector<DayNoteGiven>& notes,
                                     SchoolDay today) {
  const auto changes = timetable_changes(notes, today);
  std::set<PupilId> planned;
  for (const auto& noted : changes) {
    if (is_planned(noted)) planned.insert(noted.what.pupil);
  }
  std::vector<PupilRecord> due;
  for (const PupilId id : planned) {
    const auto* before = school.pupil(id);
    if (before == nullptr) continue;
    PupilRecord after = *before;
    for (const auto& noted : changes) {
      if (noted.what.pupil == id) follow(noted, after);
    }
    if (!(after == *before)) due.push_back(std::move(after));
  }
  return due;
}

Result<int> apply_due_changes(Store& store, SchoolDay today) {
  const auto school = store.shared_school();
  if (!school) return fail(school.error());
  const auto notes = store.day_notes(today.plus(-kCaughtUpDays), today);
  if (!notes) return fail(notes.error());
  const auto due = due_changes(**school, *notes, today);
  if (due.empty()) return 0;
  if (const auto put = store.put_pupils(due); !put) return fail(put.error());
  return static_cast<int>(due.size());
}

}  // namespace handbell::reg
