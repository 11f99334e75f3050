// What people tell about where children are, beside what the door saw (D29, D47).
//
// Each has its author and the time it happened, which may be long before it was typed. Nothing is
// changed afterwards: an error is taken back by another event that names it.
#pragma once

#include "app/base/person_name.h"
#include "app/register/class_seen.h"
#include "app/register/day.h"
#include "app/register/group_movement.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace handbell::reg {

/// One child, typed by the office. In: somebody saw the child, which also settles a claim at the
/// door (D10). Out: left, or handed over to an adult (D49).
struct SingleEntry {
  PupilId pupil;
  Direction direction = Direction::in;
  Instant at;
  std::optional<NamePart> handed_to;  ///< with `out`
  std::optional<Instant> back_by;     ///< with `out`: return expected
  std::string reason;                 ///< "sent home ill"; may be empty
  Author by;
  friend bool operator==(const SingleEntry&, const SingleEntry&) = default;
};

/// The named event, of the door or of the office, was an error and never counts.
struct TakenBack {
  EventRef what;
  Instant at;
  std::string reason;
  Author by;
  friend bool operator==(const TakenBack&, const TakenBack&) = default;
};

using PresenceEvent = std::variant<ClassSeen, GroupMovement, SingleEntry, TakenBack>;

struct PresenceFact {
  EventRef ref;
  PresenceEvent event;
};

/// All that is known, in any order.
struct PresenceFacts {
  std::vector<SeenEvent> door;
  std::vector<PresenceFact> people;
};

/// The classes whose register was sent until then and not taken back (D23). Morning and afternoon
/// are told apart by who asks: `told` of one day, `from` and `until` both included.
[[nodiscard]] std::set<std::string> registers_sent(const std::vector<PresenceFact>& told,
                                                   Instant from, Instant until);

}  // namespace handbell::reg
