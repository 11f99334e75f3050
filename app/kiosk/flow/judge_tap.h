// One tap: what is to be written for it, and what the screen says once that is done.
#pragma once

#include "app/kiosk/flow/flow.h"

namespace handbell::kiosk {

struct TapAnswer {
  std::optional<reg::DoorEvent> event;  ///< none: nothing is kept (D07)
  bool repeated = false;
  Shown shown;
};

[[nodiscard]] TapAnswer judge_tap(const State& state, const CardTapped& tap, Moment now);

/// The session of a wall time that is trusted, else none.
[[nodiscard]] std::optional<SessionId> session_of(const reg::DoorMoment& at);

}  // namespace handbell::kiosk
