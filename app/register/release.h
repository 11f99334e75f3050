// Handing a child over to an adult during the day (D49): what was asked at a door, and what the
// office answered, step by step.
//
//   asked         an adult asked at the kiosk; nobody has agreed to anything
//   called        the class was told
//   granted       who the adult is was checked, and how
//   refused       the child stays
//   handed over   to whom, and when: from then on the child is out of the building. Here, or at the
//                 door by a member of staff whose card and PIN were both proven
//   back          seen here again since
//
// Every answer stays in the register's history. A child whom somebody may not collect is released
// by the office alone, and only in spite of a warning that names its reason.
#pragma once

#include "app/register/contact.h"
#include "app/register/day_collector.h"
#include "app/register/identity_check.h"
#include "app/register/presence_event.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

enum class ReleaseStep : std::uint8_t { called = 1, granted = 2, refused = 3, handed_over = 4 };

/// The journal in the name of a request that no door knows: somebody telephoned, or stands in the
/// office. Its number is the moment, in milliseconds.
inline constexpr std::string_view kAskedAtOffice = "office";

struct ReleaseAnswer {
  EventRef request;  ///< the door's ReleaseAsked, or of kAskedAtOffice
  PupilId pupil;
  Instant asked;  ///< as the door's clock said
  ReleaseStep step = ReleaseStep::called;
  Instant at;
  std::optional<IdentityCheck> checked;  ///< with `granted`
  std::optional<NamePart> handed_to;     ///< with `handed_over`; with `granted` who was checked,
                                         ///< where it was written down; the office's alone
  std::optional<Instant> back_by;        ///< with `handed_over`: return expected
  std::string words;    ///< who of the class was told; why refused; why the child goes
  std::string despite;  ///< why in spite of a warning; empty: there was none
  Author by;
  std::string warning{};  ///< what stood against it then, cut to kLongestReason; empty: nothing, or
                          ///< the entry is from before this was kept
  friend bool operator==(const ReleaseAnswer&, const ReleaseAnswer&) = default;
};

/// An answer and the register's entry that keeps it.
struct ReleaseGiven {
  std::uint64_t entry = 0;
  Instant typed;
  ReleaseAnswer what;
  std::optional<TakenBack> back = std::nullopt;  ///< it was an error
  friend bool operator==(const ReleaseGiven&, const ReleaseGiven&) = default;
};

/// What belongs to the step is there, and texts fit. Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const ReleaseAnswer& answer);

enum class ReleaseState : std::uint8_t { asked, called, granted, refused, handed_over, back };
[[nodiscard]] std::string_view text_of(ReleaseState state);  ///< "handed_over"

/// What a member of staff did at a door, as it counts now.
struct GivenAtDoor {
  EventRef ref;
  DoorHandOver what;
  std::optional<Instant> at;  ///< none: the door's clock was not trusted (D17)
  friend bool operator==(const GivenAtDoor&, const GivenAtDoor&) = default;
};

struct Release {
  EventRef ref;
  ReleaseAsked asked;
  std::optional<Instant> at;  ///< none: the door's clock was not trusted (D17)
  ReleaseState state = ReleaseState::asked;
  std::vector<ReleaseGiven> answers;  ///< those that stand, oldest first
  /// Handed over at the door, whatever was answered here. Whose request it was nobody knows where
  /// `ref` is the hand-over's own.
  std::optional<GivenAtDoor> at_door = std::nullopt;

  [[nodiscard]] bool at_office() const { return ref.journal == kAskedAtOffice; }
};

/// Each request of the day that stands, at a door or in the office, in the order in which they were
/// asked; those without a time last.
[[nodiscard]] std::vector<Release> releases_of(const PresenceFacts& facts,
                                               const std::vector<ReleaseGiven>& answers);

/// A request that somebody made in the office or by telephone. `typed`: when, which names it.
[[nodiscard]] Release asked_in_office(PupilId pupil, Instant asked, Instant typed);

/// The class is told first or not at all; who is handed over was granted; nothing follows a refusal
/// or a hand-over. Fault: release_settled.
[[nodiscard]] Status may_answer(const Release& release, ReleaseStep step);

/// Why this child is not handed over as others are: a court order, nobody who may collect, or
/// `handed_to` is named as somebody who may not, or stands on no list where others do. Nothing
/// where nothing stands in the way. Who may collect for one day (`today`: of that day) is somebody
/// who may, and lifts no restriction.
[[nodiscard]] std::optional<std::string> collect_warning(
    const std::vector<Contact>& contacts, PupilId pupil, const std::optional<NamePart>& handed_to,
    const std::vector<DayCollector>& today = {});

/// The same before somebody is written down who may collect for one day: nothing where the adult is
/// no more restricted than a stranger.
[[nodiscard]] std::optional<std::string> collector_warning(const std::vector<Contact>& contacts,
                                                           const DayCollector& collector);

/// What the doors hear of a day's answers: the newest of each request that is an answer to whoever
/// asked there.
[[nodiscard]] std::vector<DoorRelease> door_releases(const std::vector<ReleaseGiven>& answers);
/// With what was handed over at any door, so that no other hands the child over again.
[[nodiscard]] std::vector<DoorRelease> door_releases(const std::vector<ReleaseGiven>& answers,
                                                     const PresenceFacts& facts);

}  // namespace handbell::reg
