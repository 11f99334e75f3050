// What staff did at the door that the office reads the same day: whose card took an arrival back
// and why, and whose card was tried with wrong PINs.
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
