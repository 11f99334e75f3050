#include "drivers/pn532/frame.h"

#include "app/base/check.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace handbell::pn532 {

namespace {

constexpr std::uint8_t kFromHost = 0xD4;
constexpr std::uint8_t kFromChip = 0xD5;

std::uint8_t sum(const Bytes& bytes) {
  return static_cast<std::uint8_t>(std::accumulate(bytes.begin(), bytes.end(), 0U));
}

std::uint8_t complement(unsigned value) { return static_cast<std::uint8_t>(0x100U - value); }

}  // namespace

std::optional<HostFrame> FrameReader::take(std::uint8_t byte) {
  switch (place_) {
    case Place::preamble:
      if (last_ == 0x00 && byte == 0xFF) place_ = Place::length;
      last_ = byte;
      return std::nullopt;
    case Place::length:
      length_ = byte;
      place_ = Place::length_check;
      return std::nullopt;
    case Place::length_check:
      return take_length(byte);
    case Place::body:
      return take_body(byte);
  }
  return std::nullopt;
}

std::optional<HostFrame> FrameReader::take_length(std::uint8_t byte) {
  const std::uint8_t length = length_;
  if (length == 0x00 && byte == 0xFF) return reset(), HostFrame{FrameKind::ack, {}};
  if (length == 0xFF && byte == 0x00) return reset(), HostFrame{FrameKind::nack, {}};
  if (static_cast<std::uint8_t>(length + byte) != 0 || length < 2) {
    return reset(), HostFrame{FrameKind::damaged, {}};
  }
  body_.clear();
  place_ = Place::body;
  return std::nullopt;
}

std::optional<HostFrame> FrameReader::take_body(std::uint8_t byte) {
  body_.push_back(byte);
  if (body_.size() < std::size_t{length_} + 1) return std::nullopt;
  const Bytes body = std::move(body_);
  reset();
  if (sum(body) != 0 || body.front() != kFromHost) return HostFrame{FrameKind::damaged, {}};
  return HostFrame{FrameKind::command, Bytes(body.begin() + 1, body.end() - 1)};
}

Bytes answer_frame(const Bytes& data) {
  check(!data.empty() && data.size() < 255);
  const auto length = static_cast<std::uint8_t>(data.size() + 1);
  Bytes frame;
  frame.reserve(data.size() + 8);
  for (const unsigned byte : {0x00U, 0x00U, 0xFFU, 0U + length, 0U + complement(length)}) {
    frame.push_back(static_cast<std::uint8_t>(byte));
  }
  frame.push_back(kFromChip);
  std::copy(data.begin(), data.end(), std::back_inserter(frame));
  frame.push_back(complement((kFromChip + sum(data)) & 0xFFU));
  frame.push_back(0x00);
  return frame;
}

Bytes ack_frame() { return {0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00}; }
Bytes nack_frame() { return {0x00, 0x00, 0xFF, 0xFF, 0x00, 0x00}; }
Bytes syntax_error_frame() { return {0x00, 0x00, 0xFF, 0x01, 0xFF, 0x7F, 0x81, 0x00}; }

}  // namespace handbell::pn532
