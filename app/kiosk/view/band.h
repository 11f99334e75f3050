// The band over the whole width at the top: what this screen is about, and the time.
//
// While somebody chooses, a card of another family shows its child in the band's place (D54):
// nothing under it moves, so no finger misses.
#pragma once

#include "app/kiosk/view/draft.h"

namespace handbell::kiosk {

void add_band(Draft& draft);

}  // namespace handbell::kiosk
