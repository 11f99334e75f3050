// A kiosk asks for the door book (assets/docs/formats.md, "Asking for the door book").
//
// The office answers when it has another one than the kiosk holds: at once, or as soon as somebody
// changed the school, or when a new day needs the plans of another fortnight.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/journal/seal.h"

#include <cstdint>

namespace handbell::journal {

struct BookRequest {
  std::uint32_t kiosk = 0;
  std::uint64_t version = 0;  ///< the one it holds; 0: none
  Instant made;               ///< when the office made that one: its plans reach 14 days from then
  friend bool operator==(const BookRequest&, const BookRequest&) = default;
};

[[nodiscard]] Bytes encode(const BookRequest& request, const KioskKey& key);
/// The kiosk's number alone, to find its key. Fault: message_garbled.
[[nodiscard]] Result<std::uint32_t> kiosk_asking(std::span<const std::uint8_t> bytes);
/// Fault: message_garbled.
[[nodiscard]] Result<BookRequest> decode_book_request(std::span<const std::uint8_t> bytes,
                                                      const KioskKey& key);

}  // namespace handbell::journal
