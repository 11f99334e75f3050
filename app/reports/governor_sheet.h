// The termly report for governors (policy 7, 8.1; P37, P38): by year, class, group and reason, term
// against term, beside the national figure.
//
// No child and no adult is named on it. A line of fewer than five children stands without figures,
// so does a number from one to four, and so does whatever would let either be worked out from the
// rest. Codes that tell of health, religion and the like are not told apart.
#pragma once

#include "app/reports/national_figure.h"
#include "app/reports/report_sheet.h"
#include "app/reports/report_source.h"

#include <optional>

namespace handbell::reports {

struct GovernorQuestion {
  DateRange days;
  std::string title;  ///< "Autumn term 2025"
  SchoolDay today;
  std::optional<NationalFigure> national{};
};

[[nodiscard]] ReportSheet governor_sheet(const ReportSource& source,
                                         const GovernorQuestion& question);

}  // namespace handbell::reports
