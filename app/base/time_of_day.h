// The time on the school's wall, without a date.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace handbell {

/// 00:00:00.000 to 23:59:59.999.
class TimeOfDay {
 public:
  constexpr TimeOfDay() = default;
  /// HH:MM, HH:MM:SS or HH:MM:SS.mmm. Fault: bad_time.
  [[nodiscard]] static Result<TimeOfDay> parse(std::string_view text);
  /// Milliseconds since midnight. Invariant: within the day.
  [[nodiscard]] static TimeOfDay from_ms(std::int64_t ms);

  [[nodiscard]] std::int32_t ms() const { return ms_; }
  /// The minute that a clock displays: cut, never rounded (D01). 0 to 1439.
  [[nodiscard]] int minute() const { return ms_ / 60'000; }
  [[nodiscard]] std::string hh_mm() const;     ///< "08:52", cut
  [[nodiscard]] std::string shown() const;     ///< "8:52", cut, as the screens show it
  [[nodiscard]] std::string hh_mm_ss() const;  ///< "08:52:07", cut
  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;

 private:
  constexpr explicit TimeOfDay(std::int32_t ms) : ms_(ms) {}
  std::int32_t ms_ = 0;
};

}  // namespace handbell
