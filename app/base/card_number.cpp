#include "app/base/card_number.h"

#include <algorithm>

namespace handbell {

namespace {

constexpr std::string_view kWedge = "wedge:";
constexpr std::size_t kShortestFormat = 2;
constexpr std::size_t kLongestFormat = 6;
constexpr std::size_t kShortestTyped = 8;
constexpr std::size_t kLongestTyped = 20;

bool upper_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }
bool of_format(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }
bool within(std::size_t size, std::size_t least, std::size_t most) {
  return size >= least && size <= most;
}

}  // namespace

Result<CardNumber> CardNumber::from_bytes(std::span<const std::uint8_t> bytes) {
  const auto size = bytes.size();
  if (size != 4 && size != 7 && size != 10) return fail(FaultCode::bad_card, to_hex(bytes));
  return CardNumber(Bytes(bytes.begin(), bytes.end()));
}

Result<CardNumber> CardNumber::from_wedge(std::string_view format, std::string_view number) {
  std::string text(kWedge);
  text.append(format).append(":").append(number);
  const bool fits = within(format.size(), kShortestFormat, kLongestFormat) &&
                    within(number.size(), kShortestTyped, kLongestTyped) &&
                    std::ranges::all_of(format, of_format) &&
                    std::ranges::all_of(number, upper_hex);
  if (!fits) return fail(FaultCode::bad_card, text);
  return CardNumber(Bytes(text.begin(), text.end()));
}

Result<CardNumber> CardNumber::parse(std::string_view text) {
  if (text.starts_with(kWedge)) {
    const auto rest = text.substr(kWedge.size());
    const auto colon = std::min(rest.find(':'), rest.size());
    return from_wedge(rest.substr(0, colon), rest.substr(std::min(colon + 1, rest.size())));
  }
  const auto bytes = from_hex(text);
  if (!bytes) return fail(FaultCode::bad_card, std::string(text));
  auto uid = from_bytes(*bytes);
  if (!uid) return fail(FaultCode::bad_card, std::string(text));
  return uid;
}

std::string CardNumber::text() const {
  if (is_wedge()) return {bytes_.begin(), bytes_.end()};
  return to_hex(bytes_);
}

std::string CardNumber::masked() const {
  const std::string whole = text();
  return "..." + whole.substr(whole.size() - 4);
}

bool CardNumber::fit_as_identity() const {
  if (is_wedge()) {
    // What a reader types that read nothing: one digit all over.
    const auto last = std::find(bytes_.rbegin(), bytes_.rend(), ':');
    return std::any_of(bytes_.rbegin(), last, [this](auto b) { return b != bytes_.back(); });
  }
  const auto all = [this](std::uint8_t value) {
    return std::all_of(bytes_.begin(), bytes_.end(), [value](auto b) { return b == value; });
  };
  if (all(0x00) || all(0xFF)) return false;
  if (bytes_.size() != 4) return true;
  const std::string number = text();
  return bytes_.front() != 0x08 && number != "01020304" && number != "AA55C396";
}

}  // namespace handbell
