// What the office knows of the school: pupils, cards, classes, calendar and session times.
//
// One snapshot, small enough to be read whole (2,000 pupils at most). Imports are merged into it
// here, so that what a second import of the same file changes is decided once: nothing.
#pragma once

#include "app/base/card_number.h"
#include "app/base/person_name.h"
#include "app/base/upn.h"
#include "app/register/day.h"
#include "app/register/door_book.h"
#include "app/register/evacuation.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

inline constexpr std::size_t kMostPupils = 2000;
inline constexpr std::size_t kMostClasses = 80;

struct PupilRecord {
  PupilId id;               ///< 0 until the register gave one
  std::optional<Upn> upn;   ///< where the text as written is one (D38)
  std::string upn_written;  ///< may be empty or wrong
  std::string admission_number;
  NamePart surname;
  NamePart forename;
  std::optional<NamePart> preferred;
  SchoolDay date_of_birth;
  std::string sex;  ///< "F", "M" or empty
  YearGroup group = YearGroup::reception;
  std::string class_name;
  SchoolDay start;
  std::optional<SchoolDay> leaving;  ///< the last day on roll
  AttendancePattern pattern;
  bool social_worker = false;
  std::string groups;    ///< free keys between semicolons
  std::string language;  ///< ISO 639; empty: English
  std::string family;    ///< equal for siblings; empty: none
  bool see_office = false;
  bool never_show = false;
  bool hide_siblings = false;  ///< court orders, foster care: at the door nobody's sibling

  [[nodiscard]] bool on_roll(SchoolDay day) const {
    return start <= day && (!leaving || day <= *leaving);
  }
  [[nodiscard]] const NamePart& called() const { return preferred ? *preferred : forename; }
  [[nodiscard]] std::string full_name() const { return called().text() + " " + surname.text(); }
  friend bool operator==(const PupilRecord&, const PupilRecord&) = default;
};

/// A pupil's card or, on a parent's keyring, a family's: never both at once.
struct CardRecord {
  CardNumber uid;
  PupilId pupil;  ///< nobody where it is a family's
  SchoolDay issued;
  std::optional<SchoolDay> revoked;  ///< from this day on it is nobody's
  std::string family{};              ///< as PupilRecord has it; empty: it is the pupil's
  friend bool operator==(const CardRecord&, const CardRecord&) = default;
};

/// With its PIN it opens lists and an undo at the kiosk; with a release key it may hand a child
/// over there (D49). No PIN stands anywhere.
struct StaffCardRecord {
  CardNumber uid;
  std::string staff;  ///< the StaffMember's id
  PinHash pin{};
  SchoolDay issued;
  std::optional<SchoolDay> revoked;
  std::optional<ReleaseKey> release{};
  friend bool operator==(const StaffCardRecord&, const StaffCardRecord&) = default;
};

/// By number, then day of issue.
void sort_cards(std::vector<CardRecord>& cards);

struct ListedReason {
  ReasonList list = ReasonList::late;
  DoorReason reason;
  friend bool operator==(const ListedReason&, const ListedReason&) = default;
};

struct PupilPlan {
  PupilId pupil;
  SessionId session;
  PlannedCode plan;
  friend bool operator==(const PupilPlan&, const PupilPlan&) = default;
};

struct School {
  std::string name;
  std::uint64_t version = 0;        ///< grows with every change; the door book's version
  std::vector<PupilRecord> pupils;  ///< by id, rising
  std::vector<CardRecord> cards;    ///< by number, then day of issue
  std::map<std::string, std::string> pictures;  ///< class to icon
  Calendar calendar;
  SessionTimes times;
  std::vector<PupilPlan> plans;
  std::vector<StaffCardRecord> staff_cards;  ///< by number, then day of issue
  DoorReasons reasons;                       ///< the school's own; an empty list: Handbell's
  std::vector<EvacuationCall> evacuations;   ///< all, oldest first

  [[nodiscard]] bool evacuating() const { return !evacuations.empty() && evacuations.back().on; }
  [[nodiscard]] const PupilRecord* pupil(PupilId id) const;
  /// The pupil, or the first of the family; null where there is none any more.
  [[nodiscard]] const PupilRecord* holder(const CardRecord& card) const;
  /// By UPN as written, or by admission number.
  [[nodiscard]] const PupilRecord* named(std::string_view upn_or_admission_number) const;
};

struct ImportCount {
  int added = 0;
  int changed = 0;
  int unchanged = 0;
  friend bool operator==(const ImportCount&, const ImportCount&) = default;
};

/// What an import leads to: the rows to be written, each with its id, and the counts.
template <class Row>
struct Merged {
  std::vector<Row> rows;
  ImportCount count;
};

/// Pupils are known by UPN, else by admission number. Faults: pupil_not_named, pupil_twice (UPN
/// and admission number are two pupils'), too_many. `where` names the pupil.
[[nodiscard]] Result<Merged<PupilRecord>> merge_pupils(const School& school,
                                                       std::vector<PupilRecord> rows);
/// Faults: card_unfit, card_taken, pupil_unknown, family_unknown.
[[nodiscard]] Result<Merged<CardRecord>> merge_cards(const School& school,
                                                     const std::vector<CardRecord>& rows);
/// Known by number, holder and day; with another PIN it is changed. Faults: card_unfit, also for a
/// release key on what a wedge reader types; card_taken.
[[nodiscard]] Result<Merged<StaffCardRecord>> merge_staff_cards(
    const School& school, const std::vector<StaffCardRecord>& rows);
/// Each list that is named is replaced whole; `rows` of the answer are those lists. Faults:
/// reason_unfit.
[[nodiscard]] Result<Merged<ListedReason>> merge_reasons(const School& school,
                                                         const std::vector<ListedReason>& rows);
/// The new calendar as a whole. Faults: those of Calendar::from_periods.
[[nodiscard]] Result<Merged<Period>> merge_periods(const School& school,
                                                   const std::vector<Period>& rows);

/// "owl" for "Owls", for the animals that have a picture; else empty.
[[nodiscard]] std::string picture_for(std::string_view class_name);

/// What judge_events() asks. `existing`: the last entry by a person.
[[nodiscard]] PupilFacts facts_of(const School& school, const PupilRecord& pupil, SessionId session,
                                  std::optional<Code> existing);

using HashOfCard = std::function<CardHash(const CardNumber&)>;

/// The door's part of it (architecture.md, door book): plans of 14 days from `today`.
[[nodiscard]] DoorBook door_book_of(const School& school, Instant made, SchoolDay today,
                                    const HashOfCard& hash);

}  // namespace handbell::reg
