// The roll calls that were held, drills and real ones, with their times.
//
// A roll call is known by the entry that began it. What a phone sends after the end still counts:
// it was ticked before, and only the network was late.
#pragma once

#include "app/register/day_note.h"

namespace handbell::reg {

struct HeldRollCall {
  std::uint64_t entry = 0;
  RollStep begun;
  std::optional<RollStep> ended;  ///< the first end that was told
  std::vector<GivenTick> ticks;
  friend bool operator==(const HeldRollCall&, const HeldRollCall&) = default;
};

/// As they were begun; without those taken back.
[[nodiscard]] std::vector<HeldRollCall> held_roll_calls(const std::vector<DayNoteGiven>& notes);

/// The newest that did not end; null where none runs.
[[nodiscard]] const HeldRollCall* running(const std::vector<HeldRollCall>& calls);

/// Children of whom somebody said "not here", and who stand as seen now.
[[nodiscard]] std::size_t missing_then_found(const HeldRollCall& call);

}  // namespace handbell::reg
