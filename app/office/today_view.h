// What the page Today says, already in words and figures.
//
// The handler fills it from the register; the page only sets it out. Times are local "HH:MM", as
// the school's wall clock showed them, cut and never rounded (D01). Nothing here is escaped.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handbell::office {

struct TodayTiles {
  int late_before_close = 0;  ///< L
  int late_after_close = 0;   ///< U
  int pending = 0;            ///< proposals that wait for a person
  int conflicts = 0;          ///< class teacher and door disagree
  int see_office = 0;         ///< cards that were sent to the office
};

enum class LateState : std::uint8_t { pending, accepted, conflict };

struct LateLine {
  std::int64_t id = 0;  ///< the proposal's own number, stable; what ids[] carries
  std::string name;
  std::string class_name;
  std::string class_picture;  ///< key of the class's animal, may be empty
  std::string session;        ///< "am" or "pm"
  std::string arrived;        ///< "08:52"
  char code = 'L';            ///< L or U
  int minutes_late = 0;
  std::string source;  ///< "Front door"
  LateState state = LateState::pending;
  std::string teacher_wrote;       ///< conflict: "absent (N)"; empty where nothing
  std::string accepted_by;         ///< accepted: "R Patel, office manager"
  std::vector<std::string> notes;  ///< where kiosk and office judged differently
  std::vector<std::string> siblings;
};

struct KioskLine {
  std::string name;
  std::string last_contact;  ///< "09:04", empty where there was none today
  std::string reader_state;  ///< in words: "ready", "not found"
  bool reader_ready = false;
  int waiting = 0;  ///< entries not yet at the office
  bool clock_trusted = true;
  std::int64_t door_book = 0;  ///< version
};

struct UrgentAlert {
  std::string name;
  std::string class_name;
  std::string sentence;  ///< "was expected and has not come"
  std::string since;     ///< "09:00"
};

struct FaultLine {
  std::string sentence;
  std::string since;
};

struct TodayView {
  std::string school;
  std::string date;            ///< "Monday 12 January 2026"
  std::string session;         ///< "Morning, register closes at 09:00"
  std::string legal_register;  ///< which register is the legal one, one sentence
  bool rehearsal = false;
  TodayTiles tiles;
  std::vector<UrgentAlert> alerts;
  std::vector<FaultLine> faults;
  std::vector<LateLine> late;
  std::vector<KioskLine> kiosks;
  std::string signed_in;  ///< empty until sign-in comes
  std::string flash;      ///< what was just accepted, one sentence
  std::string by_name;    ///< kept in the form
  std::string by_position;
  std::string form_token;
  std::string only;  ///< filter: "", "pending", "conflict", "accepted"
};

}  // namespace handbell::office
