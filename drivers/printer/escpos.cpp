#include "drivers/printer/escpos.h"

#include <algorithm>

namespace handbell::printer {

namespace {

constexpr char kEsc = 0x1B;
constexpr char kGs = 0x1D;
constexpr char kDle = 0x10;
constexpr char kEot = 0x04;

// The answer to DLE EOT 4: two bits that never change tell it from anything else, two pairs say how
// the paper is.
constexpr unsigned kFixed = 0x93;
constexpr unsigned kFixedOn = 0x12;
constexpr unsigned kNearEnd = 0x0C;
constexpr unsigned kEnd = 0x60;

char low(int number) { return static_cast<char>(static_cast<unsigned>(number) & 0xFFU); }
char high(int number) { return static_cast<char>((static_cast<unsigned>(number) >> 8U) & 0xFFU); }

void add_band(std::string& out, const Bitmap& picture, int from, int rows) {
  const int bytes = picture.width / 8;
  out += {kGs, 'v', '0', 0, low(bytes), high(bytes), low(rows), high(rows)};
  const auto* first = picture.bits.data() + static_cast<std::size_t>(from) * picture.row_bytes();
  const std::size_t count = static_cast<std::size_t>(rows) * picture.row_bytes();
  std::for_each(first, first + count,
                [&](std::uint8_t byte) { out.push_back(static_cast<char>(byte)); });
}

}  // namespace

std::string slip_bytes(const Bitmap& picture) {
  std::string out{kEsc, '@'};
  for (int from = 0; from < picture.height; from += kBandRows) {
    add_band(out, picture, from, std::min(kBandRows, picture.height - from));
  }
  out += {kEsc, 'd', 3};       // the picture comes out from under the cutter
  out += {kGs, 'V', 'B', 16};  // feeds and cuts; a printer without a cutter passes it over
  return out;
}

std::string paper_request() { return {kDle, kEot, 4}; }

std::optional<Paper> paper_of(std::uint8_t answer) {
  if ((answer & kFixed) != kFixedOn) return std::nullopt;
  if ((answer & kEnd) != 0) return Paper::out;
  return (answer & kNearEnd) != 0 ? Paper::low : Paper::there;
}

std::uint8_t answer_of(Paper paper) {
  unsigned answer = kFixedOn;
  if (paper != Paper::there) answer |= kNearEnd;
  if (paper == Paper::out) answer |= kEnd;
  return static_cast<std::uint8_t>(answer);
}

}  // namespace handbell::printer
