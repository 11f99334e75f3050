// The chip's answer to "which card is there?", with every length checked by us.
//
// libnfc takes wrong length bytes for good: it hands on an empty number, a padded one, or a wrong
// one of 10 bytes. A wrong number would be another child's.
#pragma once

#include "app/base/card_number.h"

#include <optional>
#include <span>

namespace handbell::card {

/// `answer`: what follows D5 4B. None: no card. Faults: reader_frame, bad_card.
[[nodiscard]] Result<std::optional<CardNumber>> listed_card(std::span<const std::uint8_t> answer);

}  // namespace handbell::card
