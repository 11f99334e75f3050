// What the tests of the lists are made of: days, marks and the calendar of the worked examples.
#pragma once

#include "app/register/school_days.h"
#include "app/reports/pupil_years.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

inline constexpr PupilId kPupil{1};
inline constexpr SchoolDay kEver;  ///< 1970: of school age all the time

[[nodiscard]] SchoolDay day(std::string_view text);      ///< "2025-10-06"
[[nodiscard]] SessionId session(std::string_view text);  ///< "2025-10-06 AM"
[[nodiscard]] reg::Standing standing(std::string_view code);

/// A pupil's years with these marks: "2025-10-06 AM G".
[[nodiscard]] PupilYears years_with(const std::vector<std::string>& marks,
                                    const std::vector<Proposal>& pending = {});

/// The same code in both halves of each school day of the calendar, from and to included.
[[nodiscard]] std::vector<std::string> whole_days(std::string_view from, std::string_view to,
                                                  std::string_view code);

/// The calendar CAL-1 of tests/data/worked_examples.json.
[[nodiscard]] const reg::Calendar& example_calendar();
[[nodiscard]] const reg::SchoolDays& example_days();

}  // namespace handbell::reports
