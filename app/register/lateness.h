// Which mark does an arrival earn? The clock rule of one session, and nothing else.
//
//   while the clock shows the arrive-by minute    on time, the kiosk proposes nothing (D02)
//   from the next minute until the close          L, late, counts as attending
//   from the moment of the close                  U, an unauthorised absence (D01)
//
// The displayed minute, always cut, decides alone, so that nobody argues with the screen. The
// times are the school's settings and come in as the window.
#pragma once

#include "app/base/time_of_day.h"
#include "app/register/session_times.h"

#include <cstdint>

namespace handbell::reg {

enum class Lateness : std::uint8_t { on_time, before_close, after_close };

[[nodiscard]] Lateness lateness(TimeOfDay first_contact, const Window& window);

/// Whole displayed minutes after arrive_by: 08:41 is 6 where 08:35 was due; 0 when on time.
[[nodiscard]] int minutes_late(TimeOfDay first_contact, const Window& window);

}  // namespace handbell::reg
