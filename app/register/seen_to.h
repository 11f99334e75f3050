// An urgent alert of a day was seen to: by whom, when, and what was done (D06, D29).
//
// The alert itself is computed from what the doors saw and people told, each time; this is what
// takes it off the page and keeps who answered for it. It changes no mark and nobody's place.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <optional>
#include <string>

namespace handbell::reg {

struct SeenTo {
  std::string alert;             ///< names the alert within its day: "class-17-0845"
  std::optional<PupilId> pupil;  ///< about whom; none: about the whole school
  std::string said;              ///< the alert as it stood, in words
  std::string words;             ///< what was done; may be empty
  Instant at;
  Author by;
  friend bool operator==(const SeenTo&, const SeenTo&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const SeenTo& seen);

}  // namespace handbell::reg
