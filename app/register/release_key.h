// What makes a staff card one that may release a child at the door (D49): the key with which it
// proves itself, and what a PIN of its holder is looked at against.
//
// The office writes it when the card is enrolled. Neither key nor PIN is in here: whoever holds the
// verifier alone finds no digits by trying, since the site's key goes into it.
#pragma once

#include "app/base/result.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace handbell::reg {

/// Salt and hash, as the process that keeps the keys reads them.
using PinVerifier = std::array<std::uint8_t, 48>;

struct ReleaseKey {
  std::uint8_t version = 1;  ///< of the site's key, 1 to 255
  PinVerifier verifier{};
  friend bool operator==(const ReleaseKey&, const ReleaseKey&) = default;
};

inline constexpr std::size_t kReleasePinLeast = 6;
inline constexpr std::size_t kReleasePinMost = 12;

/// Six to twelve digits, no run as 123456 or 987654, and no one, two or three digits over and over.
/// Fault: release_pin_unfit, without the digits.
[[nodiscard]] Status fit_release_pin(std::string_view digits);

}  // namespace handbell::reg
