// The school's year: terms, holidays, closures and training days, a list for each school year.
//
//   GET  /settings/calendar            the list, and the form of a new period
//   GET  /settings/calendar/period     ?number=3: the form of one that stands there
//   POST /settings/calendar            number and seen of the one that stands there, or none
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes calendar_routes();

/// What is missing of the calendar, a sentence each.
[[nodiscard]] std::vector<std::string> missing_days(const reg::School& school, SchoolDay today);

}  // namespace handbell::office
