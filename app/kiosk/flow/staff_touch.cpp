// A member of staff: a card, four digits, and what they open.
#include "app/kiosk/flow/work.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

void add_name(const State& state, PupilId id, Page& page) {
  const auto* pupil = state.book->pupil(id);
  if (pupil == nullptr || pupil->never_show || pupil->shown_name.empty()) return;
  page.add({"", "", pupil->shown_name, "", state.book->picture_of(pupil->class_name), false});
  page.pupils.push_back(id);
}

void open_late(Work& work) {
  StaffDesk& desk = *work.state.staff;
  Page page;
  page.kind = ScreenKind::staff_late;
  desk.arrivals.clear();
  // The newest first: an error is seen when it is made.
  const auto& seen = work.state.seen;
  std::for_each(seen.rbegin(), seen.rend(), [&](const SeenTap& tap) {
    if (!tap.late) return;
    const auto before = page.pupils.size();
    add_name(work.state, tap.pupil, page);
    if (page.pupils.size() > before) desk.arrivals.push_back(tap.seq);
  });
  desk.pages.push_back(std::move(page));
}

void open_out(Work& work) {
  Page page;
  page.kind = ScreenKind::staff_out;
  for (const auto& pupil : work.state.book->pupils) {
    if (seen_today(work.state, pupil.id, work.moment()) != Seen::out) continue;
    add_name(work.state, pupil.id, page);
  }
  work.state.staff->pages.push_back(std::move(page));
}

void open_reader_test(StaffDesk& desk) {
  Page page;
  page.kind = ScreenKind::staff_reader;
  desk.pages.push_back(std::move(page));
}

void take_back(Work& work, const std::string& reason) {
  StaffDesk& desk = *work.state.staff;
  work.state.queue.push_back(
      {TakeBack{desk.undo, reason, desk.card}, work.now.steady + kAnswerBy, false});
  desk.pages.resize(1);
}

/// An undo of staff has its reason.
void ask_why(Work& work, std::uint64_t arrival) {
  StaffDesk& desk = *work.state.staff;
  Page page;
  page.kind = ScreenKind::pick_reason;
  for (const auto& reason : work.state.book->reasons.undo) {
    page.add({"", reason.words, "", "", reason.picture, false});
    page.keys.push_back(reason.key);
  }
  desk.undo = arrival;
  if (page.choices.empty()) return;
  desk.pages.push_back(std::move(page));
}

void type_digit(Work& work, const std::string& digit) {
  State& state = work.state;
  StaffDesk& desk = *state.staff;
  desk.digits.add(digit);
  if (desk.digits.size() < kPinDigits) return;
  const std::string digits(desk.digits.view());
  desk.digits.clear();
  const auto* card = state.book->staff_card(desk.card);
  const auto& hash = state.settings->hash_of_pin;
  if (card != nullptr && hash && hash(desk.card, digits) == card->pin) {
    state.wrong_pins = 0;
    desk.pages = {menu_page(false)};
    return;
  }
  // Also over several tries with the card: whoever found one must not try for ever.
  if (++state.wrong_pins < kMostWrongPins) return;
  state.wrong_pins = 0;
  state.pins_locked_until = work.now.steady + kPinLocked;
  leave_note(work, reg::PinRefused{desk.card, work.moment()});
  state.staff.reset();
}

void choose_staff(Work& work, std::size_t index) {
  StaffDesk& desk = *work.state.staff;
  const Page page = desk.page();
  if (page.kind == ScreenKind::staff_pin) {
    return desk.release ? type_release_digit(work, page.keys[index])
                        : type_digit(work, page.keys[index]);
  }
  if (page.kind == ScreenKind::staff_late) return ask_why(work, desk.arrivals[index]);
  if (page.kind == ScreenKind::pick_reason) return take_back(work, page.keys[index]);
  if (page.kind != ScreenKind::staff_menu) return choose_release(work, page, index);
  if (index == 0) return open_late(work);
  if (index == 1) return open_out(work);
  if (index == 2) return open_reader_test(desk);
  open_release_list(work);
}

/// Digits first, then the page.
void go_back_staff(Work& work) {
  StaffDesk& desk = *work.state.staff;
  if (desk.release && !desk.digits.empty()) return forget_release_digits(work);
  desk.pages.pop_back();
  if (desk.pages.empty()) work.state.staff.reset();
}

}  // namespace

bool open_staff(Work& work, const reg::CardHash& card) {
  State& state = work.state;
  const auto* known = state.book->staff_card(card);
  if (known == nullptr) return false;
  const bool tests = state.staff && state.staff->kind() == ScreenKind::staff_reader;
  if (tests && under_way(state, work.now)) {
    state.staff->until = work.now.steady + kListStays;
    work.effects.emplace_back(Sound{SoundName::in});
  }
  // A family that is choosing loses nothing to a member of staff.
  if (state.evacuation || under_way(state, work.now)) return true;
  state.shown.reset();
  end_visit(work);
  if (known->release) {
    open_release_desk(work, *known);
    return true;
  }
  if (work.now.steady < state.pins_locked_until) {
    show_kind(work, ScreenKind::see_office);
    return true;
  }
  StaffDesk desk;
  desk.card = card;
  desk.pages = {pin_page()};
  desk.until = work.now.steady + kListStays;
  state.staff = std::move(desk);
  return true;
}

void press_staff(Work& work, const std::string& button) {
  StaffDesk& desk = *work.state.staff;
  if (desk.waits) return;
  desk.until = work.now.steady + kListStays;
  if (const auto index = chosen(desk.page(), button)) return choose_staff(work, *index);
  if (desk.pages.back().turns(button)) return;
  if (button == "back") return go_back_staff(work);
  const bool pin = desk.release && desk.kind() == ScreenKind::staff_pin;
  if (button == "done" && pin) return enter_release_pin(work);
  if (button == "give" && desk.kind() == ScreenKind::staff_give) give_child(work);
}

}  // namespace handbell::kiosk
