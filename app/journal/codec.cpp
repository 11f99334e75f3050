#include "app/journal/codec.h"

#include "app/base/check.h"

#include <array>
#include <limits>

namespace handbell::journal {

namespace {

/// Without a loop: a tap at the door writes thirty numbers before it is on the disk.
void put(Bytes& out, std::uint64_t value, unsigned width) {
  const auto byte = [value](unsigned i) { return static_cast<std::uint8_t>(value >> (8U * i)); };
  const std::array<std::uint8_t, 8> bytes{byte(0), byte(1), byte(2), byte(3),
                                          byte(4), byte(5), byte(6), byte(7)};
  out.insert(out.end(), bytes.begin(), bytes.begin() + width);
}

}  // namespace

Writer& Writer::u8(std::uint8_t value) {
  out_.push_back(value);
  return *this;
}

Writer& Writer::u16(std::uint16_t value) {
  put(out_, value, 2);
  return *this;
}

Writer& Writer::u32(std::uint32_t value) {
  put(out_, value, 4);
  return *this;
}

Writer& Writer::u64(std::uint64_t value) {
  put(out_, value, 8);
  return *this;
}

Writer& Writer::raw(std::span<const std::uint8_t> bytes) {
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  return *this;
}

Writer& Writer::bytes(std::span<const std::uint8_t> bytes) {
  check(bytes.size() <= std::numeric_limits<std::uint32_t>::max());
  return u32(static_cast<std::uint32_t>(bytes.size())).raw(bytes);
}

Writer& Writer::text(std::string_view text) { return bytes(as_bytes(text)); }

std::uint64_t Reader::number(std::size_t width) {
  std::uint64_t value = 0;
  const auto part = raw(width);
  for (std::size_t i = 0; i < part.size(); ++i) {
    value |= std::uint64_t{part[i]} << (8U * i);
  }
  return value;
}

std::uint8_t Reader::u8() { return static_cast<std::uint8_t>(number(1)); }
std::uint16_t Reader::u16() { return static_cast<std::uint16_t>(number(2)); }
std::uint32_t Reader::u32() { return static_cast<std::uint32_t>(number(4)); }
std::uint64_t Reader::u64() { return number(8); }

bool Reader::flag() {
  const std::uint8_t value = u8();
  if (value > 1) fail();
  return value == 1;
}

std::span<const std::uint8_t> Reader::raw(std::size_t count) {
  if (!ok_ || rest_.size() < count) {
    ok_ = false;
    return {};
  }
  const auto part = rest_.first(count);
  rest_ = rest_.subspan(count);
  return part;
}

Bytes Reader::bytes(std::size_t most) {
  const std::size_t length = u32();
  if (length > most) fail();
  const auto part = raw(length);
  return {part.begin(), part.end()};
}

std::string Reader::text(std::size_t most) {
  const Bytes part = bytes(most);
  return {part.begin(), part.end()};
}

}  // namespace handbell::journal
