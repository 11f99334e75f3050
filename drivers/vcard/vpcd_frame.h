// How vsmartcard's vpcd and a virtual card talk: two bytes of length, the higher first, then that
// many bytes. One byte alone is an order of the reader; more are a command for the card. Pure.
#pragma once

#include "app/base/hex.h"

#include <optional>

namespace handbell::vcard {

inline constexpr std::uint8_t kPowerOff = 0;
inline constexpr std::uint8_t kPowerOn = 1;
inline constexpr std::uint8_t kReset = 2;
inline constexpr std::uint8_t kTellAtr = 4;

/// At most 65,535 bytes; what is over is cut.
[[nodiscard]] Bytes vpcd_frame(const Bytes& message);

class VpcdFrames {
 public:
  /// The message that this byte completed; an empty one is a message too.
  [[nodiscard]] std::optional<Bytes> take(std::uint8_t byte);

 private:
  [[nodiscard]] Bytes whole();

  std::size_t length_bytes_ = 0;
  std::size_t wanted_ = 0;
  Bytes message_;
};

}  // namespace handbell::vcard
