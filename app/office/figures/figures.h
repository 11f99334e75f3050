// What governors see of attendance: shares of sessions of the school and of its classes, and
// nothing that could lead to one child.
//
// A class of fewer than five children stands without its figures. So does a number of sessions from
// one to four; and where one class alone would be left out, the next smallest is left out with it,
// so that nobody finds it by taking the others from the school's. Zero is no secret.
#pragma once

#include "app/reports/attendance_report.h"

#include <string>
#include <vector>

namespace handbell::office {

/// A group's shares of its possible sessions: "95.0 %"; "fewer than 5" where that is so, "not
/// shown" where that could be worked out from it, "–" where there is nothing to divide.
struct FigureLine {
  std::string name;
  std::string pupils;
  std::string present;
  std::string late;
  std::string absent;
  friend bool operator==(const FigureLine&, const FigureLine&) = default;
};

struct FigureTable {
  std::vector<FigureLine> classes;
  FigureLine school;
};

/// `by_class`: a report of classes, as the office itself may read it. Nursery is left out (D46).
[[nodiscard]] FigureTable figure_table(const reports::AttendanceReport& by_class);

/// "none", "fewer than 5", "12".
[[nodiscard]] std::string count_kept_back(int count);

}  // namespace handbell::office
