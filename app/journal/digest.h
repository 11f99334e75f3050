// BLAKE2b, the one hash that Handbell uses (libsodium).
#pragma once

#include "app/base/hex.h"

#include <array>
#include <cstdint>
#include <span>

namespace handbell::journal {

using Digest = std::array<std::uint8_t, 32>;

/// `key`: empty, or 16 to 64 bytes.
[[nodiscard]] Digest blake2b(std::span<const std::uint8_t> bytes,
                             std::span<const std::uint8_t> key = {});

}  // namespace handbell::journal
