// The kiosk's sounds, made of a few notes: rising for "you are in", level for "see the office".
#pragma once

#include "app/kiosk/sound/samples.h"

namespace handbell::kiosk {

enum class Chime : std::uint8_t { in, office };

/// `volume`: 0 to 100; 0 is silence of the same length.
[[nodiscard]] Samples samples_of(Chime chime, int volume);

}  // namespace handbell::kiosk
