// When each year group must be in, and from which day on (D08, D15).
//
//   GET  /settings/times
//   POST /settings/times    group, session, arrive, taken, closes, from
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes session_time_routes();

/// What is missing or odd about the times on that day, a sentence each.
[[nodiscard]] std::vector<std::string> missing_times(const reg::School& school, SchoolDay day);

}  // namespace handbell::office
