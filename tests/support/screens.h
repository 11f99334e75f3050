// Every screen that the kiosk can show, with invented children.
#pragma once

#include "app/kiosk/flow/screen.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace handbell::kiosk {

using NamedScreens = std::vector<std::pair<std::string, Screen>>;

inline TimeOfDay minute(int hour, int min) {
  return TimeOfDay::from_ms((hour * 60 + min) * 60'000);
}

inline Screen screen_of(ScreenKind kind) {
  Screen screen;
  screen.kind = kind;
  screen.school_name = "St Anne's Infants";
  screen.clock = minute(8, 52);
  return screen;
}

/// One child's result.
inline Screen screen_for(ScreenKind kind, const std::string& language) {
  Screen screen = screen_of(kind);
  const bool plain = kind == ScreenKind::idle || kind == ScreenKind::see_office ||
                     kind == ScreenKind::not_recorded || kind == ScreenKind::one_card;
  if (plain) return screen;
  screen.child = ResultFor{"Zoya K", "Owls", "owl"};
  screen.language = language;
  screen.can_undo = true;
  if (kind == ScreenKind::clock_unknown) {
    screen.clock.reset();
    return screen;
  }
  screen.came_at = kind == ScreenKind::after_close ? minute(9, 4) : minute(8, 52);
  if (kind == ScreenKind::after_close) screen.closes_at = minute(9, 0);
  return screen;
}

inline std::string choice_id(const Screen& screen) {
  return "choice:" + std::to_string(screen.choices.size());
}

inline void offer_name(Screen& screen, const std::string& name, const std::string& picture,
                       bool ticked = false, const std::string& language = "") {
  screen.choices.push_back({choice_id(screen), "", name, language, picture, ticked});
}

inline void offer_words(Screen& screen, const std::string& words, const std::string& picture) {
  screen.choices.push_back({choice_id(screen), words, "", "", picture, false});
}

/// A screen on which an adult chooses.
inline Screen choosing(ScreenKind kind) {
  Screen screen = screen_of(kind);
  screen.can_go_back = true;
  screen.offers_languages = kind != ScreenKind::pick_language;
  return screen;
}

inline Screen classes(std::size_t count) {
  static const std::vector<std::pair<const char*, const char*>> kClasses{
      {"Bees", "bee"},           {"Foxes", "fox"},
      {"Owls", "owl"},           {"Rabbits", "rabbit"},
      {"Hedgehogs", "hedgehog"}, {"Otters", "otter"},
      {"Robins", "robin"},       {"Badgers", "badger"},
      {"Squirrels", "squirrel"}, {"Kingfishers", "kingfisher"},
      {"Bears", "bear"},         {"Ladybirds", "ladybird"},
      {"Ducklings", "duckling"}, {"Frogs", "frog"},
      {"Lions", "lion"},         {"Tigers", "tiger"},
      {"Turtles", "turtle"},     {"Whales", "whale"},
      {"Penguins", "penguin"},   {"Pandas", "panda"}};
  Screen screen = choosing(ScreenKind::pick_class);
  for (std::size_t i = 0; i < count; ++i) {
    offer_name(screen, kClasses[i].first, kClasses[i].second);
  }
  return screen;
}

inline Screen months() {
  Screen screen = choosing(ScreenKind::pick_month);
  for (const char* month : {"January", "February", "March", "April", "May", "June", "July",
                            "August", "September", "October", "November", "December"}) {
    offer_words(screen, month, "");
  }
  return screen;
}

inline Screen names() {
  Screen screen = choosing(ScreenKind::pick_child);
  for (const char* name : {"Amina S", "Ben R", "Chloe T", "Dawud H", "Ewa W", "Zoya K"}) {
    offer_name(screen, name, "owl");
  }
  return screen;
}

inline Screen siblings(bool ticked) {
  Screen screen = choosing(ScreenKind::siblings);
  screen.child = ResultFor{"Zoya K", "Owls", "owl"};
  offer_name(screen, "Amina K", "fox", ticked);
  offer_name(screen, "Yusuf K", "bee");
  screen.all_here = 3;
  screen.can_finish = true;
  return screen;
}

inline Screen reasons(ScreenKind kind) {
  Screen screen = choosing(kind);
  screen.can_skip = kind == ScreenKind::pick_reason;
  if (kind == ScreenKind::pick_reason) {
    offer_words(screen, "Traffic", "car");
    offer_words(screen, "Bus or train", "bus");
    offer_words(screen, "Overslept", "bed");
  } else {
    offer_words(screen, "Family", "house");
  }
  offer_words(screen, "Felt unwell", "thermometer");
  offer_words(screen, "Appointment", "calendar");
  offer_words(screen, "Something else", "dots");
  return screen;
}

inline Screen languages() {
  static const std::vector<std::pair<const char*, const char*>> kNames{
      {"en", "English"},
      {"ur", "\u0627\u0631\u062F\u0648"},
      {"pa", "\u0A2A\u0A70\u0A1C\u0A3E\u0A2C\u0A40"},
      {"pl", "Polski"},
      {"bn", "\u09AC\u09BE\u0982\u09B2\u09BE"},
      {"so", "Soomaali"},
      {"ar", "\u0627\u0644\u0639\u0631\u0628\u064A\u0629"},
      {"ro", "Rom\u00E2n\u0103"}};
  Screen screen = choosing(ScreenKind::pick_language);
  for (const auto& [code, name] : kNames) offer_name(screen, name, "", false, code);
  return screen;
}

inline Screen who_collects() {
  Screen screen = choosing(ScreenKind::out_who);
  offer_words(screen, "Mum", "mum");
  offer_words(screen, "Dad", "dad");
  offer_words(screen, "Grandparent", "grandparent");
  offer_words(screen, "Another adult", "another_adult");
  return screen;
}

inline Screen back_today() {
  Screen screen = choosing(ScreenKind::out_back);
  offer_words(screen, "Back today", "yes");
  offer_words(screen, "Not today", "no");
  screen.seconds_left = 7;
  return screen;
}

inline Screen staff_list(ScreenKind kind) {
  Screen screen = screen_of(kind);
  screen.can_go_back = true;
  screen.waiting = 12;
  for (const char* name : {"Amina S", "Ben R", "Chloe T", "Dawud H", "Ewa W", "Farah B", "George M",
                           "Hana O", "Ibrahim A"}) {
    offer_name(screen, name, "owl");
  }
  return screen;
}

inline Screen staff_menu() {
  Screen screen = screen_of(ScreenKind::staff_menu);
  screen.can_go_back = true;
  screen.waiting = 12;
  offer_words(screen, "Late today", "clock");
  offer_words(screen, "Out of the building", "out");
  offer_words(screen, "Test the reader", "card");
  screen.faults = {
      "The card reader at pn532_uart:/dev/handbell-reader does not answer; unplug it."};
  return screen;
}

/// The page of a list that goes on.
inline Screen first_of_many(Screen screen, std::size_t shown) {
  const auto known = screen.choices;
  for (std::size_t i = known.size(); i < shown; ++i) {
    const Choice& again = known[i % known.size()];
    offer_name(screen, again.name, again.picture, false, again.language);
  }
  screen.can_see_more = true;
  screen.seconds_left = 7;
  return screen;
}

inline Screen many_faults() {
  Screen screen = staff_menu();
  screen.faults.assign(
      7,
      "The file /opt/handbell/share/handbell/fonts (the font Noto Nastaliq Urdu) of the "
      "installation is missing; install Handbell again.");
  return screen;
}

/// Three that work and two that do not, with names of the greatest length.
inline Screen several_readers() {
  Screen screen = screen_of(ScreenKind::staff_reader);
  screen.readers = "pci-0000_00_14_0-usb-0_2, pci-0000_00_14_0-usb-0_3, handbell-reader";
  screen.faults = {"Reader08FF20140315-event: held by the service pcscd.",
                   "ACS-ACR1252-Dual-Reader: the service pcscd does not run."};
  return screen;
}

inline NamedScreens lists_that_go_on() {
  return {{"pick_class_first", first_of_many(classes(20), 20)},
          {"pick_language_first", first_of_many(languages(), 12)},
          {"staff_late_first", first_of_many(staff_list(ScreenKind::staff_late), 12)},
          {"staff_out_first", first_of_many(staff_list(ScreenKind::staff_out), 12)}};
}

inline Screen staff_pin() {
  Screen screen = screen_of(ScreenKind::staff_pin);
  screen.can_go_back = true;
  screen.digits_typed = 2;
  for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}) {
    offer_name(screen, digit, "");
  }
  return screen;
}

/// Of a card that proves itself: more digits, and a button behind them.
inline Screen release_pin() {
  Screen screen = staff_pin();
  screen.digits_most = 12;
  screen.digits_typed = 7;
  screen.can_finish = true;
  return screen;
}

inline Screen identity_checks() {
  Screen screen = screen_of(ScreenKind::staff_check);
  screen.can_go_back = true;
  offer_words(screen, "Known to staff", "staff");
  offer_words(screen, "Photo ID", "card");
  offer_words(screen, "Password of the day", "speaker");
  return screen;
}

inline Screen hand_over() {
  Screen screen = screen_of(ScreenKind::staff_give);
  screen.can_go_back = true;
  screen.child = ResultFor{"Zoya K", "Owls", "owl"};
  screen.hand_over = HandOverWords{"Grandparent", "grandparent", "Password of the day"};
  screen.seconds_left = 7;
  return screen;
}

inline void add_release(NamedScreens& screens) {
  screens.emplace_back("staff_pin_release", release_pin());
  Screen menu = staff_menu();
  offer_words(menu, "Hand over a child", "door");
  menu.faults.clear();
  screens.emplace_back("staff_menu_release", menu);
  screens.emplace_back("staff_release", staff_list(ScreenKind::staff_release));
  Screen who = who_collects();
  who.kind = ScreenKind::staff_who;
  who.offers_languages = false;
  screens.emplace_back("staff_who", who);
  screens.emplace_back("staff_check", identity_checks());
  screens.emplace_back("staff_give", hand_over());
  Screen gone = screen_of(ScreenKind::may_go);
  gone.child = ResultFor{"Zoya K", "Owls", "owl"};
  screens.emplace_back("may_go", gone);
}

inline Screen idle() {
  Screen screen = screen_of(ScreenKind::idle);
  screen.offers_look_up = true;
  screen.offers_going_out = true;
  screen.offers_languages = true;
  return screen;
}

inline void add_results(NamedScreens& screens) {
  for (const ScreenKind kind :
       {ScreenKind::on_time, ScreenKind::late, ScreenKind::after_close, ScreenKind::already_in,
        ScreenKind::welcome_back, ScreenKind::clock_unknown}) {
    static constexpr std::array<const char*, 8> kNames{
        "", "on_time", "late", "after_close", "already_in", "welcome_back", "", "clock_unknown"};
    screens.emplace_back(kNames[static_cast<std::size_t>(kind)], screen_for(kind, ""));
  }
  Screen long_name = screen_for(ScreenKind::late, "");
  long_name.child = ResultFor{"Oluwadamilola-Grace A", "Hedgehogs and Kingfishers", "hedgehog"};
  screens.emplace_back("late_long_name", long_name);
  Screen hidden = screen_for(ScreenKind::late, "");
  hidden.child = ResultFor{};
  screens.emplace_back("late_never_shown", hidden);
  Screen family = screen_for(ScreenKind::on_time, "");
  family.children = {{"Amina K", "Foxes", "fox"}, {"Yusuf K", "Bees", "bee"}};
  screens.emplace_back("on_time_family", family);
  family.children = {{"Amina K", "Foxes", "fox"},
                     {"Yusuf K", "Bees", "bee"},
                     {"Ali K", "Squirrels", "squirrel"},
                     {"Noor K", "Hedgehogs", "hedgehog"},
                     {std::nullopt, "Robins", "robin"}};
  screens.emplace_back("on_time_six", family);
  Screen brothers = screen_for(ScreenKind::late, "");
  brothers.all_here = 3;
  brothers.can_finish = true;
  offer_name(brothers, "Amina K", "fox", true);
  offer_name(brothers, "Yusuf K", "bee");
  screens.emplace_back("late_siblings", brothers);
}

inline void add_messages(NamedScreens& screens) {
  screens.emplace_back("see_office", screen_of(ScreenKind::see_office));
  Screen again = screen_of(ScreenKind::not_recorded);
  again.can_undo = true;
  screens.emplace_back("not_recorded", again);
  screens.emplace_back("one_card", screen_of(ScreenKind::one_card));
  screens.emplace_back("someone_comes", screen_of(ScreenKind::someone_comes));
  Screen granted = screen_of(ScreenKind::someone_comes);
  granted.child = ResultFor{"Zoya K", "Owls", "owl"};
  screens.emplace_back("someone_comes_granted", granted);
  screens.emplace_back("evacuate", screen_of(ScreenKind::evacuate));
  screens.emplace_back("night", screen_of(ScreenKind::night));
}

inline void add_idles(NamedScreens& screens) {
  screens.emplace_back("idle", idle());
  Screen plain = screen_of(ScreenKind::idle);
  plain.clock.reset();
  screens.emplace_back("idle_plain", plain);
  Screen reader = idle();
  reader.reader_works = false;
  reader.waiting = 12;
  screens.emplace_back("idle_reader_gone", reader);
  reader.offers_look_up = false;
  screens.emplace_back("idle_reader_gone_alone", reader);
}

inline void add_choosing(NamedScreens& screens) {
  screens.emplace_back("pick_class", classes(10));
  screens.emplace_back("pick_class_20", classes(20));
  screens.emplace_back("pick_month", months());
  screens.emplace_back("pick_child", names());
  Screen more = names();
  more.office_has_more = true;
  more.choices.resize(4);
  more.offers_languages = true;
  screens.emplace_back("pick_child_more", more);
  screens.emplace_back("siblings", siblings(false));
  screens.emplace_back("siblings_ticked", siblings(true));
  screens.emplace_back("pick_reason", reasons(ScreenKind::pick_reason));
  screens.emplace_back("pick_language", languages());
  Screen child = choosing(ScreenKind::out_child);
  child.offers_look_up = true;
  screens.emplace_back("out_child", child);
  screens.emplace_back("out_who", who_collects());
  screens.emplace_back("out_why", reasons(ScreenKind::out_why));
  screens.emplace_back("out_back", back_today());
  Screen newcomer = classes(10);
  newcomer.newcomer = ResultFor{"Ben R", "Foxes", "fox"};
  newcomer.seconds_left = 7;
  newcomer.reads_aloud = true;
  screens.emplace_back("pick_class_newcomer", newcomer);
  newcomer.newcomer_released = true;
  screens.emplace_back("pick_class_released", newcomer);
  Screen hidden = months();
  hidden.newcomer = ResultFor{};
  screens.emplace_back("pick_month_newcomer", hidden);
  Screen to_office = classes(10);
  to_office.newcomer_to_office = true;
  screens.emplace_back("pick_class_to_office", to_office);
}

/// With a name for each; without a family's language.
inline NamedScreens every_screen() {
  NamedScreens screens;
  add_idles(screens);
  add_results(screens);
  add_messages(screens);
  add_choosing(screens);
  screens.emplace_back("staff_pin", staff_pin());
  screens.emplace_back("staff_menu", staff_menu());
  screens.emplace_back("staff_late", staff_list(ScreenKind::staff_late));
  screens.emplace_back("staff_out", staff_list(ScreenKind::staff_out));
  for (auto& list : lists_that_go_on()) screens.push_back(std::move(list));
  screens.emplace_back("staff_menu_faults", many_faults());
  screens.emplace_back("staff_out_nobody", screen_of(ScreenKind::staff_out));
  screens.emplace_back("staff_reader", screen_of(ScreenKind::staff_reader));
  screens.emplace_back("staff_reader_several", several_readers());
  add_release(screens);
  return screens;
}

inline Screen in_language(Screen screen, const std::string& language) {
  screen.language = language;
  return screen;
}

}  // namespace handbell::kiosk
