// What phones and forms send of a roll call.
//
// A form without scripts says of one class who is ticked: what differs from what the page knew
// becomes ticks, so an old page unsays nothing that others saw. A script sends each tick with an id
// and its age: the phone's own clock may be wrong.
#pragma once

#include "app/office/roll/roll.h"

namespace handbell::office {

struct RollOutcome {
  std::string done;  ///< empty: the page comes back, or nothing is to be said
  FormErrors errors{};
  TypedRoll typed{};
};

/// On the writer's thread. Faults: those of the store.
[[nodiscard]] Result<RollOutcome> begin_roll(const Visit& visit, store::Register& held,
                                             const RollFacts& facts, reg::RollKind kind,
                                             Instant at);
[[nodiscard]] Result<RollOutcome> end_roll(const Visit& visit, store::Register& held,
                                           const RollFacts& facts);
[[nodiscard]] Result<RollOutcome> tick_class(const Visit& visit, store::Register& held,
                                             const RollFacts& facts);
/// Everything that one phone kept.
[[nodiscard]] Result<RollOutcome> take_ticks(const Visit& visit, store::Register& held,
                                             const RollFacts& facts);

}  // namespace handbell::office
