// What a PC/SC reader and its service say, read with suspicion. Pure.
//
// A card that was torn away answers with success and nothing at all; a reader that knows no number
// answers 63 00. Neither may become a child's number.
#pragma once

#include "app/base/card_number.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::card {

/// The command "which number has the card?" (PC/SC part 3), which the reader itself answers.
[[nodiscard]] const Bytes& ask_for_uid();
/// Its answer: 4, 7 or 10 bytes, then 90 00. Faults: card_left (nothing, or no status), bad_card.
[[nodiscard]] Result<CardNumber> uid_of_answer(std::span<const std::uint8_t> answer);

/// The status of an answer of ISO 7816-4, its last two bytes; 0 where it has none.
[[nodiscard]] unsigned status_of(std::span<const std::uint8_t> answer);
/// Whether a card with this ATR takes commands: not one that only holds data, for which the reader
/// made the ATR up (PC/SC part 3: its historical bytes name A0 00 00 03 06).
[[nodiscard]] bool takes_commands(std::span<const std::uint8_t> atr);

/// Names of readers as the service lists them: each ended by a zero, the last by two.
[[nodiscard]] std::vector<std::string> listed_readers(std::string_view list);
/// The reader that is meant, never a slot for SAMs: the one of this name, else one in whose name
/// all words of `wanted` stand in this order, in whatever case ("acr1252" in "ACS ACR1252 Dual
/// Reader [ACR1252 Dual Reader PICC] 00 00"). Of several the first for cards without contacts, else
/// one that does not say. Without a name a slot for cards with contacts is never meant. `current`:
/// kept where no other fits better.
[[nodiscard]] std::optional<std::string> chosen_reader(const std::vector<std::string>& names,
                                                       std::string_view wanted,
                                                       std::string_view current = "");

}  // namespace handbell::card
