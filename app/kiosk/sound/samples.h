// What is heard, as numbers: one channel, 16 bits, 44,100 a second.
#pragma once

#include <cstdint>
#include <vector>

namespace handbell::kiosk {

inline constexpr int kSamplesASecond = 44'100;

using Samples = std::vector<std::int16_t>;

/// `volume`: 0 to 100, of what they are; 0 is silence of the same length.
[[nodiscard]] Samples at_volume(Samples samples, int volume);

}  // namespace handbell::kiosk
