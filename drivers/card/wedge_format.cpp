#include "drivers/card/wedge_format.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace handbell::card {

struct WedgeFormat::Kind {
  std::string_view name;
  std::string_view other_name;
  std::string_view told_as;
  bool hexadecimal;
  bool turned;  ///< its bytes, the last one first
  std::size_t first_digits;
  std::uint64_t first_most;
  std::size_t second_digits = 0;  ///< 0: one part
  std::uint64_t second_most = 0;

  [[nodiscard]] std::size_t digits() const { return first_digits + second_digits; }
  static const std::array<Kind, 9> kAll;
};

namespace {

constexpr std::uint64_t kMost8 = 0xFF;
constexpr std::uint64_t kMost16 = 0xFFFF;
constexpr std::uint64_t kMost24 = 0xFF'FFFF;
constexpr std::uint64_t kMost32 = 0xFFFF'FFFF;
constexpr std::uint64_t kMost40 = 0xFF'FFFF'FFFF;
constexpr std::size_t kLongestWedgeNumber = 20;

std::string without_comma(std::string_view typed) {
  std::string digits(typed);
  std::erase(digits, ',');
  return digits;
}

std::uint64_t value_of(std::string_view digits, bool hexadecimal) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    const int digit = c <= '9' ? c - '0' : c - 'A' + 10;
    value = value * (hexadecimal ? 16U : 10U) + static_cast<std::uint64_t>(digit);
  }
  return value;
}

std::string written(std::uint64_t value, bool hexadecimal, std::size_t width) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const std::uint64_t base = hexadecimal ? 16U : 10U;
  std::string text(width, '0');
  for (auto at = text.rbegin(); at != text.rend(); ++at, value /= base) *at = kDigits[value % base];
  return text;
}

std::uint64_t turned_4_bytes(std::uint64_t value) {
  return __builtin_bswap32(static_cast<std::uint32_t>(value));
}

}  // namespace

constexpr std::array<WedgeFormat::Kind, 9> WedgeFormat::Kind::kAll{{
    {"10H", "10H", "10H", true, false, 10, kMost40},
    {"13D", "13D", "13D", false, false, 13, kMost40},
    {"10D", "8H10D", "10D", false, false, 10, kMost32},
    {"10DR", "8H10DR", "10D", false, true, 10, kMost32},
    {"4H4H", "4H4H", "4H4H", false, false, 5, kMost16, 5, kMost16},
    {"8D", "6H8D", "8D", false, false, 8, kMost24},
    {"2H4H", "2H4H", "2H4H", false, false, 3, kMost8, 5, kMost16},
    {"8H", "8H", "8H", true, false, 8, kMost32},
    {"8HR", "8HR", "8H", true, true, 8, kMost32},
}};

Result<WedgeFormat> WedgeFormat::named(std::string_view name) {
  const auto found = std::ranges::find_if(
      Kind::kAll, [&](const Kind& kind) { return kind.name == name || kind.other_name == name; });
  if (found == Kind::kAll.end()) {
    return fail(FaultCode::bad_config, "the format of a wedge reader, \"" + std::string(name) +
                                           "\": it is one of 10H, 13D, 10D, 10DR, 4H4H, 8D, 2H4H, "
                                           "8H and 8HR");
  }
  return WedgeFormat(*found);
}

bool WedgeFormat::takes(char c) const {
  if (c >= '0' && c <= '9') return true;
  if (c == ',') return kind_->second_digits > 0;
  return kind_->hexadecimal && c >= 'A' && c <= 'F';
}

bool WedgeFormat::whole(std::string_view typed) const {
  if (typed.size() > kLongestWedgeNumber) return false;
  if (!std::ranges::all_of(typed, [this](char c) { return takes(c); })) return false;
  const auto comma = typed.find(',');
  if (comma == std::string_view::npos) return typed.size() == kind_->digits();
  return comma == kind_->first_digits && typed.size() == kind_->digits() + 1 &&
         typed.rfind(',') == comma;
}

Result<CardNumber> WedgeFormat::number_of(std::string_view typed) const {
  if (!whole(typed)) return fail(FaultCode::bad_card, std::to_string(typed.size()) + " characters");
  const std::string digits = without_comma(typed);
  const std::string_view all = digits;
  std::uint64_t first = value_of(all.substr(0, kind_->first_digits), kind_->hexadecimal);
  const std::uint64_t second = value_of(all.substr(kind_->first_digits), kind_->hexadecimal);
  if (first > kind_->first_most || second > kind_->second_most) {
    return fail(FaultCode::bad_card, "a number too large for its bytes");
  }
  if (!kind_->turned) return CardNumber::from_wedge(kind_->told_as, digits);
  return CardNumber::from_wedge(
      kind_->told_as, written(turned_4_bytes(first), kind_->hexadecimal, kind_->first_digits));
}

}  // namespace handbell::card
