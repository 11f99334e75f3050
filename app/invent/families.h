// Who the children are: families with a surname, a language, and one to three children here.
//
// Siblings share surname, language and household, and are born at least eleven months apart, unless
// they are twins.
#pragma once

#include "app/base/school_day.h"
#include "app/invent/chance.h"
#include "app/invent/school_shape.h"

#include <string>
#include <vector>

namespace handbell::invent {

struct Child {
  reg::YearGroup group = reg::YearGroup::reception;
  SchoolDay born;
  bool girl = false;
  std::string surname;
  std::string forename;
  std::string preferred;  ///< empty: the forename
  std::string language;   ///< ISO 639; empty: English
  int household = 0;      ///< of siblings; 0: nobody's sibling here
};

struct BornBetween {
  SchoolDay first;
  SchoolDay last;
};

/// When the children of a year group are born, in the school year that begins in `year`: from 1
/// September to 31 August.
[[nodiscard]] BornBetween born_between(reg::YearGroup group, int year);

/// As many of each year group as `sizes` says.
[[nodiscard]] std::vector<Child> invent_children(const YearSizes& sizes, int year, Chance& chance);

}  // namespace handbell::invent
