// What the screen in the entrance is to say, before anybody draws it.
//
// Only what a stranger may read is in here: first name and one letter, class and its animal, the
// time. No surname, code, reason or percentage can be shown, since none is known here.
#pragma once

#include "app/base/time_of_day.h"

#include <cstdint>
#include <optional>
#include <string>

namespace handbell::kiosk {

enum class ScreenKind : std::uint8_t {
  idle,           ///< "Tap your card"
  on_time,        ///< green: you are in, go to your class
  late,           ///< amber: before the register closed (L); never the letter
  after_close,    ///< calm blue: after it closed (U); never red, never "absent"
  already_in,     ///< the same card again (D07)
  welcome_back,   ///< came back after going out (D18, D19)
  see_office,     ///< unknown card, leaver, child not expected: exactly the same words (D06, D12)
  clock_unknown,  ///< "You are in. The office will check the time" (D17)
  not_recorded,   ///< the write failed: please go to the office, no tick
  one_card,       ///< several cards lie on the reader: "One card at a time"
};

/// Whose result it is. A never-show child (D53) has no name: the screen says "You are in".
struct ResultFor {
  std::optional<std::string> shown_name;  ///< "Zoya K"
  std::string class_name;                 ///< "Owls"
  std::string class_picture;              ///< key of the icon list, "owl"
  friend bool operator==(const ResultFor&, const ResultFor&) = default;
};

/// One screen. Two equal screens paint the same picture.
struct Screen {
  ScreenKind kind = ScreenKind::idle;
  std::optional<ResultFor> child;      ///< on_time .. welcome_back, clock_unknown
  std::optional<TimeOfDay> clock;      ///< the clock in the corner; none where it is not trusted
  std::optional<TimeOfDay> came_at;    ///< the time that counts for this child
  std::optional<TimeOfDay> closes_at;  ///< for "After 9:00"
  std::string language;                ///< the family's (ISO 639, "ur"), empty: English alone
  std::string school_name;
  bool reader_works = true;  ///< idle says so where it does not
  bool can_undo = false;     ///< the "Not me" button is there (D26)
  int waiting = 0;           ///< entries not yet sent: a small grey mark for staff
  friend bool operator==(const Screen&, const Screen&) = default;
};

}  // namespace handbell::kiosk
