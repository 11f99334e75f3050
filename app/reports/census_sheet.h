// What the school census will ask, counted here: the totals of each of its spans, to be held
// against the other system's before the census goes out (formats F9; P37).
#pragma once

#include "app/register/census_period.h"
#include "app/reports/report_sheet.h"
#include "app/reports/report_source.h"

#include <vector>

namespace handbell::reports {

/// The marks of those whom the census counts, the door's proposals filled in (D22): Nursery
/// children are left out (D46), and the year in which a child was in the Nursery.
[[nodiscard]] std::vector<reg::YearLine> census_lines(const ReportSource& source, SchoolDay today);

/// Invariant: there is a period.
[[nodiscard]] ReportSheet census_sheet(const ReportSource& source,
                                       const std::vector<reg::CensusPeriod>& periods,
                                       SchoolDay today);

}  // namespace handbell::reports
