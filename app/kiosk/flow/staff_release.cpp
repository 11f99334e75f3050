// A staff card that proves itself, its PIN, and a child handed over to an adult (D49).
//
// 1. The card is asked for its proof as soon as it is tapped; the PIN is typed meanwhile. It is
//    looked at once the card has proved itself: a copy of its number locks nobody out.
// 2. Whatever is refused, one event tells the office the true reason at once, and the screen says
//    "Please go to the office" once the PIN was typed: it never tells which check it was.
// 3. Whom the list names, and who collects, is looked at again when the child goes: nobody goes on
//    what was granted to somebody else. It is on the disk before the screen says that the child may
//    go; where the screen could not wait for the disk, it is taken back, and that is owed until it
//    is written.
#include "app/kiosk/flow/hand_over.h"
#include "app/kiosk/flow/work.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

reg::WhyRefused why_of(CardCheck check) {
  switch (check) {
    case CardCheck::left:
      return reg::WhyRefused::left;
    case CardCheck::no_key:
      return reg::WhyRefused::no_key;
    case CardCheck::uid_only:
      return reg::WhyRefused::uid_only;
    default:
      return reg::WhyRefused::not_proven;
  }
}

reg::WhyRefused why_of(PinCheck check) {
  switch (check) {
    case PinCheck::wait:
      return reg::WhyRefused::wait;
    case PinCheck::no_key:
      return reg::WhyRefused::no_key;
    default:
      return reg::WhyRefused::wrong_pin;
  }
}

/// Invariant: the screen and its sound are the same for every reason.
void close_desk(Work& work) {
  work.state.staff.reset();
  work.state.shown.reset();
  show_kind(work, ScreenKind::see_office);
}

void refuse_desk(Work& work, reg::WhyRefused why) {
  leave_note(work, reg::StaffRefused{work.state.staff->card, work.moment(), why});
  close_desk(work);
}

/// The desk of that session, if it is still there.
StaffDesk* desk_of(State& state, std::uint64_t session, const reg::CardHash& card) {
  auto& desk = state.staff;
  const bool same = desk && desk->release && desk->release->session == session;
  return same && desk->card == card ? &*desk : nullptr;
}

/// For the office, also where the desk was closed meanwhile.
void note_refused(Work& work, const reg::CardHash& card, reg::WhyRefused why) {
  leave_note(work, reg::StaffRefused{card, work.moment(), why});
}

void try_pin(Work& work) {
  StaffDesk& desk = *work.state.staff;
  ReleaseProof& proof = *desk.release;
  if (!proof.proven || !proof.entered || proof.tried) return;
  proof.tried = true;
  work.effects.emplace_back(TryPin{proof.session, desk.card, proof.key, std::move(desk.digits)});
}

void push_page(Work& work, Page page) { work.state.staff->pages.push_back(std::move(page)); }

/// Null where the child may not be handed over any more.
const AskedChild* child_in(const AskedChildren& asked, PupilId pupil) {
  const auto found = std::ranges::find(asked.children, pupil, &AskedChild::pupil);
  return found == asked.children.end() ? nullptr : &*found;
}

/// Null where nobody may collect that child on such a request any more.
const OpenRequest* request_in(const AskedChildren& asked, PupilId pupil, const std::string& who) {
  const auto* child = child_in(asked, pupil);
  return child == nullptr ? nullptr : request_of(*child, who);
}

Page release_page(const State& state, const AskedChildren& asked) {
  Page page;
  page.kind = ScreenKind::staff_release;
  for (const auto& child : asked.children) {
    const auto* pupil = state.book->pupil(child.pupil);
    page.add({"", "", pupil->shown_name, "", state.book->picture_of(pupil->class_name), false});
    page.pupils.push_back(child.pupil);
  }
  return page;
}

void choose_collector(Work& work, const std::string& who) {
  HandingOver& child = work.state.staff->child;
  const auto asked = asked_children(work.state, work.moment());
  const auto* request = request_in(asked, child.pupil, who);
  if (request == nullptr) return refuse_desk(work, reg::WhyRefused::restricted);
  child.who = who;
  child.asked = request->asked;
  push_page(work, check_page());
}

void choose_asked(Work& work, PupilId pupil) {
  const auto asked = asked_children(work.state, work.moment());
  const auto* child = child_in(asked, pupil);
  if (child == nullptr) return refuse_desk(work, reg::WhyRefused::restricted);
  StaffDesk& desk = *work.state.staff;
  desk.child = {};
  desk.child.pupil = pupil;
  const auto who = collectors_of(*child);
  if (who.size() != 1) return push_page(work, who_page(who));
  choose_collector(work, who.front());
}

Page give_page() {
  Page page;
  page.kind = ScreenKind::staff_give;
  return page;
}

reg::DoorHandOver hand_over_of(const Work& work, const OpenRequest& request) {
  const StaffDesk& desk = *work.state.staff;
  reg::DoorHandOver gone;
  gone.pupil = desk.child.pupil;
  gone.request = request.seq;
  gone.asked = request.asked;
  gone.who = desk.child.who;
  gone.why = request.why;
  gone.back_today = request.back_today;
  gone.checked = desk.child.checked;
  gone.by = desk.card;
  gone.at = work.moment();
  gone.key_version = desk.release->key.version;
  gone.book_version = work.state.book->version;
  return gone;
}

}  // namespace

void open_release_desk(Work& work, const reg::StaffCard& card) {
  StaffDesk desk;
  desk.card = card.card;
  desk.pages = {pin_page()};
  desk.until = work.now.steady + kListStays;
  desk.release.emplace();
  desk.release->session = ++work.state.last_session;
  desk.release->key = *card.release;
  work.effects.emplace_back(ProveCard{desk.release->session, card.card, card.release->version});
  work.state.staff = std::move(desk);
}

void type_release_digit(Work& work, const std::string& digit) {
  StaffDesk& desk = *work.state.staff;
  const ReleaseProof& proof = *desk.release;
  if (proof.entered || desk.digits.size() >= reg::kReleasePinMost) return;
  desk.digits.add(digit);
}

void enter_release_pin(Work& work) {
  StaffDesk& desk = *work.state.staff;
  if (desk.digits.size() < reg::kReleasePinLeast) return;
  desk.release->entered = true;
  if (desk.release->refused) return close_desk(work);
  try_pin(work);
}

void forget_release_digits(Work& work) {
  StaffDesk& desk = *work.state.staff;
  desk.digits.clear();
  desk.release->entered = false;
}

void card_proven(Work& work, const CardProven& news) {
  StaffDesk* desk = desk_of(work.state, news.session, news.card);
  if (news.check == CardCheck::proven) {
    if (desk == nullptr || desk->release->refused) return;
    desk->release->proven = true;
    return try_pin(work);
  }
  note_refused(work, news.card, why_of(news.check));
  if (desk == nullptr) return;
  desk->release->refused = true;
  if (desk->release->entered) close_desk(work);
}

void pin_tried(Work& work, const PinTried& news) {
  StaffDesk* desk = desk_of(work.state, news.session, news.card);
  const bool waits = desk != nullptr && desk->release->tried && !desk->release->right;
  if (news.check == PinCheck::right) {
    if (!waits) return;
    desk->release->right = true;
    desk->until = work.now.steady + kListStays;
    desk->pages = {menu_page(true)};
    return;
  }
  if (desk == nullptr) return note_refused(work, news.card, why_of(news.check));
  refuse_desk(work, why_of(news.check));
}

void open_release_list(Work& work) {
  if (!work.state.staff->may_release()) return;
  const auto asked = asked_children(work.state, work.moment());
  if (!asked.children.empty()) return push_page(work, release_page(work.state, asked));
  // Nobody, or nobody of whom the door may speak: the same words.
  if (asked.others) return refuse_desk(work, reg::WhyRefused::restricted);
  work.state.staff.reset();
  show_kind(work, ScreenKind::see_office);
}

void choose_release(Work& work, const Page& page, std::size_t index) {
  StaffDesk& desk = *work.state.staff;
  if (!desk.may_release()) return;
  if (page.kind == ScreenKind::staff_release) return choose_asked(work, page.pupils[index]);
  if (page.kind == ScreenKind::staff_who) return choose_collector(work, page.keys[index]);
  if (page.kind != ScreenKind::staff_check) return;
  desk.child.checked = static_cast<reg::IdentityCheck>(index + 1);
  push_page(work, give_page());
}

void give_child(Work& work) {
  StaffDesk& desk = *work.state.staff;
  if (!desk.may_release()) return;
  const auto asked = asked_children(work.state, work.moment());
  const auto* request = request_in(asked, desk.child.pupil, desk.child.who);
  // Whose request another door's was nobody knows here: it is that very one, or none.
  const bool other =
      request != nullptr && request->who.empty() && request->asked != desk.child.asked;
  if (request == nullptr || other) return refuse_desk(work, reg::WhyRefused::restricted);
  desk.waits = true;
  leave_note(work, hand_over_of(work, *request), ScreenKind::may_go, desk.child.pupil);
}

void hand_over_written(Work& work, std::uint64_t seq, bool told) {
  State& state = work.state;
  // The screen sent them to the office: the child is not gone.
  if (told) state.backs_owed.push_back(seq);
  if (!state.staff || !state.staff->waits) return;
  const auto asked = asked_children(state, work.moment());
  if (told || asked.children.empty()) return state.staff.reset();
  StaffDesk& desk = *state.staff;
  desk.waits = false;
  desk.pages = {menu_page(true), release_page(state, asked)};
  desk.until = work.now.steady + kListStays;
}

void check_desk(Work& work) {
  auto& desk = work.state.staff;
  if (!desk) return;
  const auto* card = work.state.book->staff_card(desk->card);
  const auto now = card == nullptr ? std::nullopt : card->release;
  const auto then = desk->release ? std::optional(desk->release->key) : std::nullopt;
  if (now != then) desk.reset();
}

}  // namespace handbell::kiosk
