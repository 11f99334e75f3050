#include "app/kiosk/sound/samples.h"

#include <algorithm>

namespace handbell::kiosk {

Samples at_volume(Samples samples, int volume) {
  const int part = std::clamp(volume, 0, 100);
  for (std::int16_t& sample : samples) sample = static_cast<std::int16_t>(sample * part / 100);
  return samples;
}

}  // namespace handbell::kiosk
