// One line a child for the written report at the end of the year (policy 3.6; P17).
//
// What was possible, attended, authorised, unauthorised, how often late, and the percentage: of the
// whole school year, or as far as it has come. Nursery children get no such line (D46).
#pragma once

#include "app/reports/report_sheet.h"
#include "app/reports/report_source.h"

#include <functional>

namespace handbell::reports {

/// Which classes the person may see.
using SeesClass = std::function<bool(const std::string&)>;

/// A table for each class, children by surname. `days`: of one school year.
[[nodiscard]] ReportSheet annual_sheet(const ReportSource& source, const DateRange& days,
                                       const SeesClass& sees);

}  // namespace handbell::reports
