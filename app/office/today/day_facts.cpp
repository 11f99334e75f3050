#include "app/office/today/day_facts.h"

namespace handbell::office {

std::vector<reg::AfternoonLine> afternoon_of(const DayFacts& day, const reg::School& school,
                                             Instant now) {
  return reg::afternoon_lines({{day.events, day.told}, day.afternoon, {day.day, Half::pm}, now},
                              school);
}

Result<DayFacts> day_facts(reg::Store& held, SchoolDay day) {
  auto events = held.events(day);
  if (!events) return fail(events.error());
  auto morning = held.marks({day, Half::am});
  if (!morning) return fail(morning.error());
  auto afternoon = held.marks({day, Half::pm});
  if (!afternoon) return fail(afternoon.error());
  auto told = held.told(day);
  if (!told) return fail(told.error());
  auto releases = held.release_answers(day);
  if (!releases) return fail(releases.error());
  auto notes = held.day_notes(day, day);
  if (!notes) return fail(notes.error());
  return DayFacts{day,
                  std::move(*events),
                  std::move(*morning),
                  std::move(*afternoon),
                  std::move(*told),
                  std::move(*releases),
                  std::move(*notes)};
}

}  // namespace handbell::office
