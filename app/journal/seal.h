// The keyed hash at the end of everything that kiosk and office say to each other.
//
// Whoever does not hold the kiosk's key can neither make nor change it: what opens is what the
// other side wrote.
#pragma once

#include "app/journal/codec.h"
#include "app/journal/digest.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace handbell::journal {

/// A kiosk's own key, made when it was enrolled.
using KioskKey = std::array<std::uint8_t, 32>;

/// All that was written, and its seal.
[[nodiscard]] Bytes with_seal(Writer& writer, const KioskKey& key);

/// What stands between the tag and the seal; nothing where one of them is wrong.
[[nodiscard]] std::optional<std::span<const std::uint8_t>> opened(
    std::span<const std::uint8_t> bytes, std::string_view tag, const KioskKey& key);

}  // namespace handbell::journal
