// A door with families, where staff may hand a child over (D49).
#pragma once

#include "app/kiosk/flow/judge_tap.h"

#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {

struct ReleaseDoor : FamilyDoor {
  ReleaseDoor() : FamilyDoor("2026-01-12T13:00:00") {}

  template <class Kind>
  const Kind* effect() const {
    for (const Effect& one : effects) {
      if (const auto* found = std::get_if<Kind>(&one)) return found;
    }
    return nullptr;
  }
  /// Mum asks for a child at this door.
  void ask(int child, const char* who = "Mum") {
    press("going_out");
    card_of(child);
    if (kind() == ScreenKind::out_child) card_of(child);
    choose(who);
    choose("Appointment");
    choose("Back today");
    ASSERT_EQ(kind(), ScreenKind::someone_comes);
    wait(kResultStays);
  }
  void tap_staff(std::uint8_t which = kReleaseCard) {
    hold(card(which));
    const auto* asked = effect<ProveCard>();
    session = asked == nullptr ? 0 : asked->session;
  }
  void prove(CardCheck check = CardCheck::proven, std::uint8_t which = kReleaseCard) {
    send(CardProven{session, card(which), check});
    note_effects();
    answer();
  }
  void type(const std::string& digits) {
    for (const char digit : digits) choose(std::string(1, digit));
    press("done");
    note_effects();
  }
  void note_effects() {
    if (const auto* tried_now = effect<TryPin>()) tried = *tried_now;
  }
  void pin(PinCheck check, std::uint8_t which = kReleaseCard) {
    send(PinTried{session, card(which), check});
    answer();
  }
  void open_menu() {
    tap_staff();
    prove();
    type("294761");
    pin(PinCheck::right);
    ASSERT_EQ(kind(), ScreenKind::staff_menu);
  }
  void open_list() {
    open_menu();
    choose("Hand over a child");
  }
  std::vector<reg::WhyRefused> refusals() const {
    std::vector<reg::WhyRefused> why;
    for (const auto& one : all<reg::StaffRefused>()) why.push_back(one.why);
    return why;
  }
  /// One who is asked for goes, by the pages that follow.
  void give(const char* name, std::initializer_list<const char*> pages = {"Known to staff"}) {
    open_list();
    choose(name);
    for (const char* page : pages) choose(page);
    press("give");
  }
  Seen seen(int child) const { return seen_today(state, PupilId(child), door_moment(state, now)); }
  std::size_t handed_over() const { return all<reg::DoorHandOver>().size(); }

  std::uint64_t session = 0;
  std::optional<TryPin> tried;
};

inline Screen refused_screen() {
  FamilyDoor door("2026-01-12T13:00:00");
  door.card_of(99);
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
  return door.screen();
}

/// Families, with what the office answered.
inline std::shared_ptr<reg::DoorBook> answered(std::vector<reg::DoorRelease> releases) {
  auto made = families();
  made->releases = std::move(releases);
  return made;
}

}  // namespace handbell::kiosk
