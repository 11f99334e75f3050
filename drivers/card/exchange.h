// The chip's answer to a command for a card, with its status byte looked at by us.
#pragma once

#include "app/base/hex.h"
#include "app/base/result.h"

#include <span>

namespace handbell::card {

/// `answer`: what follows D5 41. Faults: card_left (the card said nothing, or nothing whole),
/// reader_frame (no status, more to come without end, too long).
[[nodiscard]] Result<Bytes> exchanged(std::span<const std::uint8_t> answer);
/// `listing`: what follows D5 4B, of one card: whether it takes commands of ISO 7816-4.
[[nodiscard]] bool listed_for_commands(std::span<const std::uint8_t> listing);

}  // namespace handbell::card
