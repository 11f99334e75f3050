// What staff did at the door that the office reads the same day: whose card took an arrival back
// and why, whose card was tried with wrong PINs, whose released nobody for which true reason, and
// who was handed over to whom.
#pragma once

#include "app/office/today/today.h"

namespace handbell::office {

struct TimedNote {
  Instant at;
  NoteLine note;
};

[[nodiscard]] std::vector<TimedNote> staff_notes(const TodayFacts& facts,
                                                 const reg::HashOfCard& hash);

}  // namespace handbell::office
