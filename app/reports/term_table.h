// Attendance term against term: those of the school year and of the one before it, as far as they
// have come (policy 7).
#pragma once

#include "app/reports/counted_pupils.h"
#include "app/reports/date_range.h"
#include "app/reports/report_sheet.h"

#include <vector>

namespace handbell::reports {

/// The terms that had begun by that day, of its school year and the one before, each to its end or
/// to the day.
[[nodiscard]] std::vector<Term> terms_until(const reg::Calendar& calendar, SchoolDay day);

/// Those who came later or left are in the terms that they were here; of last year's, children who
/// were in the Nursery then are not counted. `question.days` is not looked at. `open`: small
/// numbers are kept back.
[[nodiscard]] SheetTable term_table(const reg::School& school, const PupilFigures& figures,
                                    const CountQuestion& question, bool open);

}  // namespace handbell::reports
