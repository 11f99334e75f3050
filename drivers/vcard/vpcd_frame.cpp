#include "drivers/vcard/vpcd_frame.h"

#include <algorithm>
#include <utility>

namespace handbell::vcard {

namespace {

constexpr std::size_t kMostBytes = 0xFFFF;
constexpr std::size_t kLengthBytes = 2;

}  // namespace

Bytes vpcd_frame(const Bytes& message) {
  const std::size_t size = std::min(message.size(), kMostBytes);
  Bytes frame(kLengthBytes + size);
  frame[0] = static_cast<std::uint8_t>(size >> 8U);
  frame[1] = static_cast<std::uint8_t>(size);
  std::copy_n(message.begin(), size, frame.begin() + kLengthBytes);
  return frame;
}

std::optional<Bytes> VpcdFrames::take(std::uint8_t byte) {
  if (length_bytes_ < kLengthBytes) {
    wanted_ = wanted_ << 8U | byte;
    if (++length_bytes_ < kLengthBytes || wanted_ > 0) return std::nullopt;
    return whole();
  }
  message_.push_back(byte);
  if (message_.size() < wanted_) return std::nullopt;
  return whole();
}

Bytes VpcdFrames::whole() {
  length_bytes_ = 0;
  wanted_ = 0;
  return std::exchange(message_, {});
}

}  // namespace handbell::vcard
