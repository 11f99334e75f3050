// When each year group must be in, when its register is taken, and when it closes.
//
// The times are the school's settings (policy 3.1, 3.4), each with the day from which it holds.
// A session without times proposes no mark: until a school enters its afternoon times the kiosk
// only notes who came (D08).
#pragma once

#include "app/base/session_id.h"
#include "app/base/time_of_day.h"
#include "app/register/year_group.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

/// The times of one session. arrive_by <= taken_by < closes, open for 30 minutes at most.
struct Window {
  TimeOfDay arrive_by;  ///< on time while a clock shows this minute (D02)
  TimeOfDay taken_by;   ///< the teacher has taken the register by then (D03)
  TimeOfDay closes;     ///< L strictly before, U from then on (D01)

  friend bool operator==(const Window&, const Window&) = default;
};

struct SessionTime {
  SchoolDay from;  ///< the first day on which it holds
  YearGroup group = YearGroup::reception;
  Half half = Half::am;
  Window window;

  friend bool operator==(const SessionTime&, const SessionTime&) = default;
};

class SessionTimes {
 public:
  /// Later dates replace earlier ones from their day on; the same day and group replaces.
  /// Faults: bad_time where the order is wrong, window_too_long above 30 minutes (D08).
  [[nodiscard]] Status add(const SessionTime& row);

  [[nodiscard]] std::optional<Window> window(YearGroup group, SessionId session) const;
  /// Sentences about windows that are not equally long on `day` (D08); empty where all is well.
  [[nodiscard]] std::vector<std::string> warnings(SchoolDay day) const;
  [[nodiscard]] const std::vector<SessionTime>& rows() const { return rows_; }

 private:
  std::vector<SessionTime> rows_;
};

/// Policy 3.1 and 3.4: 08:35, 08:40 and 09:00; Nursery 08:45, 08:50 (D15) and 09:00. No afternoon.
[[nodiscard]] SessionTimes policy_times(SchoolDay from);

/// Morning before noon, afternoon from then on: which session an arrival belongs to.
[[nodiscard]] Half half_of(TimeOfDay time);

}  // namespace handbell::reg
