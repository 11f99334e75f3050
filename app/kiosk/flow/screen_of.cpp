// What the screen is to say, out of all that the kiosk has in mind.
#include "app/kiosk/flow/flow.h"
#include "app/kiosk/flow/work.h"

namespace handbell::kiosk {

namespace {

/// What every screen has, whatever it says.
Screen frame(const State& state, Moment now) {
  Screen screen;
  screen.school_name = state.book->school_name;
  screen.reader_works = state.reader == ReaderState::ready;
  screen.waiting = state.waiting;
  const auto local = to_local(now.wall);
  if (local && reg::is_trusted(now.wall, state.evidence)) {
    screen.clock = TimeOfDay::from_ms(std::int64_t{local->time.minute()} * 60'000);
  }
  if (now.steady < state.language_until) screen.language = state.language;
  return screen;
}

/// Not a child's result: it is gone before it could be read, and says itself what it has to say.
/// Not what staff look at.
bool can_be_read(ScreenKind kind) {
  if (kind >= ScreenKind::pick_class && kind <= ScreenKind::someone_comes) return true;
  return kind == ScreenKind::idle || kind == ScreenKind::see_office ||
         kind == ScreenKind::not_recorded;
}

void add_newcomer(Screen& screen, const State& state, Moment now) {
  if (!state.newcomer || state.newcomer->until <= now.steady) return;
  screen.newcomer = state.newcomer->child;
  screen.newcomer_to_office = !state.newcomer->child;
  screen.newcomer_released = state.newcomer->child && state.newcomer->released;
}

void put_shown(Screen& screen, const State& state) {
  const Shown& shown = *state.shown;
  if (shown.kind == ScreenKind::clock_unknown) screen.clock.reset();
  screen.kind = shown.kind;
  screen.child = shown.child;
  screen.children = shown.children;
  screen.came_at = shown.came_at;
  screen.closes_at = shown.closes_at;
  if (!shown.language.empty()) screen.language = shown.language;
  screen.can_undo = !shown.undo.empty();
  screen.choices = shown.offers.choices;
  if (shown.all_here > 0) screen.all_here = shown.all_here;
  screen.can_go_back = shown.of_visit && state.visit.has_value();
  screen.can_finish = !shown.offers.choices.empty() || reason_is_due(state);
}

/// Ticked once it is on the disk, never before.
void put_ticks(Screen& screen, const State& state, const Page& page, Moment now) {
  const auto at = door_moment(state, now);
  for (std::size_t i = 0; i < screen.choices.size(); ++i) {
    screen.choices[i].ticked = seen_today(state, page.pupils[i], at) == Seen::in;
  }
}

void put_page(Screen& screen, const Page& page) {
  screen.kind = page.kind;
  screen.choices = page.shown();
  screen.can_see_more = page.has_more();
  screen.can_go_back = true;
}

void put_visit(Screen& screen, const State& state, Moment now) {
  const Visit& visit = *state.visit;
  put_page(screen, visit.page());
  screen.office_has_more = visit.page().office_has_more;
  screen.seconds_left = seconds_left(visit.until, now.steady);
  const bool reason = screen.kind == ScreenKind::pick_reason;
  screen.can_skip = reason || screen.kind == ScreenKind::out_why;
  screen.offers_languages =
      !state.settings->languages.empty() && screen.kind != ScreenKind::pick_language;
  const bool look_up = screen.kind == ScreenKind::out_child;
  screen.offers_look_up = look_up && state.settings->look_up != LookUpUse::off;
  const bool siblings = screen.kind == ScreenKind::siblings;
  const auto& members = state.party.members;
  if ((siblings || reason) && !members.empty() && screen.language.empty()) {
    screen.language = members.front().language;
  }
  if (!siblings) return;
  if (members.empty() && screen.language.empty()) {
    const auto* first = state.book->pupil(visit.page().pupils.front());
    if (first != nullptr) screen.language = first->language;
  }
  put_ticks(screen, state, visit.page(), now);
  screen.can_finish = true;
  screen.all_here = visit.all_here;
}

/// Each reader that does not work, and on the reader test those that do.
void put_readers(Screen& screen, const State& state) {
  const bool several = state.readers.size() > 1;
  if (!several && !screen.reader_works) {
    screen.faults.emplace_back("The card reader is not working.");
  }
  for (const ReaderHealth& reader : state.readers) {
    const bool works = reader.state == handbell::ReaderState::ready;
    if (several && works) screen.readers += (screen.readers.empty() ? "" : ", ") + reader.name;
    if (several && !works) {
      screen.faults.push_back(reader.name + ": " + std::string(words_of(reader)) + ".");
    }
  }
  if (screen.kind != ScreenKind::staff_reader) screen.readers.clear();
}

void put_pin(Screen& screen, const StaffDesk& desk) {
  screen.digits_typed = static_cast<int>(desk.digits.size());
  if (!desk.release || screen.kind != ScreenKind::staff_pin) return;
  screen.digits_most = static_cast<int>(reg::kReleasePinMost);
  const bool waits = desk.release->entered;
  if (waits) screen.digits_typed = screen.digits_most;
  screen.can_finish = !waits && desk.digits.size() >= reg::kReleasePinLeast;
}

void put_hand_over(Screen& screen, const State& state) {
  const HandingOver& child = state.staff->child;
  if (const auto* pupil = state.book->pupil(child.pupil)) {
    screen.child = result_for(*state.book, *pupil);
  }
  const Page who = who_page({child.who});
  const Page checks = check_page();
  screen.hand_over.emplace();
  screen.hand_over->checked = checks.choices.at(static_cast<std::size_t>(child.checked) - 1).words;
  if (who.choices.empty()) return;
  screen.hand_over->who = who.choices.front().words;
  screen.hand_over->picture = who.choices.front().picture;
}

void put_staff(Screen& screen, const State& state, Moment now) {
  const StaffDesk& desk = *state.staff;
  put_page(screen, desk.page());
  put_pin(screen, desk);
  if (screen.kind == ScreenKind::staff_give) put_hand_over(screen, state);
  screen.seconds_left = seconds_left(desk.until, now.steady);
  screen.language.clear();
  // Before the PIN it may be anybody; and a list needs the room.
  if (screen.kind != ScreenKind::staff_menu && screen.kind != ScreenKind::staff_reader) return;
  put_readers(screen, state);
  if (!screen.clock) {
    screen.faults.emplace_back("The clock may be wrong: no lateness is decided until it is right.");
  }
  if (!state.printer_fault.empty()) screen.faults.push_back(state.printer_fault);
  const auto& told = state.settings->faults;
  screen.faults.insert(screen.faults.end(), told.begin(), told.end());
}

void put_idle(Screen& screen, const State& state, Moment now) {
  const DoorSettings& settings = *state.settings;
  const auto at = door_moment(state, now);
  std::optional<LocalMoment> local;
  if (at.trusted) local = *to_local(now.wall);
  const bool gone = !screen.reader_works && settings.look_up != LookUpUse::off;
  screen.offers_look_up = gone || may_look_up(settings.look_up, *state.book, local);
  screen.offers_going_out = settings.going_out;
  screen.offers_languages = !settings.languages.empty();
}

}  // namespace

Screen screen_of(const State& state, Moment now) {
  Screen screen;
  if (state.evacuation) {
    screen.kind = ScreenKind::evacuate;
    return screen;
  }
  screen = frame(state, now);
  add_newcomer(screen, state, now);
  const auto there = [&](const auto& what) { return what && now.steady < what->until; };
  if (state.disk_failed) {
    screen.kind = ScreenKind::not_recorded;
    screen.newcomer.reset();
    return screen;
  }
  if (there(state.shown)) {
    put_shown(screen, state);
  } else if (there(state.staff)) {
    put_staff(screen, state, now);
  } else if (there(state.visit) && !state.shown) {
    put_visit(screen, state, now);
  } else if (state.night && state.awake_until <= now.steady) {
    screen.kind = ScreenKind::night;
  } else {
    put_idle(screen, state, now);
  }
  screen.reads_aloud = state.settings->read_aloud && can_be_read(screen.kind);
  return screen;
}

}  // namespace handbell::kiosk
