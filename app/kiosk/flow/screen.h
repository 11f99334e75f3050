// What the screen in the entrance is to say, before anybody draws it.
//
// Only what a stranger may read is in here: first name and one letter, class and its animal, the
// time. No surname, code, reason or percentage can be shown, since none is known here.
#pragma once

#include "app/base/time_of_day.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

  // An adult chooses; each has `choices`, and a way back.
  pick_class,     ///< no card (D25): the class by its animal,
  pick_month,     ///< the month of birth,
  pick_child,     ///< one of at most six names
  siblings,       ///< who of the family is here too, unticked at first (D13)
  pick_reason,    ///< why late: a picture with a word, may be passed over (D24)
  pick_language,  ///< each language in its own name
  out_child,      ///< going out (D49): card, or the look-up
  out_who,        ///< who collects, in general words
  out_why,        ///< the reason
  out_back,       ///< back today?
  someone_comes,  ///< the request is sent: "Someone is coming"
  may_go,         ///< a member of staff handed the child over, and it is written down (D49)

  // Behind a staff card and its PIN.
  staff_pin,
  staff_menu,
  staff_late,     ///< today's late
  staff_out,      ///< out of the building
  staff_reader,   ///< the reader test
  staff_release,  ///< who is asked for and may be handed over here (D49)
  staff_who,      ///< to whom, in general words
  staff_check,    ///< how the adult was checked
  staff_give,     ///< the question before the child goes

  evacuate,  ///< "Leave the building", and nothing else
  night,     ///< blank by the configured hours
};

/// Whose result it is. A never-show child (D53) has no name: the screen says "You are in".
struct ResultFor {
  std::optional<std::string> shown_name;  ///< "Zoya K"
  std::string class_name;                 ///< "Owls"
  std::string class_picture;              ///< key of the icon list, "owl"
  friend bool operator==(const ResultFor&, const ResultFor&) = default;
};

/// Something that can be pressed: a picture with a word under it.
struct Choice {
  std::string id;        ///< what Pressed says then, "choice:3"
  std::string words;     ///< English of the word list, shown in the language of the screen too; or
  std::string name;      ///< a name, shown as it is
  std::string language;  ///< of the name (ISO 639); empty: English
  std::string picture;   ///< key of the icon list; may be empty
  bool ticked = false;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// What is to be said yes to before a child goes; English of the word list.
struct HandOverWords {
  std::string who;      ///< "Grandparent"
  std::string picture;  ///< key of the icon list
  std::string checked;  ///< "Photo ID"
  friend bool operator==(const HandOverWords&, const HandOverWords&) = default;
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

  std::vector<Choice> choices;        ///< what may be chosen, in its order
  std::vector<ResultFor> children;    ///< siblings who came in with `child`, at most five
  std::optional<int> all_here;        ///< "All n are here": how many
  bool can_go_back = false;           ///< the way back: button "back"
  bool can_skip = false;              ///< button "skip"
  bool can_see_more = false;          ///< a list is longer than the screen: button "more"
  bool can_finish = false;            ///< button "done"
  std::optional<int> seconds_left;    ///< the last ten: a ring and button "more_time"
  std::optional<ResultFor> newcomer;  ///< came in meanwhile: a banner over a flow (D54)
  bool newcomer_to_office = false;    ///< the banner says "Please go to the office", no name
  bool newcomer_released = false;     ///< the banner says "Someone is coming" of `newcomer` (D49)
  bool office_has_more = false;       ///< pick_child: "Not here? Please go to the office" (D25)
  int digits_typed = 0;               ///< staff_pin: so many dots
  int digits_most = 4;                ///< of so many; where it is four, the last one tries the PIN
  std::optional<HandOverWords> hand_over;  ///< staff_give: button "give"
  bool offers_look_up = false;             ///< idle, out_child: button "no_card"
  bool offers_going_out = false;           ///< idle: button "going_out"
  bool offers_languages = false;           ///< button "languages"
  bool reads_aloud = false;                ///< button "read_aloud" where the configuration has it
  std::vector<std::string> faults;         ///< staff alone: sentences
  std::string readers;  ///< staff_reader: those that work, where there are several
  friend bool operator==(const Screen&, const Screen&) = default;
};

}  // namespace handbell::kiosk
