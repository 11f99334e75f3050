// The spans over which the school census collects absence, one term behind (formats F9).
//
// The spring census takes 1 August to 31 December, the summer census 1 January to Easter Sunday,
// the autumn census what is left of the year, cut at the spring bank holiday.
#pragma once

#include "app/base/school_day.h"

#include <string>
#include <vector>

namespace handbell::reg {

struct CensusPeriod {
  std::string name;  ///< "Autumn term"
  SchoolDay from;
  SchoolDay to;  ///< included
  friend bool operator==(const CensusPeriod&, const CensusPeriod&) = default;
};

/// Western Easter Sunday. Fault: bad_date outside the years 1900 to 2199.
[[nodiscard]] Result<SchoolDay> easter_sunday(int year);

/// The last Monday of May (a jubilee's other day is not known here). Fault as above.
[[nodiscard]] Result<SchoolDay> spring_bank_holiday(int year);

/// The four spans from 1 August of `school_year` to 31 July, without a gap. Fault as above.
[[nodiscard]] Result<std::vector<CensusPeriod>> census_periods(int school_year);

}  // namespace handbell::reg
