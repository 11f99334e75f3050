// Who came in, what the screen says of them, and what is asked then.
#include "app/kiosk/flow/work.h"
#include "app/register/visit.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

bool is_late(const reg::DoorEvent& event) {
  const auto* came = std::get_if<reg::Arrived>(&event);
  return came != nullptr && came->proposal &&
         (came->outcome == reg::Outcome::late_before_close ||
          came->outcome == reg::Outcome::late_after_close);
}

/// The family told us beforehand where the child is until now: nobody is asked why it is late. Who
/// looked a child up is a stranger, and would learn of it by not being asked.
bool comes_from_appointment(const Work& work, const reg::DoorEvent& event, PupilId id) {
  const auto* came = std::get_if<reg::Arrived>(&event);
  if (came == nullptr || came->means == reg::ArrivalMeans::lookup) return false;
  const auto* pupil = work.state.book->pupil(id);
  if (pupil == nullptr || pupil->appointments.empty()) return false;  // nearly everybody
  const auto local = work.local();
  if (!local) return false;
  return std::ranges::any_of(pupil->appointments, [&](const reg::DoorAppointment& one) {
    return reg::is_time_to_come(one, local->day, local->time);
  });
}

/// In place: nothing is taken from memory and given back at each tap.
void begin_party(Party& party, const std::string& family, Steady now) {
  party.family = family;
  party.members.clear();
  party.since = now;
  party.asked = false;
  party.reason.clear();
  party.office = false;
}

/// The same family within two minutes comes together (D13); anybody else begins a party.
void join_party(Work& work, const Shown& shown, const reg::DoorEvent& event, std::uint64_t seq) {
  Party& party = work.state.party;
  const auto age = work.now.steady - party.since;
  const bool same =
      !shown.family.empty() && shown.family == party.family && age <= reg::kVisitLongest;
  const bool office = shown.kind == ScreenKind::see_office;
  if (!same && !office) begin_party(party, shown.family, work.now.steady);
  if (office || shown.pupils.empty()) return;
  const PupilId pupil = shown.pupils.front();
  const auto there = std::ranges::find(party.members, pupil, &Party::Member::pupil);
  if (there != party.members.end()) return;
  party.members.push_back({shown.kind, shown.child.value_or(ResultFor{}), shown.came_at,
                           shown.closes_at, shown.language, pupil, seq,
                           is_late(event) && !comes_from_appointment(work, event, pupil)});
  if (party.reason.empty() || !party.members.back().late) return;
  leave_note(work, reg::ReasonGiven{{seq}, party.reason, work.moment()});
}

bool waits_for_siblings(const State& state) {
  return std::ranges::any_of(state.queue, [](const Job& job) {
    const auto* pick = std::get_if<Pick>(&job.what);
    return pick != nullptr && pick->means == reg::ArrivalMeans::sibling;
  });
}

/// A card of somebody else while a visit is under way (D54).
void announce(Work& work, const Shown& shown) {
  const bool office = shown.kind == ScreenKind::see_office;
  work.effects.emplace_back(Sound{office ? SoundName::office : SoundName::in, true});
  Newcomer newcomer{shown.child, {}, work.now.steady + kResultStays};
  if (!shown.pupils.empty()) newcomer.pupil = shown.pupils.front();
  if (office) newcomer.child.reset();
  work.state.newcomer = std::move(newcomer);
}

void take_screen(Work& work, Shown&& shown, std::uint64_t seq) {
  if (seq != 0 && shown.kind != ScreenKind::see_office) shown.undo = {seq};
  if (!shown.family.empty()) {
    offer_siblings(work.state, shown.pupils.front(), work.moment(), shown);
  }
  show(work, std::move(shown));
}

/// A family's own card names nobody by itself (D13): its children are offered.
void answer_family(Work& work, Shown&& shown) {
  auto& state = work.state;
  // The door book changed meanwhile, and one of them must not be named any more.
  if (shown.offers.choices.empty()) return show_kind(work, ScreenKind::see_office);
  if (!under_way(state, work.now)) return open_family(work, std::move(shown));
  const bool chooses = state.visit && !state.staff;
  const bool who_goes = chooses && state.visit->kind() == ScreenKind::out_child;
  if (who_goes && shown.offers.kind == ScreenKind::pick_child) {
    return open_family(work, std::move(shown));
  }
  const bool own =
      chooses && state.visit->kind() == ScreenKind::siblings && state.party.family == shown.family;
  if (own) return;
  shown.kind = ScreenKind::see_office;
  announce(work, shown);
}

void answer_card(Work& work, Shown&& shown, std::optional<PupilId> was_in,
                 const reg::DoorEvent* event, std::uint64_t seq) {
  auto& state = work.state;
  if (shown.kind == ScreenKind::siblings) return answer_family(work, std::move(shown));
  const bool goes_on = under_way(state, work.now);
  const bool names = goes_on && was_in && !state.staff && state.visit &&
                     state.visit->kind() == ScreenKind::out_child && !state.visit->waits;
  if (names) {
    work.effects.emplace_back(Sound{SoundName::in});
    return name_child(work, *was_in, reg::ArrivalMeans::card);
  }
  const bool ours = !shown.family.empty() && shown.family == state.party.family;
  if (event != nullptr && (!goes_on || ours)) join_party(work, shown, *event, seq);
  if (goes_on) return announce(work, shown);
  take_screen(work, std::move(shown), seq);
}

void answer_look_up(Work& work, Shown&& shown, const reg::DoorEvent* event, std::uint64_t seq) {
  auto& visit = work.state.visit;
  if (event != nullptr) join_party(work, shown, *event, seq);
  shown.of_visit = visit && visit->waits && shown.kind != ScreenKind::see_office;
  if (visit) visit->waits = false;
  take_screen(work, std::move(shown), seq);
}

void answer_sibling(Work& work, const Shown& shown, const reg::DoorEvent* event,
                    std::uint64_t seq) {
  State& state = work.state;
  if (event != nullptr) join_party(work, shown, *event, seq);
  if (shown.kind == ScreenKind::see_office) state.party.office = true;
  const bool there = state.visit && state.visit->kind() == ScreenKind::siblings;
  const bool finished = there && state.visit->finishing && !waits_for_siblings(state);
  if (finished || (state.party.office && !waits_for_siblings(state))) return show_party(work, true);
  work.effects.emplace_back(Sound{SoundName::in});
}

/// Once it is on the disk. No slip for a child whose name stands nowhere (D53).
void print_slip(Work& work, const Shown& shown) {
  const bool late = shown.kind == ScreenKind::late || shown.kind == ScreenKind::after_close;
  if (!work.state.settings->prints_slips || !late) return;
  if (!shown.child || !shown.child->shown_name || !shown.came_at) return;
  work.effects.emplace_back(
      PrintSlip{*shown.child->shown_name, shown.child->class_name, *shown.came_at});
}

int lateness_of(const Party::Member& member) {
  if (member.kind == ScreenKind::after_close) return 2;
  return member.kind == ScreenKind::late ? 1 : 0;
}

bool named_as_before(const reg::DoorBook& book, PupilId pupil, const std::string& name) {
  const auto* known = book.pupil(pupil);
  return known != nullptr && !known->never_show && known->shown_name == name;
}

bool still_named(const State& state, const Page& page) {
  for (std::size_t i = 0; i < page.pupils.size() && i < page.choices.size(); ++i) {
    if (!named_as_before(*state.book, page.pupils[i], page.choices[i].name)) return false;
  }
  return true;
}

bool still_named(const State& state, const std::vector<Page>& pages) {
  return std::ranges::all_of(pages, [&](const Page& page) { return still_named(state, page); });
}

bool may_stay(const State& state, PupilId pupil) {
  const auto* known = state.book->pupil(pupil);
  return known != nullptr && !known->never_show;
}

}  // namespace

void answer(Work& work, const Job& job, Shown&& shown, std::optional<PupilId> was_in,
            const reg::DoorEvent* event, std::uint64_t seq) {
  if (event != nullptr && !was_in) print_slip(work, shown);
  const auto* pick = std::get_if<Pick>(&job.what);
  if (pick == nullptr) return answer_card(work, std::move(shown), was_in, event, seq);
  if (pick->means == reg::ArrivalMeans::lookup) {
    return answer_look_up(work, std::move(shown), event, seq);
  }
  answer_sibling(work, shown, event, seq);
}

void show_party(Work& work, bool new_to_them) {
  State& state = work.state;
  if (state.party.office) {
    state.party = {};
    return show_kind(work, ScreenKind::see_office);
  }
  if (state.visit) state.visit->finishing = false;
  if (state.party.members.empty()) {
    state.shown.reset();
    return end_visit(work);
  }
  const auto& first = state.party.members.front();
  // One of them may be on time and another not: nobody reads "on time" over a child who is late.
  const auto& latest = *std::ranges::max_element(state.party.members, {}, lateness_of);
  Shown all;
  all.kind = latest.kind;
  all.child.emplace(first.child);
  all.came_at = latest.came_at;
  all.closes_at = latest.closes_at;
  all.language = first.language;
  all.family = state.party.family;
  for (const auto& member : state.party.members) {
    all.pupils.push_back(member.pupil);
    all.undo.push_back(member.seq);
    if (all.pupils.size() > 1) all.children.push_back(member.child);
  }
  all.of_visit = state.visit.has_value();
  if (new_to_them) return show(work, std::move(all));
  put_up(work, std::move(all), kResultStays);
}

bool reason_is_due(const State& state) {
  const auto& party = state.party;
  if (party.asked || !state.shown || state.book->reasons.late.empty()) return false;
  if (state.shown->kind == ScreenKind::may_go) return false;
  const auto& here = state.shown->pupils;
  const bool of_party = std::ranges::any_of(party.members, [&](const Party::Member& member) {
    return std::ranges::find(here, member.pupil) != here.end();
  });
  const bool recent = state.shown->since - party.since <= reg::kVisitLongest;
  return of_party && recent && std::ranges::any_of(party.members, &Party::Member::late);
}

void after_result(Work& work, bool touched) {
  State& state = work.state;
  const bool due = reason_is_due(state) && !state.disk_failed;
  const Steady until = std::min(state.shown->until, work.now.steady) +
                       stays(ScreenKind::pick_reason, state.settings->patience);
  state.shown.reset();
  if (!due || until <= work.now.steady) return end_visit(work);
  state.party.asked = true;
  Page page;
  page.kind = ScreenKind::pick_reason;
  for (const auto& reason : state.book->reasons.late) {
    page.add({"", reason.words, "", "", reason.picture, false});
    page.keys.push_back(reason.key);
  }
  end_visit(work);
  Visit visit;
  visit.pages = {std::move(page)};
  visit.touched = touched;
  visit.by_itself = !touched;
  visit.until = until;
  state.visit = std::move(visit);
}

void check_names(Work& work) {
  State& state = work.state;
  if (state.visit && !still_named(state, state.visit->pages)) end_visit(work);
  if (state.staff && !still_named(state, state.staff->pages)) state.staff.reset();
  if (state.staff && state.book->staff_card(state.staff->card) == nullptr) state.staff.reset();
  const auto named = [&](PupilId pupil) { return may_stay(state, pupil); };
  if (state.newcomer && state.newcomer->child && !named(state.newcomer->pupil)) {
    state.newcomer.reset();
  }
  const bool party_stays = std::ranges::all_of(
      state.party.members, [&](const auto& member) { return named(member.pupil); });
  if (!party_stays) state.party = {};
  // A write that is under way was judged with names, too.
  if (state.writing && !std::ranges::all_of(state.writing->then.pupils, named)) {
    state.writing->then.child = ResultFor{};
    state.writing->then.family.clear();
  }
  if (state.writing && !still_named(state, state.writing->then.offers)) {
    state.writing->then.offers = {};
  }
  if (!state.shown) return;
  if (!std::ranges::all_of(state.shown->pupils, named)) {
    if (state.shown->child) state.shown->child = ResultFor{};
    state.shown->children.clear();
    state.shown->family.clear();
  }
  if (!still_named(state, state.shown->offers)) state.shown->offers = {};
  if (state.shown->offers.choices.empty()) state.shown->all_here = 0;
}

}  // namespace handbell::kiosk
