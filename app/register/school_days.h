// The days on which school meets, and its school weeks, counted.
//
// "Within five school days" and "in ten school weeks" are counted over these: holidays, training
// days and snow days are none. A school week runs from Monday to Sunday and has at least one day
// on which school met, so a half term is no week and a week of one day is one (D34, D35).
#pragma once

#include "app/register/calendar.h"

#include <optional>
#include <string_view>
#include <vector>

namespace handbell::reg {

[[nodiscard]] SchoolDay monday_of(SchoolDay day);

class SchoolDays {
 public:
  /// The whole school's: what the law counts by.
  [[nodiscard]] static SchoolDays of(const Calendar& calendar) { return of(calendar, "", ""); }
  /// Of one year group ("R") and class ("Owls").
  [[nodiscard]] static SchoolDays of(const Calendar& calendar, std::string_view year_group,
                                     std::string_view class_name);

  [[nodiscard]] const std::vector<SchoolDay>& days() const { return days_; }  ///< in order
  [[nodiscard]] bool meets(SchoolDay day) const;
  /// How many school days follow `day`, up to `until` and with it.
  [[nodiscard]] int count_after(SchoolDay day, SchoolDay until) const;
  /// The nth school day behind `day`, 1 and up; nothing where the calendar does not reach so far.
  [[nodiscard]] std::optional<SchoolDay> nth_after(SchoolDay day, int n) const;

  /// The number of the school week in which the day lies, also on its Sunday: 0 for the calendar's
  /// first, rising by one. Nothing in a week without a school day.
  [[nodiscard]] std::optional<int> week_of(SchoolDay day) const;
  /// The school week in which the day lies, else the last before it.
  [[nodiscard]] std::optional<int> week_until(SchoolDay day) const;

 private:
  std::vector<SchoolDay> days_;
  std::vector<SchoolDay> mondays_;  ///< of the school weeks
};

}  // namespace handbell::reg
