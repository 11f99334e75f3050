// What the kiosk has in mind: the screen, who came today, what waits for the disk.
#pragma once

#include "app/kiosk/flow/event.h"
#include "app/kiosk/flow/look_up.h"
#include "app/kiosk/flow/staff_desk.h"
#include "app/kiosk/flow/visit.h"

#include <vector>

namespace handbell::kiosk {

inline constexpr Millis kResultStays = seconds(8);

/// What is on the screen after a tap.
struct Shown {
  ScreenKind kind = ScreenKind::idle;
  std::optional<ResultFor> child;
  std::optional<TimeOfDay> came_at;
  std::optional<TimeOfDay> closes_at;
  std::string language;
  std::string family;           ///< empty: nobody's sibling, or not to be found
  std::vector<PupilId> pupils;  ///< whose names may stand on it
  Page offers;                  ///< siblings who are not in yet
  int all_here = 0;             ///< with them
  std::vector<ResultFor> children;
  bool of_visit = false;            ///< "back" leads to the visit's last page
  std::vector<std::uint64_t> undo;  ///< what "Not me" takes back; empty: nothing
  Steady since;
  Steady until;
};

/// A tap or a choice of today that is on the disk: the child came, or came again.
struct SeenTap {
  PupilId pupil;                     ///< nobody: the family's own card
  std::string family;                ///< as the door book had it then; empty: none
  std::optional<SessionId> session;  ///< none: the clock was not trusted
  reg::DoorMoment at;
  std::uint64_t seq = 0;
  bool late = false;
};

/// A child went out today, or came back.
struct SeenPass {
  PupilId pupil;
  bool out = true;
  std::optional<SessionId> session;
  reg::DoorMoment at;
  std::uint64_t seq = 0;  ///< of this journal; where the office told it: the newest before it
  bool told = false;      ///< the office handed the child over: no entry of this journal
};

/// An adult asked here today to take a child out (D49): so the office's answer is for this door.
struct AskedHere {
  PupilId pupil;
  Instant at;             ///< as this door's clock said
  std::uint64_t seq = 0;  ///< of this journal
  std::string who;        ///< keys, as in ReleaseAsked
  std::string why;
  bool back_today = false;
};

/// A child whom staff handed over at this door (D49): what was asked until then is settled.
struct GoneHere {
  PupilId pupil;
  Instant at;
  std::uint64_t seq = 0;  ///< of this journal
};

/// Who of one family came in just now: a reason is of all of them (D14).
struct Party {
  struct Member {
    ScreenKind kind = ScreenKind::idle;  ///< of the own result
    ResultFor child;
    std::optional<TimeOfDay> came_at;
    std::optional<TimeOfDay> closes_at;
    std::string language;
    PupilId pupil;
    std::uint64_t seq = 0;
    bool late = false;
  };
  std::string family;
  std::vector<Member> members;
  Steady since;
  bool asked = false;   ///< for the reason, once
  std::string reason;   ///< key, once it was given: who of the family comes after has it too (D14)
  bool office = false;  ///< one of them was sent to the office
};

/// A card of somebody else while a visit is under way (D54), or the office's answer meanwhile.
struct Newcomer {
  std::optional<ResultFor> child;  ///< none: to the office
  PupilId pupil;
  Steady until;
  bool released = false;  ///< no card: the office lets the child go (D49)
};

/// "Not me" was pressed; waits its turn as a tap does.
struct TakeBack {
  std::uint64_t seq = 0;
  std::string reason;                              ///< of staff; else empty
  std::optional<reg::CardHash> by = std::nullopt;  ///< the staff card
};
/// A child that an adult chose.
struct Pick {
  PupilId pupil;
  reg::ArrivalMeans means = reg::ArrivalMeans::lookup;
  Moment at;
};
/// What is written down besides arrivals; `then`: shown once it is.
struct Note {
  reg::DoorEvent event;
  ScreenKind then = ScreenKind::idle;
  PupilId of{};  ///< whose name stands on it; nobody: none's
};

/// What waits for the disk. Mostly somebody stands at the door and wants an answer.
struct Job {
  std::variant<CardTapped, TakeBack, Pick, Note> what;
  std::optional<Steady> answer_by;  ///< none: nobody at the door waits for it
  bool told = false;  ///< the screen has said "Please go to the office": no tick may follow
};

struct Writing {
  std::uint64_t request = 0;
  reg::DoorEvent event;
  Shown then;  ///< for the screen once it is written; idle: none
  Job job;
  std::optional<PupilId> was_in;  ///< the child, if in before this
};

struct State {
  std::shared_ptr<const reg::DoorBook> book = std::make_shared<reg::DoorBook>();
  std::shared_ptr<const DoorSettings> settings = std::make_shared<DoorSettings>();
  reg::ClockEvidence evidence;
  std::uint64_t boot = 0;
  ReaderState reader = ReaderState::ready;
  std::vector<ReaderHealth> readers;  ///< each of them, for staff
  std::string printer_fault;          ///< for staff; empty: none
  std::optional<Steady> many_until;   ///< a second card lay there, and nobody was told yet
  int waiting = 0;
  bool office_silent = false;  ///< it did not answer when it was asked last
  std::uint64_t last_request = 0;
  std::optional<Shown> shown;  ///< over the visit
  std::optional<Visit> visit;
  std::optional<Newcomer> newcomer;
  std::optional<StaffDesk> staff;
  Steady pins_locked_until;
  int wrong_pins = 0;              ///< since the last right one
  std::uint64_t last_session = 0;  ///< of the desks that asked for a proof
  Party party;
  LookUpLimit look_ups;
  std::string language;  ///< chosen by its button
  Steady language_until;
  bool evacuation = false;
  bool night = false;
  Steady awake_until;  ///< at night, after a touch
  std::optional<Writing> writing;
  std::vector<Job> queue;  ///< the first is next
  std::vector<SeenTap> seen;
  std::vector<SeenPass> passes;  ///< by number, rising
  std::vector<AskedHere> asked;
  std::vector<GoneHere> gone;
  /// Hand-overs that the disk kept after the screen had sent everybody to the office.
  std::vector<std::uint64_t> backs_owed;
  Steady back_again;         ///< not before this moment
  bool clock_owed = false;   ///< untrusted events of this boot are on the disk, no ClockKnown yet
  Steady clock_again;        ///< not before this moment
  bool disk_failed = false;  ///< ends when the screen has been shown
  Moment last;               ///< of the newest step
};

}  // namespace handbell::kiosk
