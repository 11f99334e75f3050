// The same card twice (D07).
#pragma once

#include "app/base/instant.h"

#include <cstdint>
#include <optional>

namespace handbell::reg {

enum class Repeat : std::uint8_t {
  first,         ///< not seen before this session: an arrival
  ignored,       ///< within 60 s: a friendly message, nothing is kept
  second_event,  ///< later: kept as an event, no new mark; the first arrival decides
};

/// `last`: the newest tap of this child in the same session and direction.
[[nodiscard]] constexpr Repeat repeat_of(std::optional<Instant> last, Instant at) {
  if (!last) return Repeat::first;
  const auto apart = (at - *last).count;
  return apart > -60'000 && apart < 60'000 ? Repeat::ignored : Repeat::second_event;
}

}  // namespace handbell::reg
