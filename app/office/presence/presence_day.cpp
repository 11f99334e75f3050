#include "app/office/presence/presence_day.h"

#include "app/base/school_time.h"
#include "app/base/text.h"

#include <algorithm>
#include <tuple>

namespace handbell::office {
namespace {

bool by_class_and_name(const reg::PupilRecord* a, const reg::PupilRecord* b) {
  return std::tuple(a->class_name, folded(a->surname.text()), folded(a->called().text()), a->id) <
         std::tuple(b->class_name, folded(b->surname.text()), folded(b->called().text()), b->id);
}

std::vector<const reg::PupilRecord*> pupils_for(const Visitor& who, const reg::School& school,
                                                SchoolDay day, const reg::Presence& presence,
                                                Instant at) {
  std::vector<const reg::PupilRecord*> pupils;
  for (const auto& pupil : school.pupils) {
    if (!who.sees_class(pupil.class_name)) continue;
    const bool known = presence.where(pupil.id, at) != reg::Whereabouts{};
    if (known || pupil.on_roll(day)) pupils.push_back(&pupil);
  }
  std::ranges::sort(pupils, by_class_and_name);
  return pupils;
}

Instant moment_of(const Visit& visit, SchoolDay day, std::optional<TimeOfDay> at) {
  if (at) return from_local(day, *at);
  return day == visit.today ? visit.now : from_local(day, TimeOfDay::from_ms(hours(12).count));
}

}  // namespace

const reg::PupilRecord* PresenceDay::pupil(PupilId id) const {
  const auto found = std::ranges::find(pupils, id, &reg::PupilRecord::id);
  return found == pupils.end() ? nullptr : *found;
}

const reg::PupilRecord* PresenceDay::pupil(const std::string& number) const {
  const auto parsed = whole_number(number);
  return parsed ? pupil(PupilId(*parsed)) : nullptr;
}

std::vector<std::string> PresenceDay::classes() const {
  std::vector<std::string> names;
  for (const auto* pupil : pupils) {
    if (names.empty() || names.back() != pupil->class_name) names.push_back(pupil->class_name);
  }
  return names;
}

Result<PresenceDay> read_presence(const Visit& visit, store::Register& held, SchoolDay day,
                                  std::optional<TimeOfDay> at) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  auto events = held.events(day);
  if (!events) return fail(events.error());
  auto told = held.told(day);
  if (!told) return fail(told.error());
  reg::PresenceFacts facts{std::move(*events), std::move(*told)};
  reg::Presence presence(facts, day, reg::presence_closes());
  const bool is_today = day == visit.today;
  const Instant moment = moment_of(visit, day, at);
  auto pupils = pupils_for(visit.who, **school, day, presence, moment);
  return PresenceDay{*school,
                     day,
                     is_today,
                     moment,
                     is_today && !at,
                     std::move(facts),
                     std::move(presence),
                     std::move(pupils)};
}

std::optional<Instant> typed_moment(const Visit& visit, const std::string& name, SchoolDay day,
                                    FormErrors& errors) {
  const std::string typed = visit.typed(name);
  if (typed.empty() && day == visit.today) return visit.now;
  const auto time = TimeOfDay::parse(typed);
  if (!time) {
    errors.add(name, typed.empty() ? "Type the time, as 15:20." : sentence(time.error()));
    return std::nullopt;
  }
  // The minute that it is now, is now: what was seen a moment ago stays before it.
  if (day == visit.today && time->hh_mm() == local_hh_mm(visit.now)) return visit.now;
  const Instant at = from_local(day, *time);
  if (at <= visit.now) return at;
  errors.add(name, "That time is still to come: it is " + local_hh_mm(visit.now) + " now.");
  return std::nullopt;
}

std::set<reg::EventRef> taken_back_by_people(const reg::PresenceFacts& facts) {
  std::set<reg::EventRef> taken;
  for (const auto& fact : facts.people) {
    const auto* error = std::get_if<reg::TakenBack>(&fact.event);
    if (error != nullptr) taken.insert(error->what);
  }
  return taken;
}

std::optional<SchoolDay> presence_day_named(const Visit& visit, const std::string& on) {
  if (on.empty()) return visit.today;
  const auto day = SchoolDay::parse(on);
  if (!day || visit.today < *day) return std::nullopt;
  return *day;
}

}  // namespace handbell::office
