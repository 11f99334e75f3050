// An adult who may collect a child on one day, though no list of contacts says so (D49).
//
// The family told us, somebody of the office writes down who told whom and how, and the next day
// the adult is a stranger again. It lifts no restriction: where a court order stands, or the list
// says that this adult may not collect, the warning stays and whoever releases has to say why.
#pragma once

#include "app/base/person_name.h"
#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <string>

namespace handbell::reg {

struct DayCollector {
  PupilId pupil;
  SchoolDay day;
  NamePart adult;
  std::string relationship;  ///< "neighbour"; may be empty
  std::string told_by;       ///< who of the family told us
  std::string told_how;      ///< "by telephone, on the number that we hold"
  std::string despite;       ///< why in spite of a warning; empty: there was none
  Author by;
  friend bool operator==(const DayCollector&, const DayCollector&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const DayCollector& collector);

}  // namespace handbell::reg
