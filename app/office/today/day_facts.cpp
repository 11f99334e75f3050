#include "app/office/today/day_facts.h"

#include <algorithm>

namespace handbell::office {
namespace {

bool is_door_hand_over(const reg::SeenEvent& seen) {
  return std::holds_alternative<reg::DoorHandOver>(seen.event);
}

}  // namespace

std::vector<reg::AfternoonLine> afternoon_of(const DayFacts& day, const reg::School& school,
                                             Instant now) {
  return reg::afternoon_lines({{day.events, day.told}, day.afternoon, {day.day, Half::pm}, now},
                              school);
}

Result<DayFacts> day_facts(store::Register& held, SchoolDay day) {
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
  DayFacts facts{day,
                 std::move(*events),
                 std::move(*morning),
                 std::move(*afternoon),
                 std::move(*told),
                 std::move(*releases),
                 std::move(*notes)};
  if (std::ranges::none_of(facts.events, is_door_hand_over)) return facts;
  auto goings = door_goings(held, reg::releases_of({facts.events, facts.told}, facts.releases));
  if (!goings) return fail(goings.error());
  facts.goings = std::move(*goings);
  return facts;
}

}  // namespace handbell::office
