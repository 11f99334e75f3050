// The register of some days for an inspector or an officer of the local authority (rules.md 2, row
// 15): what stands, class by class and week by week, and behind it every amendment with what it
// replaced, why, when and by whom (policy 3.1).
//
// It is read out of the register and changes nothing. It holds entries by people alone: what a door
// proposes is none. A code that the person who takes it may not see is a dot, and how many dots
// there are is said.
#pragma once

#include "app/register/mark_history.h"
#include "app/register/school.h"
#include "app/reports/sheet_parts.h"

#include <string>
#include <vector>

namespace handbell::reports {

struct ExtractQuestion {
  DateRange days;
  std::string class_name;  ///< empty: the whole school
  SeesCode sees;
};

/// A table for each class and week, and one of the amendments.
[[nodiscard]] ReportSheet extract_sheet(const reg::MarkHistory& history, const reg::School& school,
                                        const ExtractQuestion& question);

/// Every entry as a line, the first the headings: Date, Session, Class, Surname, Forename, UPN,
/// Entry, Replaces, Code, MinutesLate, Reason, Source, Entered, Name, Position.
[[nodiscard]] std::vector<std::vector<std::string>> extract_lines(const reg::MarkHistory& history,
                                                                  const reg::School& school,
                                                                  const ExtractQuestion& question);

}  // namespace handbell::reports
