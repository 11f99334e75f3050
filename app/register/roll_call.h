// The roll call: pupils only, by class, from presence (D29, D47).
//
// Every child of the roll stands in exactly one list of his class. Those in have to stand at the
// assembly point; those at the door say that nobody saw them yet; those on a trip stand with the
// adult who counts them there. Whoever is in without being on the roll is not forgotten.
#pragma once

#include "app/register/presence.h"

#include <string>
#include <vector>

namespace handbell::reg {

struct RollPupil {
  PupilId pupil;
  std::string class_name;
};

struct ClassRoll {
  std::string class_name;          ///< empty, and last: known to be here, on nobody's roll
  std::vector<ChildAt> in;         ///< on site and at the door
  std::vector<ChildAt> elsewhere;  ///< on a trip; `with` is the adult in charge
  std::vector<ChildAt> out;        ///< return expected or not
  friend bool operator==(const ClassRoll&, const ClassRoll&) = default;
};

/// Classes by name, children by pupil. A pupil named twice counts where he is named first.
[[nodiscard]] std::vector<ClassRoll> roll_call(const Presence& presence,
                                               const std::vector<RollPupil>& roll, Instant at);

}  // namespace handbell::reg
