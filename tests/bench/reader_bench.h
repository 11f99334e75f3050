// What is measured of a reader and its kiosk: `tests/bench/readers` prints all of it.
#pragma once

#include "figures.h"

#include <cstdint>

namespace handbell::bench {

/// Whole: as the issue says. Short: what a test can do in a minute.
enum class Length : std::uint8_t { whole, brief };

/// A table: each fault, whether the screen lived, when the next card was read. Then one command
/// struck by each.
[[nodiscard]] std::vector<Figure> fault_figures(Length length);
/// Descriptors and memory of kiosk and child over 1,000 faults.
[[nodiscard]] std::vector<Figure> growth_figures(Length length);
/// 1,000 taps with faults between, by this seed.
[[nodiscard]] std::vector<Figure> tapped_figures(Length length, std::uint64_t seed);
/// 100 times the plug is pulled and put in again.
[[nodiscard]] std::vector<Figure> replug_figures(Length length);
/// From the card to the event, without a kiosk; and what the child costs when nothing happens.
[[nodiscard]] std::vector<Figure> reader_figures(Length length);

}  // namespace handbell::bench
