// What is asked of a report: the days, the time of day, and by what it is grouped.
//
// A day that is left out is the site's today. A time that is left out is now, and nine o'clock,
// when the calls begin (D45), on any other day.
#pragma once

#include "app/admin/site.h"
#include "app/reports/date_range.h"

#include <string>

namespace handbell::admin {

struct ReportOptions {
  std::string on;    ///< YYYY-MM-DD; may be empty
  std::string at;    ///< HH:MM; may be empty
  std::string from;  ///< of the attendance report
  std::string to;
  std::string by = "school";
};

/// Fault: bad_date, before 1901 too.
[[nodiscard]] Result<SchoolDay> day_of(const Site& site, const ReportOptions& options);
/// Faults: bad_date, bad_time.
[[nodiscard]] Result<Instant> moment_of(const Site& site, const ReportOptions& options,
                                        SchoolDay day);
/// Faults: bad_date, period_backwards.
[[nodiscard]] Result<reports::DateRange> range_of(const ReportOptions& options);

}  // namespace handbell::admin
