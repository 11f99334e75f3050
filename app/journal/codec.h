// How numbers, texts and bytes are laid out in entries and messages (assets/docs/formats.md):
// little-endian numbers of fixed width, everything else behind its length.
//
// Reading never runs past the end and never throws: after the first thing that does not fit, the
// reader stays failed, and whoever asked looks once at the end.
#pragma once

#include "app/base/hex.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace handbell::journal {

class Writer {
 public:
  /// Nearly every entry fits without growing.
  Writer() { out_.reserve(256); }

  Writer& u8(std::uint8_t value);
  Writer& u16(std::uint16_t value);
  Writer& u32(std::uint32_t value);
  Writer& u64(std::uint64_t value);
  Writer& i64(std::int64_t value) { return u64(static_cast<std::uint64_t>(value)); }
  Writer& flag(bool value) { return u8(value ? 1 : 0); }
  Writer& raw(std::span<const std::uint8_t> bytes);    ///< as they are
  Writer& bytes(std::span<const std::uint8_t> bytes);  ///< u32 length, then the bytes
  Writer& text(std::string_view text);                 ///< the same, UTF-8

  [[nodiscard]] const Bytes& done() const { return out_; }

 private:
  Bytes out_;
};

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  [[nodiscard]] std::uint8_t u8();
  [[nodiscard]] std::uint16_t u16();
  [[nodiscard]] std::uint32_t u32();
  [[nodiscard]] std::uint64_t u64();
  [[nodiscard]] std::int64_t i64() { return static_cast<std::int64_t>(u64()); }
  [[nodiscard]] bool flag();  ///< fails on anything but 0 and 1
  [[nodiscard]] std::span<const std::uint8_t> raw(std::size_t count);
  [[nodiscard]] Bytes bytes(std::size_t most);  ///< fails above `most`
  [[nodiscard]] std::string text(std::size_t most);
  void fail() { ok_ = false; }

  [[nodiscard]] bool ok() const { return ok_; }
  /// All was read, nothing is left over.
  [[nodiscard]] bool at_end() const { return ok_ && rest_.empty(); }

 private:
  std::uint64_t number(std::size_t width);

  std::span<const std::uint8_t> rest_;
  bool ok_ = true;
};

/// An array of bytes of its own fixed length. All zeros where the reader failed.
template <class Array>
[[nodiscard]] Array get_array(Reader& reader) {
  Array array{};
  const auto part = reader.raw(array.size());
  std::copy(part.begin(), part.end(), array.begin());
  return array;
}

}  // namespace handbell::journal
