// The school's year: terms, and what closes school within them (formats F12).
//
// School meets Monday to Friday within a term, except on days that a holiday, closure, training
// day or unplanned closure covers. A period for some groups closes school for these alone.
#pragma once

#include "app/base/school_day.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

enum class PeriodKind : std::uint8_t { term, holiday, closure, training, unplanned };

[[nodiscard]] Result<PeriodKind> parse_period_kind(std::string_view text);  ///< Fault: bad_choice
[[nodiscard]] std::string_view text_of(PeriodKind kind);

struct Period {
  SchoolDay from;
  SchoolDay to;  ///< included
  PeriodKind kind = PeriodKind::term;
  std::string name;
  std::vector<std::string> groups;  ///< year groups or classes; empty: the whole school

  friend bool operator==(const Period&, const Period&) = default;
};

enum class DayState : std::uint8_t {
  open,
  weekend,
  outside_term,
  planned_closure,    ///< holiday, closure, training: # (D11)
  unplanned_closure,  ///< Y4 (D11)
};

class Calendar {
 public:
  Calendar() = default;
  /// Faults, each naming the rows: period_backwards, period_overlaps (two terms), and
  /// term_without_days.
  [[nodiscard]] static Result<Calendar> from_periods(std::vector<Period> periods);

  /// How the day stands for a pupil of this year group ("R") and class ("Owls").
  [[nodiscard]] DayState state(SchoolDay day, std::string_view year_group,
                               std::string_view class_name) const;
  /// How the day stands for the whole school.
  [[nodiscard]] DayState state(SchoolDay day) const { return state(day, "", ""); }
  [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }

 private:
  std::vector<Period> periods_;
};

}  // namespace handbell::reg
