// What kiosk and office say to each other (assets/docs/formats.md, "The sync message").
//
// The kiosk sends entries and how it is; the office answers how far it has come. Each shows the
// other its head, and keeps the other's as a witness: a history cut short or changed is found by
// the one who remembers more. Every message ends with a keyed BLAKE2b over all before it, with the
// key that the kiosk got when it was enrolled.
#pragma once

#include "app/journal/seal.h"
#include "app/journal/witness.h"

#include <string>
#include <vector>

namespace handbell::journal {

inline constexpr std::size_t kMostEntriesAMessage = 256;
inline constexpr std::size_t kLongestMessage = 1024 * 1024;

/// How a kiosk is, for the office's page.
struct KioskHealth {
  bool clock_trusted = true;
  std::string reader;              ///< readers_text(), "ready"; at most kLongestReadersText
  std::uint64_t waiting = 0;       ///< entries without a receipt
  std::uint64_t book_version = 0;  ///< the door book it holds
  friend bool operator==(const KioskHealth&, const KioskHealth&) = default;
};

struct SyncMessage {
  std::uint32_t kiosk = 0;  ///< the number it was enrolled under
  Witness journal;          ///< the kiosk's own head
  Head sealed;              ///< the last entry that it removed (D51); number 0: none
  Witness office;           ///< the register's head as last heard; number 0: never heard
  KioskHealth health;
  Instant wall;
  std::vector<Entry> entries;  ///< consecutive, at most kMostEntriesAMessage
  friend bool operator==(const SyncMessage&, const SyncMessage&) = default;
};

struct SyncAnswer {
  HistoryId journal{};             ///< whose message this answers
  std::uint64_t received = 0;      ///< the highest unbroken number that the office holds
  Witness office;                  ///< the register's head
  Instant wall;                    ///< the office's clock (D17)
  std::uint64_t book_version = 0;  ///< the newest door book
  std::string fault;               ///< a sentence where nothing was taken; at most 512 bytes
  friend bool operator==(const SyncAnswer&, const SyncAnswer&) = default;
};

[[nodiscard]] Bytes encode(const SyncMessage& message, const KioskKey& key);
[[nodiscard]] Bytes encode(const SyncAnswer& answer, const KioskKey& key);

/// The kiosk's number alone, to find its key. Fault: message_garbled.
[[nodiscard]] Result<std::uint32_t> kiosk_of(std::span<const std::uint8_t> message);
/// Faults: message_garbled, message_too_large. Nothing is taken from a message that fails.
[[nodiscard]] Result<SyncMessage> decode_message(std::span<const std::uint8_t> bytes,
                                                 const KioskKey& key);
/// Fault: message_garbled.
[[nodiscard]] Result<SyncAnswer> decode_answer(std::span<const std::uint8_t> bytes,
                                               const KioskKey& key);

}  // namespace handbell::journal
