// Every screen that the kiosk can show, with invented children.
#pragma once

#include "app/kiosk/flow/screen.h"

#include <string>
#include <utility>
#include <vector>

namespace handbell::kiosk {

inline TimeOfDay minute(int hour, int min) {
  return TimeOfDay::from_ms((hour * 60 + min) * 60'000);
}

inline Screen screen_for(ScreenKind kind, const std::string& language) {
  Screen screen;
  screen.kind = kind;
  screen.school_name = "St Anne's Infants";
  screen.clock = minute(8, 52);
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

/// With a name for each.
inline std::vector<std::pair<std::string, Screen>> every_screen() {
  std::vector<std::pair<std::string, Screen>> screens;
  const std::vector<std::pair<std::string, ScreenKind>> kinds{
      {"idle", ScreenKind::idle},
      {"on_time", ScreenKind::on_time},
      {"late", ScreenKind::late},
      {"after_close", ScreenKind::after_close},
      {"already_in", ScreenKind::already_in},
      {"welcome_back", ScreenKind::welcome_back},
      {"see_office", ScreenKind::see_office},
      {"clock_unknown", ScreenKind::clock_unknown},
      {"not_recorded", ScreenKind::not_recorded},
      {"one_card", ScreenKind::one_card}};
  for (const auto& [name, kind] : kinds) {
    screens.emplace_back(name, screen_for(kind, ""));
    screens.emplace_back(name + "_urdu", screen_for(kind, "ur"));
  }
  Screen long_name = screen_for(ScreenKind::late, "ur");
  long_name.child = ResultFor{"Oluwadamilola-Grace Al", "Hedgehogs and Kingfishers", "hedgehog"};
  screens.emplace_back("late_long_name", long_name);
  Screen hidden = screen_for(ScreenKind::late, "ur");
  hidden.child = ResultFor{};
  screens.emplace_back("late_never_shown", hidden);
  Screen again = screen_for(ScreenKind::not_recorded, "");
  again.can_undo = true;
  screens.emplace_back("not_recorded_not_me", again);
  Screen reader = screen_for(ScreenKind::idle, "");
  reader.reader_works = false;
  reader.waiting = 12;
  screens.emplace_back("idle_reader_gone", reader);
  Screen untrusted = screen_for(ScreenKind::idle, "");
  untrusted.clock.reset();
  screens.emplace_back("idle_clock_unknown", untrusted);
  return screens;
}

}  // namespace handbell::kiosk
