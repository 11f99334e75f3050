// Patterns for whoever follows attendance up (policy 6, 7): weekday, half of the day, week, minutes
// late by quarter of an hour, code, class, year, group, term against term.
//
// It may be asked of one class, year or group. Codes that the person may not see are one line of
// their class; the guarded groups are lines for those roles alone that see them.
#pragma once

#include "app/reports/counted_pupils.h"
#include "app/reports/national_figure.h"
#include "app/reports/report_source.h"
#include "app/reports/sheet_parts.h"

#include <optional>

namespace handbell::reports {

struct PatternQuestion {
  DateRange days;
  SchoolDay today;
  PupilFilter of{};
  bool sees_groups = false;
  SeesCode sees_code{};  ///< empty: no code that is not for everybody
  std::optional<NationalFigure> national{};
};

[[nodiscard]] ReportSheet pattern_sheet(const ReportSource& source,
                                        const PatternQuestion& question);

}  // namespace handbell::reports
