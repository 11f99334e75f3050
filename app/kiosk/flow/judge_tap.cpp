#include "app/kiosk/flow/judge_tap.h"

#include "app/base/school_time.h"
#include "app/register/repeat.h"
#include "app/register/visit.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

Shown see_office() {
  Shown shown;
  shown.kind = ScreenKind::see_office;
  return shown;
}

reg::Repeat repeat_after(const reg::DoorMoment& last, const reg::DoorMoment& at) {
  // A clock that was set meanwhile must not make two taps of one second look far apart.
  if (last.boot == at.boot) return reg::repeat_of(Instant{last.steady.ms}, Instant{at.steady.ms});
  return reg::repeat_of(last.wall, at.wall);
}

reg::Repeat repeat_in(const State& state, PupilId pupil, const reg::DoorMoment& at,
                      const std::optional<SessionId>& session) {
  const SeenTap* last = nullptr;
  for (const SeenTap& tap : state.seen) {
    if (tap.pupil != pupil || tap.session != session) continue;
    if (session || same_start(tap.at, at)) last = &tap;
  }
  return last == nullptr ? reg::Repeat::first : repeat_after(last->at, at);
}

Instant first_contact(const State& state, const reg::DoorPupil& pupil, const reg::DoorMoment& at,
                      const std::optional<SessionId>& session) {
  if (!at.trusted || pupil.family.empty()) return at.wall;
  std::vector<reg::FamilyTap> taps;
  for (const SeenTap& tap : state.seen) {
    if (tap.family != pupil.family || tap.session != session) continue;
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

/// Whose result it is, of whatever kind.
Shown result_of(const State& state, const reg::DoorPupil& pupil, ScreenKind kind) {
  Shown shown;
  shown.kind = kind;
  shown.child = result_for(*state.book, pupil);
  shown.pupils = {pupil.id};
  if (!pupil.never_show) shown.family = pupil.family;
  shown.language = pupil.language;
  return shown;
}

Shown shown_for(const State& state, const reg::DoorPupil& pupil, const reg::ArrivalFacts& facts,
                const reg::Judgement& judgement) {
  const ScreenKind kind = kind_of(judgement, facts);
  // Invariant: whatever the reason, "see the office" is one and the same screen (D06, D12).
  if (pupil.see_office || judgement.urgent || kind == ScreenKind::see_office) return see_office();
  Shown shown = result_of(state, pupil, kind);
  if (facts.clock_trusted) shown.came_at = facts.first_contact;
  if (kind == ScreenKind::after_close && facts.window) shown.closes_at = facts.window->closes;
  return shown;
}

bool on_roll(const State& state, const reg::DoorPupil& pupil, const reg::DoorMoment& at,
             const std::optional<SessionId>& session) {
  if (session) return pupil.on_roll(session->day);
  const auto day = day_at(state, at);
  return day && pupil.on_roll(*day);
}

/// Who went out comes back; held up again, nothing new (D07, D18).
TapAnswer judge_return(const State& state, const reg::DoorPupil& pupil, const SeenPass& last,
                       const reg::DoorMoment& at) {
  TapAnswer answer{std::nullopt, false, std::nullopt,
                   result_of(state, pupil, ScreenKind::welcome_back)};
  if (!last.out) answer.was_in = pupil.id;
  if (pupil.see_office) answer.shown = see_office();
  const bool again = !last.out && repeat_after(last.at, at) == reg::Repeat::ignored;
  if (!again) answer.event = reg::Passed{pupil.id, at, false, ""};
  if (!last.out && answer.shown.kind == ScreenKind::welcome_back) {
    answer.shown.kind = ScreenKind::already_in;
  }
  return answer;
}

TapAnswer judge_child(const State& state, const reg::DoorPupil& pupil, reg::ArrivalMeans means,
                      const reg::DoorMoment& at, const std::optional<SessionId>& session) {
  const SeenPass* last = last_pass(state, pupil.id, at);
  // Who came back in the morning and comes after lunch arrives (D18).
  const bool arrives = last == nullptr || (!last->out && session && last->session != session);
  if (!arrives) return judge_return(state, pupil, *last, at);
  const Instant contact = first_contact(state, pupil, at, session);
  const auto local = to_local(contact).value_or(LocalMoment{});
  auto facts =
      state.book->facts(pupil, {local.day, reg::half_of(local.time)}, local.time, at.trusted);
  facts.on_roll = true;
  const auto judgement = reg::judge_arrival(facts);
  TapAnswer answer{std::nullopt, false, std::nullopt, shown_for(state, pupil, facts, judgement)};
  // Only a visit asks for it.
  if (state.visit && seen_today(state, pupil.id, at) == Seen::in) answer.was_in = pupil.id;
  const auto repeat = repeat_in(state, pupil.id, at, session);
  if (repeat != reg::Repeat::first && answer.shown.kind != ScreenKind::see_office) {
    answer.shown.kind = ScreenKind::already_in;
    answer.shown.came_at.reset();
    answer.shown.closes_at.reset();
  }
  if (repeat == reg::Repeat::ignored) return answer;
  answer.repeated = repeat == reg::Repeat::second_event;
  reg::Arrived arrived;
  arrived.pupil = pupil.id;
  arrived.at = at;
  arrived.means = means;
  arrived.first_contact = contact;
  arrived.book_version = state.book->version;
  arrived.outcome = judgement.outcome;
  if (!answer.repeated) arrived.proposal = judgement.proposal;
  answer.event = arrived;
  return answer;
}

bool may_be_offered(const State& state, const reg::DoorPupil& sibling, const reg::DoorMoment& at,
                    const std::optional<SessionId>& session) {
  return !sibling.never_show && !sibling.shown_name.empty() &&
         on_roll(state, sibling, at, session) && (!session || sibling.pattern.expects(*session));
}

bool asks_who_goes(const State& state) {
  const auto& visit = state.visit;
  return visit && !state.staff && visit->kind() == ScreenKind::out_child && !visit->waits;
}

/// The family's children who may stand on the screen. Of those who go, whoever this door does not
/// know to be out: most came in with their class.
Page family_page(const State& state, const std::string& family, const reg::DoorMoment& at,
                 const std::optional<SessionId>& session) {
  Page page;
  page.by_card = true;
  page.kind = asks_who_goes(state) ? ScreenKind::pick_child : ScreenKind::siblings;
  for (const auto& pupil : state.book->pupils) {
    const bool room = static_cast<int>(page.pupils.size()) < reg::kVisitMostChildren;
    if (!room || pupil.family != family || !may_be_offered(state, pupil, at, session)) continue;
    const bool gone = seen_today(state, pupil.id, at) == Seen::out;
    if (gone && page.kind == ScreenKind::pick_child) continue;
    page.add({"", "", pupil.shown_name, "", state.book->picture_of(pupil.class_name), false});
    page.pupils.push_back(pupil.id);
  }
  return page;
}

bool family_just_tapped(const State& state, const std::string& family, const reg::DoorMoment& at) {
  return std::ranges::any_of(state.seen, [&](const SeenTap& tap) {
    return tap.pupil == PupilId() && tap.family == family &&
           repeat_after(tap.at, at) == reg::Repeat::ignored;
  });
}

/// A family's own card: nobody came by it yet, and from now on its children's first contact runs
/// (D13). Of whom nobody may be shown it is as good as an unknown card.
TapAnswer judge_family(const State& state, const std::string& family, const reg::CardHash& card,
                       const reg::DoorMoment& at) {
  const auto session = session_of(at);
  TapAnswer answer;
  answer.shown.kind = ScreenKind::siblings;
  answer.shown.family = family;
  answer.shown.offers = family_page(state, family, at, session);
  if (answer.shown.offers.choices.empty()) {
    return {reg::RefusedCard{card, at, state.book->version}, false, std::nullopt, see_office()};
  }
  const bool comes = answer.shown.offers.kind == ScreenKind::siblings;
  if (comes && !family_just_tapped(state, family, at)) {
    answer.event = reg::FamilyTapped{card, at, state.book->version, answer.shown.offers.pupils};
  }
  return answer;
}

}  // namespace

reg::DoorMoment door_moment(const State& state, const Moment& at) {
  const bool trusted = reg::is_trusted(at.wall, state.evidence) && to_local(at.wall).has_value();
  return {at.wall, at.steady, state.boot, trusted, at.rehearsal};
}

ResultFor result_for(const reg::DoorBook& book, const reg::DoorPupil& pupil) {
  if (pupil.never_show) return {};
  return {pupil.shown_name, pupil.class_name, book.picture_of(pupil.class_name)};
}

TapAnswer judge_tap(const State& state, const CardTapped& tap, Moment now) {
  const reg::DoorMoment at = door_moment(state, {tap.wall, tap.steady, now.rehearsal});
  const auto session = session_of(at);
  const reg::DoorPupil* pupil = state.book->pupil_of(tap.card);
  const std::string* family = pupil == nullptr ? state.book->family_of(tap.card) : nullptr;
  if (family != nullptr) return judge_family(state, *family, tap.card, at);
  if (pupil == nullptr || !on_roll(state, *pupil, at, session)) {
    return {reg::RefusedCard{tap.card, at, state.book->version}, false, std::nullopt, see_office()};
  }
  return judge_child(state, *pupil, reg::ArrivalMeans::card, at, session);
}

TapAnswer judge_pick(const State& state, const Pick& pick) {
  const reg::DoorMoment at = door_moment(state, pick.at);
  const auto session = session_of(at);
  const reg::DoorPupil* pupil = state.book->pupil(pick.pupil);
  // The door book changed since the name was on the screen.
  if (pupil == nullptr || !on_roll(state, *pupil, at, session)) {
    return {std::nullopt, false, std::nullopt, see_office()};
  }
  return judge_child(state, *pupil, pick.means, at, session);
}

void offer_siblings(const State& state, PupilId pupil, const reg::DoorMoment& at, Shown& shown) {
  shown.offers = {};
  shown.all_here = 0;
  if (shown.family.empty() || !shown.child) return;
  shown.offers.kind = ScreenKind::siblings;
  const auto session = session_of(at);
  int others_in = 0;
  for (const auto& sibling : state.book->pupils) {
    const bool other = sibling.family == shown.family && sibling.id != pupil;
    if (!other || !may_be_offered(state, sibling, at, session)) continue;
    const bool in = seen_today(state, sibling.id, at) == Seen::in;
    others_in += in ? 1 : 0;
    if (in || static_cast<int>(shown.offers.pupils.size()) + 1 >= reg::kVisitMostChildren) continue;
    shown.offers.add(
        {"", "", sibling.shown_name, "", state.book->picture_of(sibling.class_name), false});
    shown.offers.pupils.push_back(sibling.id);
  }
  if (!shown.offers.choices.empty()) {
    shown.all_here = 1 + others_in + static_cast<int>(shown.offers.choices.size());
  }
}

}  // namespace handbell::kiosk
