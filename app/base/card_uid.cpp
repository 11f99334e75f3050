#include "app/base/card_uid.h"

#include <algorithm>

namespace handbell {

Result<CardUid> CardUid::from_bytes(std::span<const std::uint8_t> bytes) {
  const auto size = bytes.size();
  if (size != 4 && size != 7 && size != 10) return fail(FaultCode::bad_card, to_hex(bytes));
  return CardUid(Bytes(bytes.begin(), bytes.end()));
}

Result<CardUid> CardUid::parse(std::string_view text) {
  const auto bytes = from_hex(text);
  if (!bytes) return fail(FaultCode::bad_card, std::string(text));
  auto uid = from_bytes(*bytes);
  if (!uid) return fail(FaultCode::bad_card, std::string(text));
  return uid;
}

std::string CardUid::masked() const { return "..." + to_hex(std::span(bytes_).last(2)); }

bool CardUid::fit_as_identity() const {
  const auto all = [this](std::uint8_t value) {
    return std::all_of(bytes_.begin(), bytes_.end(), [value](auto b) { return b == value; });
  };
  if (all(0x00) || all(0xFF)) return false;
  if (!is_short()) return true;
  const std::string text = hex();
  return bytes_.front() != 0x08 && text != "01020304" && text != "AA55C396";
}

}  // namespace handbell
