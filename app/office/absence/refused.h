// Away though leave was refused, or beyond what was granted (policy 4.1): G is suggested with the
// decision in words, and whoever may set it enters it, never the program.
//
// Only sessions with an N or an O stand here in which neither a door nor an adult saw the child:
// what was seen, and what a person entered otherwise, is not touched.
#pragma once

#include "app/office/absence/absence.h"
#include "app/store/register.h"

namespace handbell::office {

/// Of sessions until now, this school year; by request, then child. Faults: those of reading.
[[nodiscard]] Result<std::vector<RefusedLine>> refused_lines(
    const Visit& visit, reg::Store& held, const std::vector<reg::LeaveCase>& all);

/// G for the sessions of one request and one child, if they and their marks are those that the page
/// showed (fields `request`, `pupil`, `shown`, `reason`); answers what the next page says, or
/// nothing with what is wrong. Faults: those of the store.
[[nodiscard]] Result<std::optional<std::string>> enter_refused(const Visit& visit,
                                                               store::Register& held,
                                                               FormErrors& errors);

}  // namespace handbell::office
