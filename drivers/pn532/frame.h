// How the chip and its host talk over a serial line: the frames of the PN532's manual, section 6.2.
//
//   00 00 FF LEN LCS TFI DATA... DCS 00     LEN + LCS = 0, TFI + DATA + DCS = 0 (modulo 256)
//   00 00 FF 00 FF 00  ACK                  00 00 FF FF 00 00  NACK
//
// Before a frame may stand any bytes: a host that wakes the chip sends 55 55 00 00 ...
#pragma once

#include "app/base/hex.h"

#include <cstdint>
#include <optional>

namespace handbell::pn532 {

enum class FrameKind : std::uint8_t { command, ack, nack, damaged };

/// What the host sent. `data` of a command: its code and arguments, without the direction byte.
struct HostFrame {
  FrameKind kind = FrameKind::damaged;
  Bytes data;
};

/// Reads the host's bytes one by one.
class FrameReader {
 public:
  /// The frame that this byte ended, if it did.
  std::optional<HostFrame> take(std::uint8_t byte);
  void reset() { *this = {}; }

 private:
  std::optional<HostFrame> take_length(std::uint8_t byte);
  std::optional<HostFrame> take_body(std::uint8_t byte);

  enum class Place : std::uint8_t { preamble, length, length_check, body } place_ = Place::preamble;
  std::uint8_t last_ = 0xFF;
  std::uint8_t length_ = 0;
  Bytes body_;
};

/// The chip's answer: direction byte D5, then `data` (1 to 254 bytes).
[[nodiscard]] Bytes answer_frame(const Bytes& data);
[[nodiscard]] Bytes ack_frame();
[[nodiscard]] Bytes nack_frame();
/// What the chip says to a command that it can't take.
[[nodiscard]] Bytes syntax_error_frame();

}  // namespace handbell::pn532
