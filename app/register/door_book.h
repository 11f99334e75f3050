// The door book: what a kiosk knows of the school, and no more than the door needs.
//
// One snapshot by version, made by the office and replaced whole. No surname, no UPN, no date of
// birth, no card's number (a keyed hash stands for it), no address. The calendar and the session
// times come along whole, a few dozen rows, so that a kiosk that was alone for a month still knows
// a holiday; codes that were agreed beforehand reach 14 days ahead.
#pragma once

#include "app/register/appointment.h"
#include "app/register/arrival.h"
#include "app/register/door_event.h"
#include "app/register/door_reason.h"
#include "app/register/pattern.h"
#include "app/register/release_key.h"

#include <map>
#include <string>
#include <vector>

namespace handbell::reg {

struct DoorPlan {
  SessionId session;
  PlannedCode plan;
  friend bool operator==(const DoorPlan&, const DoorPlan&) = default;
};

struct DoorPupil {
  PupilId id;
  std::string shown_name;  ///< "Zoya K"; empty where never_show
  std::string class_name;  ///< "Owls"
  YearGroup group = YearGroup::reception;
  int birth_month = 1;      ///< 1 to 12, for the look-up
  std::string family;       ///< an opaque key, equal for siblings; empty: none, or a hidden link
  std::string language;     ///< ISO 639 code of the family's language; empty: English
  bool see_office = false;  ///< neutral: the screen says so and nothing else
  bool never_show = false;  ///< D53
  bool office_only = true;  ///< no staff card hands this child over, for whatever reason (D49)
  SchoolDay start;
  std::optional<SchoolDay> leaving;  ///< the last day on roll
  AttendancePattern pattern;
  std::vector<DoorPlan> plans;                ///< of the next 14 days
  std::vector<DoorAppointment> appointments;  ///< the same days; their times, no word of what for

  [[nodiscard]] bool on_roll(SchoolDay day) const {
    return start <= day && (!leaving || day <= *leaving);
  }
  friend bool operator==(const DoorPupil&, const DoorPupil&) = default;
};

/// So many days from the one on which the book is made.
inline constexpr int kDoorPlanDays = 14;

/// Keyed by whoever owns the keys: no PIN stands anywhere.
using PinHash = std::array<std::uint8_t, 16>;
/// With its four digits it opens lists and an undo at the kiosk. Where it has a release key, proof
/// and the long PIN take their place, and a child may be handed over (D49).
struct StaffCard {
  CardHash card{};
  PinHash pin{};
  std::optional<ReleaseKey> release{};
  friend bool operator==(const StaffCard&, const StaffCard&) = default;
};

/// What the office answered today to whoever asked for a child at a door (D49): no adult's name, no
/// reason, and the same for every child.
enum class DoorReleaseState : std::uint8_t { granted = 0, refused = 1, handed_over = 2 };
struct DoorRelease {
  PupilId pupil;
  Instant asked;  ///< as the door's clock said then: it knows its own request by that
  DoorReleaseState state = DoorReleaseState::granted;
  Instant at;  ///< when it was answered
  friend bool operator==(const DoorRelease&, const DoorRelease&) = default;
};

struct DoorBook {
  std::uint64_t version = 0;  ///< 0: none was ever received
  Instant made;
  std::string school_name;
  std::vector<DoorPupil> pupils;                 ///< by id, rising
  std::map<CardHash, PupilId> cards;             ///< of pupils on roll and of leavers
  std::map<CardHash, std::string> family_cards;  ///< to the family's key
  std::vector<StaffCard> staff_cards;
  std::map<std::string, std::string> pictures;  ///< class to icon: "Owls" to "owl"
  Calendar calendar;
  SessionTimes times;
  DoorReasons reasons;                ///< an empty list: nobody is asked
  bool evacuation = false;            ///< leave the building
  std::vector<DoorRelease> releases;  ///< of the day on which it was made, as they were answered

  [[nodiscard]] const DoorPupil* pupil(PupilId id) const;
  [[nodiscard]] const DoorPupil* pupil_of(const CardHash& card) const;
  /// Null where it is no family's.
  [[nodiscard]] const std::string* family_of(const CardHash& card) const;
  [[nodiscard]] const StaffCard* staff_card(const CardHash& card) const;
  /// "owl", or empty.
  [[nodiscard]] std::string picture_of(const std::string& class_name) const;
  /// What the door knows about this arrival; `existing` is never known here.
  [[nodiscard]] ArrivalFacts facts(const DoorPupil& pupil, SessionId session,
                                   TimeOfDay first_contact, bool clock_trusted) const;
};

/// Puts those of the book's days into it.
void add_appointments(DoorBook& book, const std::vector<Appointment>& appointments);

}  // namespace handbell::reg
