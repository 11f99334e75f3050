// What the page Today says, already in words and figures.
//
// today.cpp fills it from the register; the page only sets it out. Times are local "HH:MM", as
// the school's wall clock showed them, cut and never rounded (D01). Nothing here is escaped.
#pragma once

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
  std::string reader;        ///< in the kiosk's words
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

/// Proposals of an earlier day that nobody has accepted.
struct LeftOver {
  std::string day;   ///< "2026-01-09"
  std::string date;  ///< "Friday 9 January 2026"
  int waiting = 0;
  int conflicts = 0;
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
  TodayTiles tiles;
  std::vector<FaultLine> faults;
  std::optional<LeftOver> left_over;
  std::vector<LateLine> conflicts;
  std::vector<LateLine> waiting;
  std::vector<LateLine> accepted;
  std::vector<NoteLine> notes;
  std::vector<KioskLine> kiosks;
};

}  // namespace handbell::office
