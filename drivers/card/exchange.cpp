#include "drivers/card/exchange.h"

namespace handbell::card {

namespace {

constexpr std::uint8_t kErrorBits = 0x3F;
constexpr std::uint8_t kMoreToCome = 0x40;
constexpr std::uint8_t kIsoCard = 0x20;
constexpr std::size_t kSelectByteAt = 4;
constexpr std::size_t kLongestSaid = 258;

}  // namespace

Result<Bytes> exchanged(std::span<const std::uint8_t> answer) {
  if (answer.empty()) return fail(FaultCode::reader_frame, "an empty answer");
  if ((answer[0] & kErrorBits) != 0) return fail(FaultCode::card_left, "...");
  if ((answer[0] & kMoreToCome) != 0) return fail(FaultCode::reader_frame, "no end");
  const auto said = answer.subspan(1);
  if (said.size() < 2 || said.size() > kLongestSaid) {
    return fail(FaultCode::reader_frame, "a length");
  }
  return Bytes(said.begin(), said.end());
}

bool listed_for_commands(std::span<const std::uint8_t> listing) {
  return listing.size() > kSelectByteAt && (listing[kSelectByteAt] & kIsoCard) != 0;
}

}  // namespace handbell::card
