#include "app/rehearsal/expected_morning.h"

#include "app/base/school_time.h"
#include "app/register/repeat.h"

#include <algorithm>
#include <map>

namespace handbell::rehearsal {

namespace {

const reg::PupilRecord* owner_of(const reg::School& school, const CardNumber& uid, SchoolDay day) {
  for (const auto& card : school.cards) {
    const bool revoked = card.revoked && *card.revoked <= day;
    if (card.uid != uid || revoked) continue;
    const auto* pupil = school.pupil(card.pupil);
    if (pupil != nullptr && pupil->on_roll(day)) return pupil;
  }
  return nullptr;
}

reg::SeenEvent arrival(std::uint64_t seq, PupilId pupil, Instant at) {
  reg::Arrived arrived;
  arrived.pupil = pupil;
  arrived.at.wall = at;
  arrived.at.steady = {at.ms};
  arrived.first_contact = at;
  return {{"expected", seq}, arrived};
}

}  // namespace

Result<Expected> expected_morning(const reg::School& school, const std::vector<invent::Tap>& taps,
                                  SchoolDay day) {
  Expected expected;
  std::vector<reg::SeenEvent> events;
  std::map<PupilId, Instant> recorded;
  for (const invent::Tap& tap : taps) {
    const auto uid = CardNumber::parse(tap.card_uid);
    if (!uid) return fail(uid.error());
    const Instant at = from_local(day, tap.at);
    const auto* pupil = owner_of(school, *uid, day);
    if (pupil == nullptr) {
      ++expected.refused;
    } else {
      const auto last = recorded.find(pupil->id);
      const bool ignored =
          last != recorded.end() && reg::repeat_of(last->second, at) == reg::Repeat::ignored;
      if (!ignored) {
        events.push_back(arrival(events.size() + 1, pupil->id, at));
        recorded[pupil->id] = at;
        ++expected.arrivals;
      }
    }
    expected.events_after.push_back(expected.arrivals + expected.refused);
  }
  expected.late = late_children(reg::register_lines(events, school, {}, SessionId{day, Half::am}));
  return expected;
}

std::vector<LateChild> late_children(const std::vector<reg::RegisterLine>& lines) {
  std::vector<LateChild> late;
  for (const auto& line : lines) {
    const auto code = reg::late_code(line);
    const auto local = to_local(line.arrival.first_contact);
    if (!code || !local) continue;
    late.push_back({line.arrival.pupil, local->time.hh_mm(), std::string(code->text()),
                    line.arrival.judgement.minutes_late.value_or(0)});
  }
  std::sort(late.begin(), late.end(),
            [](const LateChild& a, const LateChild& b) { return a.pupil < b.pupil; });
  return late;
}

}  // namespace handbell::rehearsal
