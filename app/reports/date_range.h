// The days that a report is about: a week, a term, the year so far, or the last so many days.
//
// Both ends are included. A week is Monday to Friday, as the weekly class figures are (D33); the
// year so far begins on 1 September (D43); terms are those that the school's calendar names.
#pragma once

#include "app/register/calendar.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reports {

class DateRange {
 public:
  /// Fault: period_backwards, where `to` comes before `from`.
  [[nodiscard]] static Result<DateRange> from_days(SchoolDay from, SchoolDay to);
  [[nodiscard]] static DateRange of_day(SchoolDay day) { return {day, day}; }
  /// Monday to Friday of the week in which the day lies; of a weekend the week before it.
  [[nodiscard]] static DateRange week_of(SchoolDay day);
  /// 1 September to `today`.
  [[nodiscard]] static DateRange year_to_date(SchoolDay today);
  /// So many days, weekends counted, the last one included. Invariant: days >= 1.
  [[nodiscard]] static DateRange rolling(SchoolDay last, int days);

  [[nodiscard]] SchoolDay from() const { return from_; }
  [[nodiscard]] SchoolDay to() const { return to_; }
  [[nodiscard]] bool contains(SchoolDay day) const { return from_ <= day && day <= to_; }
  /// What lies from `first` on; nothing where all of it is before.
  [[nodiscard]] std::optional<DateRange> not_before(SchoolDay first) const;
  [[nodiscard]] std::string text() const;  ///< "2026-01-12 to 2026-01-16"

  friend bool operator==(const DateRange&, const DateRange&) = default;

 private:
  DateRange(SchoolDay from, SchoolDay to) : from_(from), to_(to) {}
  SchoolDay from_;
  SchoolDay to_;
};

struct Term {
  std::string name;
  DateRange dates;
  friend bool operator==(const Term&, const Term&) = default;
};

/// The terms that begin in a school year (2025 for 2025/26), in order.
[[nodiscard]] std::vector<Term> terms_of(const reg::Calendar& calendar, int school_year);
/// The term in which the day lies; in the holidays the one that ended last; nothing before all.
[[nodiscard]] std::optional<Term> term_at(const reg::Calendar& calendar, SchoolDay day);
/// That term's days up to this one, or to its last where that was before.
[[nodiscard]] std::optional<DateRange> term_so_far(const reg::Calendar& calendar, SchoolDay day);

}  // namespace handbell::reports
