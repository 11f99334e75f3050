// The lists of one day of a simulated year, as plain lines that two computations can be held
// against each other by.
#pragma once

#include "app/reports/suggestion.h"

#include "simulated_year.h"

#include <string>
#include <vector>

namespace handbell::reports {

[[nodiscard]] ReportSource source_of(const SimulatedYear& year);

/// "17 stage-4 22/290 new small": one line for each suggestion, by pupil, then key; with the stages
/// the reasons behind it.
[[nodiscard]] std::vector<std::string> plain_lines(const ReportSource& source, SchoolDay today);

/// The same as people read it: the stage lists, the threshold list, who gets which sheet.
[[nodiscard]] std::string golden_text(const ReportSource& source, SchoolDay today);

}  // namespace handbell::reports
