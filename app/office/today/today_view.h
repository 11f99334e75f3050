// What the page Today says, already in words and figures.
//
// today.cpp fills it from the register; the page only sets it out. Times are local "HH:MM", as
// the school's wall clock showed them, cut and never rounded (D01). Nothing here is escaped.
#pragma once

#include "app/office/page/page_layout.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct TodayTiles {
  int before_close = 0;  ///< L, proposed or entered
  int after_close = 0;   ///< U
  int waiting = 0;       ///< proposals that a person has to accept
  int conflicts = 0;     ///< register and door differ
  int sent = 0;          ///< children and cards that the door sent to the office
  friend bool operator==(const TodayTiles&, const TodayTiles&) = default;
};

/// Where the children are (D29); on today alone.
struct PresenceTiles {
  int on_site = 0;  ///< at the door or seen
  int unknown = 0;  ///< expected, and neither a mark nor an arrival
  int out = 0;      ///< gone and expected back, or away with the school
  friend bool operator==(const PresenceTiles&, const PresenceTiles&) = default;
};

/// Came to the door, and nobody has seen the child yet (D10).
struct DoorLine {
  std::string pupil;  ///< Handbell's number
  std::string name;
  std::string class_name;
  std::string since;  ///< "08:52"; empty: the kiosk's clock is not known
  bool red = false;   ///< ten minutes ago or more: look for the child now
  std::string why;    ///< "not seen in class at 08:45"
};

/// Out, with return expected.
struct OutLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string since;
  std::string back_by;
  std::string note;  ///< with whom, or why
  bool overdue = false;
};

/// What the office typed of one child, and may take back.
struct ToldLine {
  std::string entry;  ///< number of the entry
  std::string name;
  std::string class_name;
  std::string what;  ///< "Came or was seen at 08:52"
  std::string by;
};

/// Children of one class of whom nothing is known.
struct UnknownLine {
  std::string class_name;
  std::vector<std::string> names;
};

/// One child of one session: late, or with a proposal.
struct LateLine {
  std::string key;    ///< "am-17", once on the page
  std::string token;  ///< what is accepted: day, session, pupil, code and minutes, as seen
  std::string name;
  std::string class_name;
  std::string half;     ///< "Morning" or "Afternoon"
  std::string arrived;  ///< "08:52"; empty where only a person knows
  std::string code;     ///< "L"
  std::string code_name;
  std::optional<int> minutes_late;
  std::string entered;     ///< what stands in the register: "/"
  std::string entered_by;  ///< "R Patel, Office"
  std::string note;        ///< where kiosk and office judged differently, or an unusual reason
  bool urgent = false;     ///< not expected on site
  bool left = false;       ///< of a child who left during the day (D18)
};

/// What somebody has to look at.
struct NoteLine {
  std::string who;  ///< a child with class, or a card
  std::string when;
  std::string sentence;
  bool urgent = false;
};

enum class KioskState : std::uint8_t { working, silent, never_heard, fault };

struct KioskLine {
  std::string name;
  KioskState state = KioskState::never_heard;
  std::string last_contact;  ///< "09:04"; with the date where it was not today; may be empty
  std::string reader;        ///< each of them, in words
  bool reader_troubled = false;
  std::uint64_t waiting = 0;
  bool clock_trusted = true;
  std::uint64_t door_book = 0;
  bool door_book_is_newest = true;
};

struct FaultLine {
  std::string where;
  std::string sentence;
  std::string since;
};

/// What cannot wait.
struct AlertLine {
  std::string key;  ///< once on the page
  std::string who;
  std::string what;
  std::string todo;
  std::string page;    ///< where it is done; may be empty
  std::string button;  ///< what "Seen to" sends; empty: there is no such button
};

/// Somebody saw to it.
struct SeenToLine {
  std::string at;
  std::string said;
  std::string words;
  std::string by;
};

/// Somebody asks at the door for a child.
struct ReleaseLine {
  std::string name;
  std::string class_name;
  std::string since;
  std::string asked_by;
  bool back_today = false;
  std::string state;
  bool urgent = false;  ///< nobody has answered
};

/// A class whose register has not come (D23).
struct MissingLine {
  std::string class_name;
  std::string half;   ///< "morning"
  std::string since;  ///< of the first alert
  bool red = false;
};

/// Proposals of an earlier day that nobody has accepted.
struct LeftOver {
  std::string day;   ///< "2026-01-09"
  std::string date;  ///< "Friday 9 January 2026"
  int waiting = 0;
  int conflicts = 0;
  int left = 0;  ///< of those who wait: children who left during that day
};

struct TodayView {
  std::string school;
  std::string day;             ///< "2026-01-12"
  std::string date;            ///< "Monday 12 January 2026"
  std::string closes;          ///< "Registers close at 09:00."
  std::string legal_register;  ///< of the day (D50)
  std::string previous;        ///< the weekday before, YYYY-MM-DD
  std::string next;            ///< the one after; empty on today
  bool is_today = true;
  bool rehearsal = false;
  bool may_act = true;  ///< with what to press, and the ways to pages where the office writes
  TodayTiles tiles;
  PresenceTiles presence;
  WaitingRequests requests;  ///< who is asked for at the doors (D49)
  std::vector<FaultLine> faults;
  std::vector<AlertLine> alerts;
  std::vector<SeenToLine> seen_to;
  std::vector<ReleaseLine> releases;
  std::optional<LeftOver> left_over;
  std::vector<DoorLine> at_door;
  std::vector<OutLine> out;
  std::vector<UnknownLine> unknown;
  std::vector<ToldLine> told;
  std::vector<MissingLine> missing;
  std::vector<LateLine> conflicts;
  std::vector<LateLine> waiting;
  std::vector<LateLine> accepted;
  std::vector<NoteLine> notes;
  std::vector<KioskLine> kiosks;
};

}  // namespace handbell::office
