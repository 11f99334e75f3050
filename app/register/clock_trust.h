// Whether a kiosk's wall clock may decide L or U (D17).
#pragma once

#include "app/base/clock.h"

#include <optional>

namespace handbell::reg {

struct ClockEvidence {
  Instant not_before;                     ///< the build date; a rehearsal's is 2000-01-01
  std::optional<Instant> newest_event;    ///< the newest wall time in the journal
  std::optional<Millis> ahead_of_office;  ///< at last contact since this machine started
  bool time_service_synced = false;       ///< the machine's own time service says so
};

/// How far the kiosk's clock is ahead of what the office answered: its question was sent and the
/// answer heard at these times of its own clock. Nothing of it where the office's time lies between
/// them: an answer that was long on its way, or a clock that was set meanwhile, says nothing else.
[[nodiscard]] Millis ahead_of_office(Instant sent, Instant office, Instant heard);

/// Trusted only if not before `not_before`, not behind the newest stored event by more than
/// 120 s, and within 60 s of the office at last contact or synced by the time service.
[[nodiscard]] bool is_trusted(Instant wall, const ClockEvidence& evidence);

}  // namespace handbell::reg
