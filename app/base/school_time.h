// The school's wall clock: Europe/London, summer and winter (D16).
//
// What is kept is the moment in UTC; what decides is the local wall time. The clocks change on
// Sundays at 01:00 UTC, never inside a session.
#pragma once

#include "app/base/instant.h"
#include "app/base/school_day.h"
#include "app/base/time_of_day.h"

#include <string>
#include <string_view>

namespace handbell {

struct LocalMoment {
  SchoolDay day;
  TimeOfDay time;
  int offset_minutes = 0;  ///< minutes ahead of UTC: 0 or 60

  friend bool operator==(const LocalMoment&, const LocalMoment&) = default;
};

/// Fault: bad_date outside the years 1900 to 2199 (a clock that far off is not one).
[[nodiscard]] Result<LocalMoment> to_local(Instant at);

/// A local time that the clocks skip counts from before the change; one that comes twice is the
/// first of them.
[[nodiscard]] Instant from_local(SchoolDay day, TimeOfDay time);

/// "2026-03-30T08:52:07+01:00", or the epoch milliseconds where it is no date of ours.
[[nodiscard]] std::string with_offset(Instant at);

/// "08:52", cut; empty outside the years of to_local().
[[nodiscard]] std::string local_hh_mm(Instant at);

/// "2026-01-12T08:52:00", local, with or without seconds. Faults: bad_date, bad_time.
[[nodiscard]] Result<Instant> parse_local(std::string_view text);

}  // namespace handbell
