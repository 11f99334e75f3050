// The one clock of a rehearsal site, as its file says.
//
// The file holds a base (a wall moment and the steady moment that it was true at), a rate, and
// whether the clock is held. Every program of the site computes its wall time from it, so a whole
// morning can be played in a minute; a reboot (steady time is smaller than the base's) leaves the
// clock at its base until it is set again.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <string>
#include <string_view>

namespace handbell {

class RehearsalClock {
 public:
  /// `rate`: wall milliseconds for each 1,000 steady ones divided by 1,000; 0.001 to 3,600.
  /// Fault: bad_number.
  [[nodiscard]] static Result<RehearsalClock> started(Instant wall, Steady steady, double rate);
  /// Reads what text() wrote. Fault: bad_clock_file.
  [[nodiscard]] static Result<RehearsalClock> parse(std::string_view text);

  [[nodiscard]] std::string text() const;
  [[nodiscard]] Instant wall_at(Steady now) const;
  [[nodiscard]] double rate() const { return static_cast<double>(rate_milli_) / 1000.0; }
  [[nodiscard]] bool is_held() const { return held_; }

  /// The clock stops where it is.
  [[nodiscard]] RehearsalClock held_at(Steady now) const;
  /// The clock goes on with `rate` from where it is. Fault: bad_number.
  [[nodiscard]] Result<RehearsalClock> with_rate(Steady now, double rate) const;
  /// The clock jumps forward; a held one stays held.
  [[nodiscard]] RehearsalClock stepped(Steady now, Millis by) const;

  friend bool operator==(const RehearsalClock&, const RehearsalClock&) = default;

 private:
  RehearsalClock() = default;
  Instant base_wall_;
  Steady base_steady_;
  std::int64_t rate_milli_ = 1000;
  bool held_ = false;
};

}  // namespace handbell
