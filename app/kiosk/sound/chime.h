// The kiosk's sounds, made of a few notes: rising for "you are in", level for "see the office".
#pragma once

#include <cstdint>
#include <vector>

namespace handbell::kiosk {

enum class Chime : std::uint8_t { in, office };

inline constexpr int kSamplesASecond = 44'100;

/// One channel, 16 bits. `volume`: 0 to 100; 0 is silence of the same length.
[[nodiscard]] std::vector<std::int16_t> samples_of(Chime chime, int volume);

}  // namespace handbell::kiosk
