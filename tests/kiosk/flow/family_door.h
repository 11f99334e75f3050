// A door with families in front of it.
//
//   1 Amira K   Owls, March     2 Bilal K  Robins, May     3 Caro K  Owls, June      one family
//   4 Dev P     Owls, March     nobody's sibling
//   5 (Ella)    Owls, March     never shown, and a sibling of the first three
//   6 Finn K    Robins, May     their brother, but the link is hidden
//   7 Gita R and 8 Hal R        Robins, July: another family; Hal goes from the office alone
//   9 Iris N    Owls, June      Nursery: on time until 08:45
//   10 to 17    Foxes, April    eight children of one month; 10 and 11 are both "Jo B"
#pragma once

#include "door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {

inline constexpr std::uint8_t kStaffCard = 200;
inline constexpr std::uint8_t kFamilyCard = 201;   ///< of the family K
inline constexpr std::uint8_t kReleaseCard = 202;  ///< proves itself, and its PIN is longer
inline constexpr std::uint8_t kOtherReleaseCard = 203;

inline std::shared_ptr<reg::DoorBook> families() {
  struct Child {
    const char* name;
    const char* class_name;
    int month;
    const char* family;
  };
  static constexpr std::array<Child, 17> kChildren{{{"Amira K", "Owls", 3, "K"},
                                                    {"Bilal K", "Robins", 5, "K"},
                                                    {"Caro K", "Owls", 6, "K"},
                                                    {"Dev P", "Owls", 3, ""},
                                                    {"Ella S", "Owls", 3, "K"},
                                                    {"Finn K", "Robins", 5, ""},
                                                    {"Gita R", "Robins", 7, "R"},
                                                    {"Hal R", "Robins", 7, "R"},
                                                    {"Iris N", "Owls", 6, ""},
                                                    {"Jo B", "Foxes", 4, ""},
                                                    {"Jo B", "Foxes", 4, ""},
                                                    {"Kim B", "Foxes", 4, ""},
                                                    {"Lea B", "Foxes", 4, ""},
                                                    {"Max B", "Foxes", 4, ""},
                                                    {"Ned B", "Foxes", 4, ""},
                                                    {"Oda B", "Foxes", 4, ""},
                                                    {"Pia B", "Foxes", 4, ""}}};
  auto made = std::make_shared<reg::DoorBook>(*book());
  made->pupils.clear();
  made->cards.clear();
  for (std::size_t i = 0; i < kChildren.size(); ++i) {
    const auto& child = kChildren.at(i);
    reg::DoorPupil pupil;
    pupil.id = PupilId(static_cast<int>(i) + 1);
    pupil.shown_name = child.name;
    pupil.class_name = child.class_name;
    pupil.birth_month = child.month;
    pupil.family = child.family;
    pupil.start = *SchoolDay::parse("2025-09-01");
    pupil.office_only = false;
    made->pupils.push_back(pupil);
    made->cards[card(static_cast<int>(i) + 1)] = pupil.id;
  }
  made->pupils[4].never_show = true;
  made->pupils[4].shown_name.clear();
  made->pupils[7].office_only = true;
  made->pupils[8].group = reg::YearGroup::n2;
  made->pupils[0].language = "ur";
  made->reasons = reg::with_built_in({});
  made->family_cards[card(kFamilyCard)] = "K";
  made->staff_cards = {
      {card(kStaffCard), reg::PinHash{4, 2, 4, 2}},
      {card(kReleaseCard), reg::PinHash{4, 2, 4, 2}, reg::ReleaseKey{3, {7}}},
      {card(kOtherReleaseCard), reg::PinHash{4, 2, 4, 2}, reg::ReleaseKey{3, {8}}}};
  return made;
}

inline std::shared_ptr<DoorSettings> all_settings() {
  auto settings = std::make_shared<DoorSettings>();
  settings->look_up = LookUpUse::always;
  settings->languages = {{"pl", "Polski"}, {"ur", "اردو"}};
  settings->hash_of_pin = [](const reg::CardHash&, const std::string& digits) {
    reg::PinHash hash{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
      hash.at(i) = static_cast<std::uint8_t>(digits[i] - '0');
    }
    return hash;
  };
  return settings;
}

/// Touches are counted; the disk answers at once.
struct FamilyDoor : Door {
  int touches = 0;
  std::vector<reg::DoorEvent> kept;

  explicit FamilyDoor(const std::string& local = "2026-01-12T08:41:00") : Door(local) {
    state.book = families();
    state.settings = all_settings();
  }
  void answer() {
    while (state.writing) {
      kept.push_back(state.writing->event);
      written();
    }
  }
  void press(const std::string& button) {
    ++touches;
    send(Pressed{button});
    answer();
  }
  /// A choice by what stands on it.
  void choose(const std::string& words) {
    for (const Choice& choice : screen().choices) {
      if (choice.words == words || choice.name == words) return press(choice.id);
    }
    FAIL() << "no " << words;
  }
  void card_of(int pupil) {
    hold(card(pupil));
    answer();
  }
  void wait(Millis length) {
    pass(length);
    send(Tick{});
    answer();
  }
  ScreenKind kind() const { return screen().kind; }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const Choice& choice : screen().choices) found.push_back(choice.name);
    return found;
  }
  void look_up(const std::string& class_name, const std::string& month) {
    press("no_card");
    choose(class_name);
    choose(month);
  }
  template <class Kind>
  std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const auto& event : kept) {
      if (const auto* one = std::get_if<Kind>(&event)) found.push_back(*one);
    }
    return found;
  }
  std::size_t arrivals() const { return all<reg::Arrived>().size(); }
};

}  // namespace handbell::kiosk
