// A suggestion as the pages show it: a word in colour, its sentences, whose it is, and whether
// somebody set it aside.
#pragma once

#include "app/office/attendance/attendance_view.h"
#include "app/register/staff.h"
#include "app/reports/suggestion_answer.h"

namespace handbell::office {

/// "R Patel"; of somebody who is on the staff list no more the id.
[[nodiscard]] std::string staff_name(const reg::Staff& staff, const std::string& id);

[[nodiscard]] SuggestionLine suggestion_line(const reports::Suggestion& suggestion,
                                             const reports::SuggestionState& state,
                                             const reg::Staff& staff);

/// A sentence of the list, beside which the year's sessions stand already: "below 95.0 %."
[[nodiscard]] std::string beside_figures(const std::string& sentence);

/// "92.4 %"; "–" where nothing was possible.
[[nodiscard]] std::string rate_words(const reports::AttendanceCount& count);
/// "22 of 290 missed".
[[nodiscard]] std::string missed_words(const reports::AttendanceCount& count);

}  // namespace handbell::office
