// By what the list is narrowed and ordered: a suggestion, a class, a group, a column.
#pragma once

#include "app/office/attendance/attendance_view.h"
#include "app/office/web/visit.h"
#include "app/reports/suggestion.h"

#include <functional>

namespace handbell::office {

/// From the address; what the school does not have is as if it were not asked.
[[nodiscard]] AttendanceAsked attendance_asked(const Visit& visit, const reg::School& school);

[[nodiscard]] std::vector<Choice> class_choices_of(const reg::School& school, SchoolDay today);
/// The groups that somebody on roll is in: all who may open the list see the four guarded ones.
[[nodiscard]] std::vector<Choice> group_choices_of(const reg::School& school, SchoolDay today);

/// The class and the group that are asked for.
[[nodiscard]] bool is_within(const AttendanceAsked& asked, const reg::PupilRecord& pupil);

/// The address of the same list, with another `of`.
[[nodiscard]] std::string address_of(const AttendanceAsked& asked, const std::string& of);

/// Most missed first as they come; else by rate, name or class.
void sort_as_asked(const AttendanceAsked& asked, const reg::School& school,
                   std::vector<reports::PupilSuggestions>& all);

}  // namespace handbell::office
