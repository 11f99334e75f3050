#include "app/kiosk/flow/judge_tap.h"

#include "app/base/school_time.h"
#include "app/register/repeat.h"
#include "app/register/visit.h"

namespace handbell::kiosk {

namespace {

Shown see_office() {
  Shown shown;
  shown.kind = ScreenKind::see_office;
  return shown;
}

reg::Repeat repeat_in(const State& state, PupilId pupil, const reg::DoorMoment& at) {
  const SeenTap* last = nullptr;
  const auto session = session_of(at);
  for (const SeenTap& tap : state.seen) {
    if (tap.pupil == pupil && tap.session == session) last = &tap;
  }
  if (last == nullptr) return reg::Repeat::first;
  // A clock that was set meanwhile must not make two taps of one second look far apart.
  if (last->at.boot == at.boot) {
    return reg::repeat_of(Instant{last->at.steady.ms}, Instant{at.steady.ms});
  }
  return reg::repeat_of(last->at.wall, at.wall);
}

Instant first_contact(const State& state, const reg::DoorPupil& pupil, const reg::DoorMoment& at) {
  if (!at.trusted || pupil.family.empty()) return at.wall;
  const auto session = session_of(at);
  std::vector<reg::FamilyTap> taps;
  for (const SeenTap& tap : state.seen) {
    if (tap.session != session || tap.family != pupil.family) continue;
    taps.push_back({tap.pupil, tap.family, tap.at.wall});
  }
  taps.push_back({pupil.id, pupil.family, at.wall});
  return reg::first_contacts(taps).back();
}

ScreenKind kind_of(const reg::Judgement& judgement, const reg::ArrivalFacts& facts) {
  switch (judgement.outcome) {
    case reg::Outcome::clock_unverified:
      return ScreenKind::clock_unknown;
    case reg::Outcome::late_before_close:
      return ScreenKind::late;
    case reg::Outcome::late_after_close:
    case reg::Outcome::reason_code_stands:
      return ScreenKind::after_close;
    case reg::Outcome::school_closed:
    case reg::Outcome::not_on_roll:
      return ScreenKind::see_office;
    default:
      break;
  }
  return facts.clock_trusted ? ScreenKind::on_time : ScreenKind::clock_unknown;
}

Shown shown_for(const State& state, const reg::DoorPupil& pupil, const reg::ArrivalFacts& facts,
                const reg::Judgement& judgement) {
  const ScreenKind kind = kind_of(judgement, facts);
  // Invariant: whatever the reason, "see the office" is one and the same screen (D06, D12).
  if (pupil.see_office || judgement.urgent || kind == ScreenKind::see_office) return see_office();
  Shown shown;
  shown.kind = kind;
  shown.child.emplace();
  if (!pupil.never_show) {
    shown.child = {pupil.shown_name, pupil.class_name, state.book->picture_of(pupil.class_name)};
  }
  if (facts.clock_trusted) shown.came_at = facts.first_contact;
  if (kind == ScreenKind::after_close && facts.window) shown.closes_at = facts.window->closes;
  shown.language = pupil.language;
  return shown;
}

/// On roll today; where today is not known, on the day the door book was made.
bool on_roll(const State& state, const reg::DoorPupil& pupil, const reg::DoorMoment& at) {
  const auto day = to_local(at.trusted ? at.wall : state.book->made);
  return day && pupil.on_roll(day->day);
}

}  // namespace

std::optional<SessionId> session_of(const reg::DoorMoment& at) {
  const auto local = to_local(at.wall);
  if (!at.trusted || !local) return std::nullopt;
  return SessionId{local->day, reg::half_of(local->time)};
}

TapAnswer judge_tap(const State& state, const CardTapped& tap, Moment now) {
  const bool trusted = reg::is_trusted(tap.wall, state.evidence) && to_local(tap.wall).has_value();
  const reg::DoorMoment at{tap.wall, tap.steady, state.boot, trusted, now.rehearsal};
  const reg::DoorPupil* pupil = state.book->pupil_of(tap.card);
  if (pupil == nullptr || !on_roll(state, *pupil, at)) {
    return {reg::RefusedCard{tap.card, at, state.book->version}, false, see_office()};
  }
  const Instant contact = first_contact(state, *pupil, at);
  const auto local = to_local(contact).value_or(LocalMoment{});
  auto facts =
      state.book->facts(*pupil, {local.day, reg::half_of(local.time)}, local.time, trusted);
  facts.on_roll = true;
  const auto judgement = reg::judge_arrival(facts);
  TapAnswer answer{std::nullopt, false, shown_for(state, *pupil, facts, judgement)};
  const auto repeat = repeat_in(state, pupil->id, at);
  if (repeat != reg::Repeat::first && answer.shown.kind != ScreenKind::see_office) {
    answer.shown.kind = ScreenKind::already_in;
    answer.shown.came_at.reset();
    answer.shown.closes_at.reset();
  }
  if (repeat == reg::Repeat::ignored) return answer;
  answer.repeated = repeat == reg::Repeat::second_event;
  reg::Arrived arrived;
  arrived.pupil = pupil->id;
  arrived.at = at;
  arrived.first_contact = contact;
  arrived.book_version = state.book->version;
  arrived.outcome = judgement.outcome;
  if (!answer.repeated) arrived.proposal = judgement.proposal;
  answer.event = arrived;
  return answer;
}

}  // namespace handbell::kiosk
