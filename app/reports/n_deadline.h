// How long an N may stand: until the end of the fifth school day behind its session (D35).
//
// By then a person has entered the reason, or O. The list shows the date, never a count of days:
// amber while there is time, red on the last day, overdue after it. For an overdue one the office
// is offered O with the standard reason, in one touch; nothing lapses by itself, because an
// amendment has a named author.
#pragma once

#include "app/register/school_days.h"
#include "app/reports/pupil_years.h"
#include "app/reports/thresholds.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

enum class NState : std::uint8_t {
  amber,    ///< from the session's own day to the fourth school day behind it
  red,      ///< the fifth: the last day
  overdue,  ///< O is offered
};

[[nodiscard]] std::string_view text_of(NState state);

/// The reason that stands ready for O when an N has lapsed.
inline constexpr std::string_view kLapsedReason =
    "No reason was established within five school days.";

struct StandingN {
  SessionId session;
  std::optional<SchoolDay> last_day;  ///< nothing where the calendar does not reach so far
  NState state = NState::amber;
  friend bool operator==(const StandingN&, const StandingN&) = default;
};

/// The last day on which an N of this day may be corrected. `days`: the whole school's.
[[nodiscard]] std::optional<SchoolDay> n_last_day(SchoolDay day, const reg::SchoolDays& days,
                                                  const Thresholds& thresholds = {});

/// Every N that stands up to today, oldest first.
[[nodiscard]] std::vector<StandingN> standing_ns(const PupilYears& years,
                                                 const reg::SchoolDays& days, SchoolDay today,
                                                 const Thresholds& thresholds = {});

[[nodiscard]] std::string sentence(const StandingN& standing);

}  // namespace handbell::reports
