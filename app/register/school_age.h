// From which day a child must be in school: compulsory school age (Education Act 1996, section 8).
//
// It begins on the first of 31 March, 31 August and 31 December on or after the fifth birthday
// (D36). Before that day X may stand and no absence counts for a penalty or a return to the
// authority; from that day on the software refuses X.
#pragma once

#include "app/base/school_day.h"

namespace handbell::reg {

/// 1 March in a common year for a child born on 29 February (D27).
[[nodiscard]] SchoolDay fifth_birthday(SchoolDay date_of_birth);

/// The first day of compulsory school age. The last day that there is (31 December 2199) where the
/// fifth birthday lies behind it.
[[nodiscard]] SchoolDay school_age_from(SchoolDay date_of_birth);

}  // namespace handbell::reg
