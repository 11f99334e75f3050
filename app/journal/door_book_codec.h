// The door book as bytes: on the way to a kiosk, and in the kiosk's folder
// (assets/docs/formats.md, "The door book").
#pragma once

#include "app/journal/seal.h"
#include "app/register/door_book.h"

namespace handbell::journal {

inline constexpr std::size_t kLongestDoorBook = 4 * 1024 * 1024;

[[nodiscard]] Bytes encode(const reg::DoorBook& book, const KioskKey& key);

/// Fault: door_book_garbled. Nothing is taken from bytes that fail.
[[nodiscard]] Result<reg::DoorBook> decode_door_book(std::span<const std::uint8_t> bytes,
                                                     const KioskKey& key);

/// The name of a card at the door: BLAKE2b of its number under the school's card key, cut to 16
/// bytes.
[[nodiscard]] reg::CardHash hash_of_card(std::span<const std::uint8_t> uid, const KioskKey& key);

/// What stands for a staff card's PIN: BLAKE2b of the card's hash and the digits under the school's
/// card key, cut to 16 bytes. Whoever has that key finds four digits by trying: it opens lists, no
/// release.
[[nodiscard]] reg::PinHash hash_of_pin(const reg::CardHash& card, std::string_view digits,
                                       const KioskKey& key);

}  // namespace handbell::journal
