// What a kiosk saw: the events at the door, as the register reads them.
//
// Events are evidence. They are never changed; "Not me" is a second event that names the first.
#pragma once

#include "app/base/clock.h"
#include "app/base/pupil_id.h"
#include "app/register/arrival.h"
#include "app/register/identity_check.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace handbell::reg {

/// A card as the door knows it: a keyed hash, never the number on the chip.
using CardHash = std::array<std::uint8_t, 16>;

/// When something happened, with all that is needed to judge the clock later (D16, D17).
struct DoorMoment {
  Instant wall;
  Steady steady;
  std::uint64_t boot = 0;  ///< random, new each time the machine starts
  bool trusted = true;
  bool rehearsal = false;
  friend bool operator==(const DoorMoment&, const DoorMoment&) = default;
};

enum class ArrivalMeans : std::uint8_t { card = 0, lookup = 1, sibling = 2, staff = 3 };

/// A child came, or a card was held up again (kind `repeat_tap` of the journal).
struct Arrived {
  PupilId pupil;
  DoorMoment at;
  ArrivalMeans means = ArrivalMeans::card;
  Instant first_contact;           ///< of the visit (D13), as the kiosk had it
  std::uint64_t book_version = 0;  ///< the door book it was judged with
  Outcome outcome = Outcome::on_time;
  std::optional<Code> proposal;
  friend bool operator==(const Arrived&, const Arrived&) = default;
};

/// A card that is nobody's here and now: the hash alone (D12).
struct RefusedCard {
  CardHash card{};
  DoorMoment at;
  std::uint64_t book_version = 0;
  friend bool operator==(const RefusedCard&, const RefusedCard&) = default;
};

/// A family's own card opened its children, of whom none has come by it (D13). `children`: who may
/// be shown; the first contact of each that follows within two minutes is this moment.
struct FamilyTapped {
  CardHash card{};
  DoorMoment at;
  std::uint64_t book_version = 0;
  std::vector<PupilId> children;  ///< 1 to kMostOfFamily
  friend bool operator==(const FamilyTapped&, const FamilyTapped&) = default;
};
/// A screen holds no more.
inline constexpr std::size_t kMostOfFamily = 6;

/// "Not me" (D26): the event with this number of the same journal is taken back.
struct Withdrawn {
  std::uint64_t seq = 0;
  DoorMoment at;
  friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};

/// A child left, or came back, after registration (D18).
struct Passed {
  PupilId pupil;
  DoorMoment at;
  bool out = true;
  std::string reason;  ///< key of the reason list, may be empty
  friend bool operator==(const Passed&, const Passed&) = default;
};

/// The wall time of a boot became known: what was untrusted can be re-timed (D17).
struct ClockKnown {
  std::uint64_t boot = 0;
  Steady steady;
  Instant wall;
  friend bool operator==(const ClockKnown&, const ClockKnown&) = default;
};

/// The kiosk's program began.
struct KioskStarted {
  std::uint64_t boot = 0;
  std::string version;
  friend bool operator==(const KioskStarted&, const KioskStarted&) = default;
};

/// The kiosk removed the beginning of its journal, seven days after the office had it (D51).
struct Pruned {
  std::uint64_t through = 0;            ///< the last entry that was removed
  std::array<std::uint8_t, 32> link{};  ///< of that entry: what stays follows from it
  DoorMoment at;
  friend bool operator==(const Pruned&, const Pruned&) = default;
};

/// Why they are late, as an adult said at the door (D24): once for all who came together (D14).
/// In staff mode: why something was taken back, and by whose card.
struct ReasonGiven {
  std::vector<std::uint64_t> of;  ///< numbers of the same journal: arrivals, or withdrawals
  std::string reason;             ///< key of the reason list
  DoorMoment at;
  std::optional<CardHash> by = std::nullopt;  ///< the staff card; none: a family said it
  friend bool operator==(const ReasonGiven&, const ReasonGiven&) = default;
};
/// More children than a visit has, whatever a list of reasons may come to.
inline constexpr std::size_t kMostReasoned = 16;

/// An adult asks at the door to take a child out (D49). Nobody has agreed to anything.
struct ReleaseAsked {
  PupilId pupil;
  DoorMoment at;
  ArrivalMeans means = ArrivalMeans::card;  ///< how the child was named
  std::string who;                          ///< in general words: key, "grandparent"
  std::string why;                          ///< key of the list, may be empty
  bool back_today = false;
  friend bool operator==(const ReleaseAsked&, const ReleaseAsked&) = default;
};

/// Names were looked up at the door and none was chosen (D25).
struct LookUpEnded {
  DoorMoment at;
  std::string class_name;
  int birth_month = 1;  ///< 1 to 12
  friend bool operator==(const LookUpEnded&, const LookUpEnded&) = default;
};

/// A staff card's PIN was wrong so often that the door took none for a while.
struct PinRefused {
  CardHash card{};
  DoorMoment at;
  friend bool operator==(const PinRefused&, const PinRefused&) = default;
};

/// A member of staff handed a child over at the door (D49): the card proved itself, and its holder
/// knew the PIN. Evidence, as everything here; the office judges it.
struct DoorHandOver {
  PupilId pupil;
  std::uint64_t request = 0;     ///< its ReleaseAsked of the same journal; 0: of another door
  std::optional<Instant> asked;  ///< when it was asked, as that door's clock said
  std::string who;               ///< in general words: key, "grandparent"
  std::string why;               ///< key of the list, may be empty
  bool back_today = false;
  IdentityCheck checked = IdentityCheck::known_to_staff;
  CardHash by{};  ///< the staff card
  DoorMoment at;
  std::uint8_t key_version = 0;    ///< of the key with which the card proved itself
  std::uint64_t book_version = 0;  ///< the door book that named the card
  friend bool operator==(const DoorHandOver&, const DoorHandOver&) = default;
};

/// Why a staff card released nobody. The screen said one and the same of each.
enum class WhyRefused : std::uint8_t {
  uid_only = 1,    ///< a number that no reader of ours saw: nothing to ask for a proof
  not_proven = 2,  ///< it answered with a wrong key, or not at all: a copy, or worn out
  wrong_pin = 3,
  wait = 4,       ///< tried too soon after wrong PINs
  left = 5,       ///< taken away before it had proved itself
  no_key = 6,     ///< this machine has no key of that version
  restricted = 7  ///< who was to go is the office's to hand over
};
[[nodiscard]] std::string_view text_of(WhyRefused why);  ///< "wrong_pin"

struct StaffRefused {
  CardHash card{};
  DoorMoment at;
  WhyRefused why = WhyRefused::not_proven;
  friend bool operator==(const StaffRefused&, const StaffRefused&) = default;
};

using DoorEvent = std::variant<Arrived, RefusedCard, Withdrawn, Passed, ClockKnown, KioskStarted,
                               Pruned, ReasonGiven, ReleaseAsked, LookUpEnded, FamilyTapped,
                               PinRefused, DoorHandOver, StaffRefused>;

}  // namespace handbell::reg
