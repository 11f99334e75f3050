// What time it is, and whether that can be believed.
//
// Pure code never asks: the moment comes in as an argument. Wall time decides L and U; steady time
// decides when a screen goes away.
#pragma once

#include "app/base/instant.h"

#include <cstdint>

namespace handbell {

/// One reading of both clocks, taken together.
struct Moment {
  Instant wall;
  Steady steady;
  bool rehearsal = false;  ///< from the one clock file of a rehearsal site

  friend bool operator==(const Moment&, const Moment&) = default;
};

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  [[nodiscard]] virtual Moment now() = 0;
};

}  // namespace handbell
