// The lists of a day worked out a second time, mark by mark and day by day, from the decisions D30
// to D43 and from nothing of the reports.
#pragma once

#include "simulated_year.h"

#include <string>
#include <vector>

namespace handbell::reports {

/// As plain_lines() writes them.
[[nodiscard]] std::vector<std::string> naive_lines(const SimulatedYear& year, SchoolDay today);

struct NaiveRate {
  int attended = 0;
  int possible = 0;
  std::string percent;  ///< one decimal, half up; "–" of none
};

/// Of the days that are named, both included, as far as the child is on roll.
[[nodiscard]] NaiveRate naive_rate(const SimulatedYear& year, PupilId pupil, SchoolDay from,
                                   SchoolDay to);

}  // namespace handbell::reports
