// The clocks of this machine, or of a rehearsal: the one place where Handbell asks what time it is.
//
// Steady time is the machine's since it started, the same in every program, through sleep too. In
// a rehearsal site wall time comes from the site's clock file, read anew each time.
#pragma once

#include "app/base/clock.h"
#include "app/base/rehearsal_clock.h"

#include <optional>
#include <string>

namespace handbell::store {

[[nodiscard]] Steady steady_now();

class SiteClock final : public Clock {
 public:
  /// `rehearsal_file`: empty in a real site.
  explicit SiteClock(std::string rehearsal_file = "") : file_(std::move(rehearsal_file)) {}

  /// A rehearsal whose file cannot be read stays where it was last.
  [[nodiscard]] Moment now() override;
  /// The wall time of a moment that was noted a little earlier, as it was now() that is asked.
  [[nodiscard]] Instant wall_at(Steady then);

 private:
  std::string file_;
  std::optional<RehearsalClock> last_;
};

}  // namespace handbell::store
