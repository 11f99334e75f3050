// The same figures counted a second time, by another way: mark for mark, from lists of codes.
#pragma once

#include "random_register.h"

#include <set>
#include <string>

namespace handbell::reports {

struct NaiveFigures {
  int possible = 0;
  int attended = 0;
  int authorised = 0;
  int unauthorised = 0;
  int late_before_close = 0;
  int late_after_close = 0;
  std::int64_t minutes_lost = 0;
  int pending = 0;
  friend bool operator==(const NaiveFigures&, const NaiveFigures&) = default;
};

/// Of these pupils together.
[[nodiscard]] NaiveFigures naive_figures(const RandomRegister& rows, const std::set<PupilId>& of,
                                         const DateRange& range);
/// The fields of a count that the naive figures have too.
[[nodiscard]] NaiveFigures plain(const AttendanceCount& count);

void showValue(const NaiveFigures& figures, std::ostream& out);

}  // namespace handbell::reports
