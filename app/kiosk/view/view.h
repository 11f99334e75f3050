// From what the screen is to say to what stands where.
//
// Each result speaks by four channels: colour, picture, word and (elsewhere) sound. Nothing that
// strangers may not read can come in: Screen does not know it. The nodes stand in reading order.
#pragma once

#include "app/kiosk/flow/screen.h"
#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/place.h"
#include "app/kiosk/view/ruler.h"

namespace handbell::kiosk {

[[nodiscard]] Scene view(const Screen& screen, const Words& words, const Place& place,
                         Ruler& ruler);

/// "late": the name by which `--describe` and the pictures know a screen.
[[nodiscard]] std::string name_of(ScreenKind kind);

}  // namespace handbell::kiosk
