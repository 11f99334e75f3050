// The slip of a child who came late: what the teacher reads, in black on a strip of paper.
//
// First name, class and time, as the screen showed them, and nothing else: it lies about in a
// classroom.
#pragma once

#include "app/kiosk/flow/event.h"
#include "app/kiosk/view/ruler.h"

namespace handbell::kiosk {

/// `width`: of what the printer reaches, in mm. As high as what stands on it.
[[nodiscard]] Scene slip_scene(const PrintSlip& slip, double width, Ruler& ruler);

}  // namespace handbell::kiosk
