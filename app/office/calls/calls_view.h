// What the page Calls says, already in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/form.h"

#include <string>
#include <vector>

namespace handbell::office {

struct CallPhone {
  std::string shown;    ///< as the family wrote it
  std::string dialled;  ///< digits, and a + before them
};

/// One adult of a child's list, in the order in which they are rung.
struct CallContact {
  int order = 0;
  std::string name;
  std::string relationship;
  std::vector<CallPhone> phones;
  bool court_order = false;
  std::string calls;  ///< of today: "09:05 no answer; 09:20 message left"
};

struct CallSibling {
  std::string pupil;
  std::string name;  ///< with the class
};

/// The entry of a reason, as it is offered or came back.
struct AbsenceForm {
  bool open = false;
  std::string code;   ///< of the ready ones, or "other"
  std::string other;  ///< another code
  std::string who;    ///< the contact's place; "0": somebody else
  std::string said;
  std::string told_on;  ///< "2026-01-12"
  std::string told_at;  ///< "07:30"; empty: now
  std::string until = "today";
  std::string until_day;
  std::vector<std::string> also;  ///< siblings
};

/// A child of whom nobody knows why it is not here.
struct RingChild {
  std::string pupil;  ///< Handbell's number
  std::string name;
  std::string class_name;
  int day = 1;
  std::string day_words;      ///< "Day two"; empty on the first
  std::string asks;           ///< what the policy asks for on that day
  std::string social_worker;  ///< what has to be done today; empty: has none
  std::string before;         ///< the reason that was known until yesterday
  std::string refused;        ///< leave for today was refused: by whom, and what may be entered
  bool may_enter_g = false;   ///< and this person may
  std::string language;       ///< "Polish"; empty: English
  std::vector<CallSibling> siblings;
  std::vector<CallContact> contacts;
  std::string coming;       ///< somebody said when the child will be here
  std::string next;         ///< everybody was rung and nobody answered
  bool late_again = false;  ///< the time that was named has passed
  std::string came_at;      ///< as typed, with what was wrong
  std::string words;
  AbsenceForm absence;
};

/// Came to the door, and nobody saw the child in class yet.
struct DoorChild {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string since;  ///< empty: at an unknown time
};

/// A class that has not sent its register.
struct SilentClass {
  std::string class_name;
  std::string key;      ///< "class-1": once on the page
  std::string address;  ///< its register, to take it by telephone
  std::string calls;
};

/// Children of a class that answered, who have no mark.
struct MissingOfClass {
  std::string class_name;
  std::string key;
  std::string answered;  ///< "answered at 09:04"
  std::vector<Choice> children;
};

/// Away on the last school day with a reason that was known.
struct StillAway {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string day_words;  ///< "day three"
  std::string reason;     ///< "Illness"
  std::string code;       ///< empty: this person may not set it
  std::vector<Choice> who;
  bool on_list = false;  ///< has a card below
};

/// A reason that is known for today.
struct ReasonLine {
  std::string entry;
  std::string name;
  std::string class_name;
  std::string what;  ///< "Illness"
  std::string told;  ///< "08:10"
  std::string words;
  std::string by;
  bool may_undo = false;
};

/// One call of today.
struct CallLogLine {
  std::string entry;
  std::string at;
  std::string about;
  std::string class_name;
  std::string whom;
  std::string result;
  std::string by;
  std::string back;  ///< "taken back by R Patel, Office"
};

struct CallsView {
  std::string date;    ///< "Monday 12 January 2026"
  std::string day;     ///< "2026-01-12"
  std::string begins;  ///< "09:00"
  bool begun = false;
  bool school = true;  ///< school meets today
  bool may_write = false;
  int so_far = 0;  ///< before it begins: children who would be on the list
  std::string next_day;
  std::vector<Choice> ready;   ///< reasons of every day
  std::vector<Choice> others;  ///< all others that this person may set
  std::vector<SilentClass> classes;
  std::vector<MissingOfClass> missing;
  std::vector<DoorChild> unseen;
  std::vector<RingChild> children;
  std::vector<DoorChild> waiting;
  std::vector<StillAway> still_away;
  std::vector<ReasonLine> reasons;
  std::vector<CallLogLine> log;
};

}  // namespace handbell::office
