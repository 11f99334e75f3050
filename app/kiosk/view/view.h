// From what the screen is to say to what stands where.
//
// Each result speaks by four channels: colour, picture, word and (elsewhere) sound. Nothing that
// strangers may not read can come in: Screen does not know it.
#pragma once

#include "app/kiosk/flow/screen.h"
#include "app/kiosk/view/layout.h"

namespace handbell::kiosk {

[[nodiscard]] Scene view(const Screen& screen, const Words& words, const DisplayMm& display);

/// "late": the name by which `--describe` and the pictures know a screen.
[[nodiscard]] std::string name_of(ScreenKind kind);

}  // namespace handbell::kiosk
