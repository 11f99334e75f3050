#include "drivers/card/listing.h"

namespace handbell::card {

namespace {

constexpr std::size_t kUidLengthAt = 5;  // count, number, SENS_RES (2), SEL_RES
constexpr std::size_t kUidAt = 6;
constexpr std::uint8_t kHasAts = 0x20;

}  // namespace

Result<std::optional<CardNumber>> listed_card(std::span<const std::uint8_t> answer) {
  const auto wrong = [&](const char* what) { return fail(FaultCode::reader_frame, what); };
  if (answer.empty()) return wrong("an empty answer");
  if (answer[0] == 0) return std::nullopt;
  if (answer[0] != 1 || answer.size() <= kUidLengthAt) return wrong("a cut answer");
  const std::size_t length = answer[kUidLengthAt];
  if (length != 4 && length != 7 && length != 10) return wrong("a card number's length");
  if (answer.size() < kUidAt + length) return wrong("a cut card number");
  const auto rest = answer.subspan(kUidAt + length);
  const bool ats = (answer[4] & kHasAts) != 0;
  // The ATS counts its own length byte. A card may leave it out.
  const bool whole = ats ? rest.empty() || rest[0] == rest.size() : rest.empty();
  if (!whole) return wrong("bytes behind the card number");
  auto uid = CardNumber::from_bytes(answer.subspan(kUidAt, length));
  if (!uid) return fail(uid.error());
  return std::move(*uid);
}

}  // namespace handbell::card
