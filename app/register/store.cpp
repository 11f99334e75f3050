#include "app/register/store.h"

namespace handbell::reg {

Result<std::shared_ptr<const School>> Store::shared_school() {
  auto now = school();
  if (!now) return fail(now.error());
  return std::make_shared<const School>(std::move(*now));
}

Result<std::shared_ptr<const Staff>> Store::shared_staff() {
  auto now = staff();
  if (!now) return fail(now.error());
  return std::make_shared<const Staff>(std::move(*now));
}

Result<EventsByDay> Store::events_between(SchoolDay from, SchoolDay to) {
  EventsByDay by_day;
  for (SchoolDay day = from; day <= to; day = day.plus(1)) {
    auto seen = events(day);
    if (!seen) return fail(seen.error());
    if (!seen->empty()) by_day.emplace(day, std::move(*seen));
  }
  return by_day;
}

Result<std::vector<YearLine>> Store::years_of(PupilId pupil, int first, int last) {
  auto lines = years(first, last);
  if (!lines) return lines;
  std::erase_if(*lines, [pupil](const YearLine& line) { return line.pupil() != pupil; });
  return lines;
}

Result<std::vector<RegisterLine>> lines_of(Store& store, SessionId session) {
  const auto school = store.shared_school();
  if (!school) return fail(school.error());
  const auto events = store.events(session.day);
  if (!events) return fail(events.error());
  const auto marks = store.marks(session);
  if (!marks) return fail(marks.error());
  return register_lines(*events, **school, *marks, session);
}

}  // namespace handbell::reg
