// One late morning at the door, as a list of taps that a rehearsal plays.
//
// About 60 taps from 08:30:00 to 09:20:00: brothers and sisters one after the other, children who
// tap twice, a card that nobody holds, the card of a child who has left, and children exactly at
// 08:35:59 and 08:59:59 (Reception to Year 2), 08:46:00 and 09:00:00 (Nursery). Taps are at least
// two seconds apart, but for the two around nine o'clock.
#pragma once

#include "app/base/school_day.h"
#include "app/base/time_of_day.h"
#include "app/register/school.h"

#include <cstdint>
#include <string>
#include <vector>

namespace handbell::invent {

struct Tap {
  TimeOfDay at;          ///< local, whole seconds
  std::string card_uid;  ///< hexadecimal
  std::string pupil;     ///< UPN, else admission number; empty where nobody holds the card
  friend bool operator==(const Tap&, const Tap&) = default;
};

/// In order of time. Only children who are on roll and expected that morning tap, but for the one
/// who has left; fewer than 60 where the school has fewer. The same school, seed and day: the same.
[[nodiscard]] std::vector<Tap> late_morning(const reg::School& school, std::uint64_t seed,
                                            SchoolDay day);

}  // namespace handbell::invent
