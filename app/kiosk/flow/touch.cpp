// An adult's finger: on idle, on a result, on a page of a visit.
#include "app/kiosk/flow/work.h"
#include "app/register/visit.h"

#include <algorithm>
#include <utility>

namespace handbell::kiosk {

namespace {

void open_page(Work& work, Page page) {
  auto& visit = work.state.visit;
  if (!visit) visit.emplace();
  visit->until = work.now.steady + stays(page.kind, work.state.settings->patience);
  visit->touched = true;
  visit->pages.push_back(std::move(page));
}

Page class_page(const State& state, const reg::DoorMoment& at) {
  Page page;
  page.kind = ScreenKind::pick_class;
  const auto day = day_at(state, at);
  if (!day) return page;
  for (const auto& name : classes_of(*state.book, *day)) {
    page.add({"", "", name, "", state.book->picture_of(name), false});
    page.keys.push_back(name);
  }
  return page;
}

Page language_page(const DoorSettings& settings) {
  Page page;
  page.kind = ScreenKind::pick_language;
  for (const auto& language : settings.languages) {
    page.add({"", "", language.name, language.code, "", false});
    page.keys.push_back(language.code);
  }
  return page;
}

Page why_page(const reg::DoorBook& book) {
  Page page;
  page.kind = ScreenKind::out_why;
  for (const auto& reason : book.reasons.out) {
    page.add({"", reason.words, "", "", reason.picture, false});
    page.keys.push_back(reason.key);
  }
  return page;
}

/// Of children who come in only those who are not in yet; of those who go out whoever this door
/// does not know to be out: most came in with their class.
Page name_page(const State& state, const reg::DoorMoment& at) {
  Page page;
  page.kind = ScreenKind::pick_child;
  const Visit& visit = *state.visit;
  const auto day = day_at(state, at);
  if (!day) return page;
  const auto names = names_of(*state.book, *day, visit.class_name, visit.birth_month,
                              [&](const reg::DoorPupil& pupil) {
                                const Seen seen = seen_today(state, pupil.id, at);
                                return seen != (visit.going_out ? Seen::out : Seen::in);
                              });
  for (const auto* pupil : names.pupils) {
    page.add({"", "", pupil->shown_name, "", state.book->picture_of(pupil->class_name), false});
    page.pupils.push_back(pupil->id);
  }
  page.office_has_more = names.more;
  return page;
}

void open_names(Work& work) {
  State& state = work.state;
  Page page = name_page(state, work.moment());
  state.visit->names_shown = true;
  // Nobody to choose: it ended nowhere, and what stood in the way is not said.
  if (page.choices.empty()) return show_kind(work, ScreenKind::see_office);
  open_page(work, std::move(page));
}

void open_look_up(Work& work) {
  State& state = work.state;
  const bool reader_gone = state.reader != ReaderState::ready;
  const bool off = state.settings->look_up == LookUpUse::off;
  const bool now = may_look_up(state.settings->look_up, *state.book, work.local());
  const bool going_out = state.visit && state.visit->going_out;
  if (off || (!now && !reader_gone && !going_out)) return;
  if (!state.look_ups.open(work.now.steady)) return show_kind(work, ScreenKind::see_office);
  open_page(work, class_page(state, work.moment()));
}

void open_going_out(Work& work) {
  if (!work.state.settings->going_out) return;
  Page page;
  page.kind = ScreenKind::out_child;
  open_page(work, std::move(page));
  work.state.visit->going_out = true;
}

/// Takes the page away; the one beneath it begins its own time.
void close_page(Work& work) {
  auto& visit = work.state.visit;
  visit->pages.pop_back();
  if (visit->pages.empty()) return visit.reset();
  visit->until = work.now.steady + stays(visit->kind(), work.state.settings->patience);
}

void choose_language(Work& work, const std::string& code) {
  State& state = work.state;
  state.language = code;
  state.language_until = work.now.steady + kListStays;
  close_page(work);
}

bool waits_already(const State& state, PupilId pupil) {
  const auto meant = [&](const Job& job) {
    const auto* pick = std::get_if<Pick>(&job.what);
    return pick != nullptr && pick->pupil == pupil;
  };
  return (state.writing && meant(state.writing->job)) || std::ranges::any_of(state.queue, meant);
}

void pick(Work& work, PupilId pupil, reg::ArrivalMeans means) {
  if (waits_already(work.state, pupil)) return;
  work.state.queue.push_back({Pick{pupil, means, work.now}, work.now.steady + kAnswerBy, false});
}

/// A tick is a statement, and is written at once; a second touch takes it back.
void tick_sibling(Work& work, PupilId pupil) {
  State& state = work.state;
  if (seen_today(state, pupil, work.moment()) != Seen::in) {
    return pick(work, pupil, reg::ArrivalMeans::sibling);
  }
  const auto& members = state.party.members;
  const auto own = std::ranges::find(members, pupil, &Party::Member::pupil);
  const auto back = own == members.end() ? 0 : own->seq;
  const bool queued = std::ranges::any_of(state.queue, [&](const Job& job) {
    const auto* other = std::get_if<TakeBack>(&job.what);
    return other != nullptr && other->seq == back;
  });
  if (back == 0 || queued) return;
  state.queue.push_back({TakeBack{back, ""}, work.now.steady + kAnswerBy, false});
}

void pick_all(Work& work) {
  State& state = work.state;
  state.visit->finishing = true;
  bool any = false;
  for (const PupilId pupil : std::vector(state.visit->page().pupils)) {
    if (seen_today(state, pupil, work.moment()) == Seen::in) continue;
    pick(work, pupil, reg::ArrivalMeans::sibling);
    any = true;
  }
  if (!any) show_party(work, true);
}

void ask_release(Work& work, bool back_today) {
  Visit& visit = *work.state.visit;
  visit.waits = true;
  if (std::exchange(visit.names_shown, false)) work.state.look_ups.found(work.now.steady);
  leave_note(
      work,
      reg::ReleaseAsked{visit.child, work.moment(), visit.means, visit.who, visit.why, back_today},
      // Nobody comes whom nobody told.
      work.state.office_silent ? ScreenKind::see_office : ScreenKind::someone_comes);
}

void give_reason(Work& work, const std::string& key) {
  reg::ReasonGiven given{{}, key, work.moment()};
  for (const auto& member : work.state.party.members) {
    if (member.late && given.of.size() < reg::kMostReasoned) given.of.push_back(member.seq);
  }
  work.state.visit.reset();
  work.state.party.reason = key;
  if (!given.of.empty()) leave_note(work, given);
}

void choose_child(Work& work, PupilId pupil) {
  State& state = work.state;
  const bool by_card = state.visit->page().by_card;
  if (by_card) return name_child(work, pupil, reg::ArrivalMeans::card);
  // Who goes out was found once somebody has asked: until then it may have been curiosity.
  if (state.visit->going_out) return name_child(work, pupil, reg::ArrivalMeans::lookup);
  state.visit->names_shown = false;
  state.look_ups.found(work.now.steady);
  state.visit->waits = true;
  pick(work, pupil, reg::ArrivalMeans::lookup);
}

/// An appointment that the office knows of, and the child's own or the family's card: nobody has to
/// say why. Found by name a child is asked for like any other, so that no stranger learns by what
/// is asked whether something is known.
bool goes_to_appointment(const Work& work) {
  const Visit& visit = *work.state.visit;
  const auto local = work.local();
  const auto* pupil = work.state.book->pupil(visit.child);
  if (visit.means != reg::ArrivalMeans::card || !local || pupil == nullptr) return false;
  return std::ranges::any_of(pupil->appointments, [&](const reg::DoorAppointment& one) {
    return reg::is_time_to_go(one, local->day, local->time);
  });
}

void go_on_to_why(Work& work) {
  work.state.visit->why.clear();
  if (goes_to_appointment(work)) {
    work.state.visit->why = reg::kAppointmentReason;
    return open_page(work, back_today_page());
  }
  Page why = why_page(*work.state.book);
  open_page(work, why.choices.empty() ? back_today_page() : std::move(why));
}

void choose(Work& work, std::size_t index) {
  Visit& visit = *work.state.visit;
  const Page page = visit.page();
  const std::string key = index < page.keys.size() ? page.keys[index] : "";
  switch (page.kind) {
    case ScreenKind::pick_class:
      visit.class_name = key;
      return open_page(work, month_page());
    case ScreenKind::pick_month:
      visit.birth_month = static_cast<int>(index) + 1;
      return open_names(work);
    case ScreenKind::pick_child:
      return choose_child(work, page.pupils[index]);
    case ScreenKind::siblings:
      return tick_sibling(work, page.pupils[index]);
    case ScreenKind::pick_reason:
      return give_reason(work, key);
    case ScreenKind::pick_language:
      return choose_language(work, key);
    case ScreenKind::out_who:
      visit.who = key;
      return go_on_to_why(work);
    case ScreenKind::out_why:
      visit.why = key;
      return open_page(work, back_today_page());
    case ScreenKind::out_back:
      return ask_release(work, key == "yes");
    default:
      return;
  }
}

/// Names that were shown count also where the way back leads on (D25).
void close_names(Work& work) {
  Visit& visit = *work.state.visit;
  if (!visit.names_shown) return;
  visit.names_shown = false;
  work.state.look_ups.ended_nowhere(work.now.steady);
  leave_note(work, reg::LookUpEnded{work.moment(), visit.class_name, visit.birth_month});
}

void go_back(Work& work) {
  State& state = work.state;
  const ScreenKind left = state.visit->kind();
  if (left == ScreenKind::pick_child) close_names(work);
  // Nobody asked for this page: whoever sends it away may be a stranger.
  if (left == ScreenKind::pick_reason && state.visit->by_itself) return state.visit.reset();
  const bool of_party = left == ScreenKind::siblings || left == ScreenKind::pick_reason;
  if (of_party) return show_party(work, false);
  close_page(work);
  if (!state.visit) return;
  if (!state.look_ups.open(work.now.steady)) {
    show_kind(work, ScreenKind::see_office);
  } else if (!state.visit->going_out) {
    state.visit->names_shown = state.visit->kind() == ScreenKind::pick_child;
  }
}

void skip(Work& work) {
  State& state = work.state;
  if (state.visit->kind() == ScreenKind::pick_reason) return state.visit.reset();
  if (state.visit->kind() != ScreenKind::out_why) return;
  state.visit->why.clear();
  open_page(work, back_today_page());
}

void finish(Work& work) {
  if (work.state.visit->kind() == ScreenKind::siblings) show_party(work, true);
}

void press_visit(Work& work, const std::string& button) {
  State& state = work.state;
  state.visit->touched = true;
  if (state.visit->waits) return;
  state.visit->until = work.now.steady + stays(state.visit->kind(), state.settings->patience);
  const ScreenKind kind = state.visit->kind();
  if (const auto index = chosen(state.visit->page(), button)) return choose(work, *index);
  if (state.visit->pages.back().turns(button)) return;
  if (button == "back") return go_back(work);
  if (button == "skip") return skip(work);
  if (button == "done") return finish(work);
  if (button == "all_here" && kind == ScreenKind::siblings) return pick_all(work);
  if (button == "no_card" && kind == ScreenKind::out_child) return open_look_up(work);
  const bool languages = kind != ScreenKind::pick_language && !state.settings->languages.empty();
  if (button == "languages" && languages) open_page(work, language_page(*state.settings));
}

void take_all_back(Work& work) {
  Shown& shown = *work.state.shown;
  for (const std::uint64_t seq : shown.undo) {
    work.state.queue.push_back({TakeBack{seq, ""}, work.now.steady + kAnswerBy, false});
  }
  shown.undo.clear();
}

/// The way back from a visit's result: its last page, without those who came in meanwhile.
void back_to_visit(Work& work) {
  State& state = work.state;
  state.shown.reset();
  Visit& visit = *state.visit;
  visit.until = work.now.steady + stays(visit.kind(), state.settings->patience);
  if (visit.kind() != ScreenKind::pick_child) return;
  visit.pages.pop_back();
  if (!state.look_ups.open(work.now.steady)) return show_kind(work, ScreenKind::see_office);
  if (name_page(state, work.moment()).choices.empty()) return;
  open_names(work);
}

/// What was of another family, or earlier, must not come up with this one's.
void begin_family(Work& work, const std::string& family, Steady since) {
  auto& party = work.state.party;
  const bool old = since - party.since > reg::kVisitLongest;
  if (old || party.family != family) party = {family, {}, work.now.steady, false, "", false};
}

void open_siblings(Work& work) {
  const Shown shown = std::move(*work.state.shown);
  work.state.shown.reset();
  begin_family(work, shown.family, shown.since);
  open_page(work, shown.offers);
  work.state.visit->all_here = shown.all_here;
}

void press_shown(Work& work, const std::string& button) {
  const Shown& shown = *work.state.shown;
  if (button == "not_me") return take_all_back(work);
  if (button == "done") return after_result(work, true);
  if (button == "back" && shown.of_visit && work.state.visit) return back_to_visit(work);
  const auto index = chosen(shown.offers, button);
  const bool all = button == "all_here" && !shown.offers.choices.empty();
  if (!index && !all) return;
  open_siblings(work);
  if (all) return pick_all(work);
  choose(work, *index);
}

void press_idle(Work& work, const std::string& button) {
  if (button == "no_card") return open_look_up(work);
  if (button == "going_out") return open_going_out(work);
  const bool languages = !work.state.settings->languages.empty();
  if (button == "languages" && languages) open_page(work, language_page(*work.state.settings));
}

}  // namespace

/// In silence: the sound of coming in would say more than is so.
void open_family(Work& work, Shown&& shown) {
  State& state = work.state;
  if (shown.offers.kind == ScreenKind::pick_child) return open_page(work, std::move(shown.offers));
  state.shown.reset();
  end_visit(work);
  begin_family(work, shown.family, work.now.steady);
  const auto children = shown.offers.choices.size();
  open_page(work, std::move(shown.offers));
  state.visit->all_here = static_cast<int>(children);
  // Until a finger says that somebody is choosing, the next card takes the screen.
  state.visit->touched = false;
}

void name_child(Work& work, PupilId pupil, reg::ArrivalMeans means) {
  Visit& visit = *work.state.visit;
  visit.child = pupil;
  visit.means = means;
  open_page(work, collector_page());
}

void press(Work& work, const std::string& button) {
  State& state = work.state;
  if (state.evacuation || state.disk_failed) return;
  if (button == "read_aloud" && screen_of(state, work.now).reads_aloud) {
    work.effects.emplace_back(ReadAloud{});
  }
  const bool asleep = state.night && state.awake_until <= work.now.steady;
  if (state.night) state.awake_until = work.now.steady + kListStays;
  if (!state.language.empty()) state.language_until = work.now.steady + kChoiceStays;
  if (state.shown) return press_shown(work, button);
  if (state.staff) return press_staff(work, button);
  if (state.visit) return press_visit(work, button);
  if (!asleep) press_idle(work, button);
}

}  // namespace handbell::kiosk
