// An English school's year: three terms, half-terms, training days and bank holidays.
//
// Made by rule, so that any year can be asked for. A year has 195 days: 190 on which children come,
// and five on which staff alone are trained. The October half-term begins on the first Monday from
// 27 October on, and the spring term goes on until the Thursday before Good Friday.
#pragma once

#include "app/register/calendar.h"

#include <array>
#include <vector>

namespace handbell::invent {

struct SchoolYear {
  std::array<SchoolDay, 6> starts;   ///< the first day of each half-term on which children come
  SchoolDay october_ends;            ///< the last day before the October half-term
  SchoolDay autumn_ends;             ///< the last day before Christmas
  std::vector<reg::Period> periods;  ///< in order of their first days
};

/// The school year that begins in September of `year` (1950 to 2150).
[[nodiscard]] SchoolYear school_year(int year);

/// Easter Sunday of the Western churches.
[[nodiscard]] SchoolDay easter(int year);

}  // namespace handbell::invent
