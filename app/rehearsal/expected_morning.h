// What a register must hold after certain cards were held up at certain times, and nothing else.
//
// Worked out from the list of taps alone, without reader, kiosk, journal or sync: so that these can
// be compared with it.
#pragma once

#include "app/invent/late_morning.h"
#include "app/register/register_line.h"

#include <string>
#include <vector>

namespace handbell::rehearsal {

/// One child who came late, as both sides must have it.
struct LateChild {
  PupilId pupil;
  std::string arrived;  ///< "08:51", the contact that counts
  std::string code;     ///< L or U
  int minutes = 0;
  friend bool operator==(const LateChild&, const LateChild&) = default;
};

struct Expected {
  std::vector<LateChild> late;
  /// How many events the register holds after each tap.
  std::vector<std::size_t> events_after;
  std::size_t arrivals = 0;  ///< with later taps of the same child
  std::size_t refused = 0;   ///< cards that are nobody's, or a leaver's
};

/// Fault: bad_card for a tap that is no card.
[[nodiscard]] Result<Expected> expected_morning(const reg::School& school,
                                                const std::vector<invent::Tap>& taps,
                                                SchoolDay day);

/// The late children of these lines, by pupil.
[[nodiscard]] std::vector<LateChild> late_children(const std::vector<reg::RegisterLine>& lines);

}  // namespace handbell::rehearsal
