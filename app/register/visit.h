// Who came together: the taps of a family within two minutes share one first contact (D13).
//
// They were all in the building; the clock must not punish form filling or a queue of siblings.
// Strangers behind them in the queue have their own first contact.
#pragma once

#include "app/base/instant.h"
#include "app/base/pupil_id.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

inline constexpr Millis kVisitLongest{120'000};
inline constexpr int kVisitMostChildren = 6;

struct FamilyTap {
  PupilId pupil;       ///< nobody: the family's own card, which is no child of the six
  std::string family;  ///< equal for siblings; empty: nobody's sibling
  Instant at;

  friend bool operator==(const FamilyTap&, const FamilyTap&) = default;
};

/// The first contact of each tap, in the order given. The result is the same for any order in
/// which the same taps are given.
[[nodiscard]] std::vector<Instant> first_contacts(const std::vector<FamilyTap>& taps);

}  // namespace handbell::reg
