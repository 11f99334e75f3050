// How a further kiosk becomes one of this school (assets/docs/formats.md, "Enrolling a kiosk").
//
// The office makes a code, somebody types it at the kiosk, and the kiosk sends a key of its own in
// a box that only the office, which knows the code, can open. The office keeps what the code
// unlocks, not the code. A code serves once and for an hour.
#pragma once

#include "app/base/instant.h"
#include "app/base/random.h"
#include "app/base/result.h"
#include "app/journal/seal.h"

#include <string>
#include <string_view>

namespace handbell::journal {

/// 80 bits as 16 letters and digits that are hard to confuse (Crockford's base 32).
class EnrolCode {
 public:
  [[nodiscard]] static EnrolCode made(Random& random);
  /// As people type it: small letters, O for 0, I or L for 1, hyphens and blanks anywhere. Fault:
  /// enrol_code_wrong.
  [[nodiscard]] static Result<EnrolCode> parse(std::string_view text);

  [[nodiscard]] std::string text() const;  ///< "7K3M-0PXR-W2QH-ZD95"
  [[nodiscard]] KioskKey key() const;      ///< what it unlocks
  friend bool operator==(const EnrolCode&, const EnrolCode&) = default;

 private:
  std::array<std::uint8_t, 10> bytes_{};
};

inline constexpr Millis kInvitationHolds = hours(1);

/// What the office keeps of a code until it is used.
struct Invitation {
  std::string name;  ///< of the kiosk that is to be
  KioskKey key{};    ///< what the code unlocks
  Instant until;     ///< from then on it is nobody's
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

struct EnrolRequest {
  std::array<std::uint8_t, 24> nonce{};
  KioskKey key{};  ///< the kiosk's own from now on
  [[nodiscard]] static EnrolRequest made(Random& random);
  friend bool operator==(const EnrolRequest&, const EnrolRequest&) = default;
};

struct EnrolAnswer {
  std::uint32_t number = 0;
  KioskKey card_key{};
  std::string authority{};  ///< PEM: whom to trust at the office's address; empty without TLS
  friend bool operator==(const EnrolAnswer&, const EnrolAnswer&) = default;
};

[[nodiscard]] Bytes encode(const EnrolRequest& request, const KioskKey& code_key);
/// Fault: message_garbled, also for every other code's key.
[[nodiscard]] Result<EnrolRequest> decode_enrol_request(std::span<const std::uint8_t> bytes,
                                                        const KioskKey& code_key);
[[nodiscard]] Bytes encode(const EnrolAnswer& answer, const EnrolRequest& to);
/// Fault: message_garbled.
[[nodiscard]] Result<EnrolAnswer> decode_enrol_answer(std::span<const std::uint8_t> bytes,
                                                      const EnrolRequest& to);

}  // namespace handbell::journal
