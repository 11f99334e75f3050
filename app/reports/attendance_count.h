// How many sessions of each code: what every attendance figure is made of.
//
// possible = attended + authorised + unauthorised, always; D Q X Y1-Y7 Z # are in neither number
// (D31). Counts of several children or weeks are added and then divided, never the other way
// round (D33). What the kiosk proposed and nobody has looked at yet counts as what it proposes,
// and how many sessions that concerns is counted beside it (D22).
#pragma once

#include "app/register/year_line.h"
#include "app/reports/date_range.h"
#include "app/reports/fraction.h"

#include <array>
#include <cstdint>
#include <optional>

namespace handbell::reports {

class AttendanceCount {
 public:
  /// One session. Minutes count with L and U alone.
  void add(const reg::Standing& mark);
  /// Several sessions of one code, with the minutes of all of them. Invariant: neither is negative.
  void add(reg::Code code, int sessions, std::int64_t minutes_late);
  /// A session of which a proposal is pending, after `standing` was added: the proposal is counted
  /// in place of nothing, N or O; what else stands stays, and nothing is pending then (D09, D22).
  void add_pending(const reg::Standing& proposed, const std::optional<reg::Standing>& standing);
  AttendanceCount& operator+=(const AttendanceCount& other);

  [[nodiscard]] int of(reg::Code code) const { return by_row_.at(code.row()); }
  [[nodiscard]] int of(reg::CodeClass code_class) const {
    return by_class_.at(static_cast<std::size_t>(code_class));
  }
  [[nodiscard]] int marks() const;  ///< sessions with any code, also those in neither number

  [[nodiscard]] int possible() const { return attended() + absent(); }
  [[nodiscard]] int attended() const;  ///< attending and approved educational activity
  [[nodiscard]] int authorised() const { return of(reg::CodeClass::authorised_absence); }
  [[nodiscard]] int unauthorised() const { return of(reg::CodeClass::unauthorised_absence); }
  [[nodiscard]] int absent() const { return authorised() + unauthorised(); }
  [[nodiscard]] int late_before_close() const;  ///< L
  [[nodiscard]] int late_after_close() const;   ///< U
  [[nodiscard]] int late() const { return late_before_close() + late_after_close(); }
  /// Of all L and U whose minutes are known.
  [[nodiscard]] std::int64_t minutes_lost() const { return minutes_lost_; }
  [[nodiscard]] int pending() const { return pending_; }  ///< sessions counted as proposed

  [[nodiscard]] Fraction attendance() const { return Fraction::of(attended(), possible()); }
  [[nodiscard]] Fraction absence() const { return Fraction::of(absent(), possible()); }

  friend bool operator==(const AttendanceCount&, const AttendanceCount&) = default;

 private:
  static constexpr std::size_t kCodes = 38;
  static constexpr std::size_t kClasses = 6;
  void put(reg::Code code, int sessions);

  std::array<int, kCodes> by_row_{};
  std::array<int, kClasses> by_class_{};  ///< the same, summed up
  std::int64_t minutes_lost_ = 0;
  int pending_ = 0;
};

/// The marks of one line within the range, nothing pending: one pass over its bytes, for a
/// thousand pupils and six years in some milliseconds.
[[nodiscard]] AttendanceCount count_line(const reg::YearLine& line, const DateRange& range);

}  // namespace handbell::reports
