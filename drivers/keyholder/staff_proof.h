// Whether a staff card is the one that the office enrolled, and whether who holds it knows its PIN.
//
// 1. A UID proves nothing, since UIDs can be copied. The card proves itself by AES-128 mutual
//    authentication (AuthenticateEV2First) with a key of its own, diversified from the site's.
// 2. The keys, and how often a PIN was wrong, are kept by a process of its own, which never hosts
//    libnfc. It answers one word.
// 3. Both are needed for a release at the door (D49), and nothing less is ever taken.
#pragma once

#include "drivers/card/card_talk.h"

#include <array>
#include <string_view>

namespace handbell::keys {

enum class CardProof : std::uint8_t {
  proven,
  refused,  ///< wrong key, replayed or garbled answers, or a card that takes no commands
  left,     ///< taken away before it was done: nothing is known
  no_key,   ///< this machine has no key of this version, or who has it does not answer: nothing is
            ///< said against the card
};

enum class PinProof : std::uint8_t {
  right,
  wrong,
  wait,    ///< tried too soon after wrong ones, or it could not be counted: not even looked at
  no_key,  ///< this machine has no key of this version, or who has it does not answer
};
struct PinAnswer {
  PinProof proof = PinProof::wrong;
  Millis wait;  ///< until the next try is looked at
  friend bool operator==(const PinAnswer&, const PinAnswer&) = default;
};

/// Salt and Argon2id hash of a release PIN: nobody finds six digits by trying without the site's
/// key, which goes into it.
using PinVerifier = std::array<std::uint8_t, 48>;
inline constexpr std::size_t kReleasePinLeast = 6;
inline constexpr std::size_t kReleasePinMost = 12;

class StaffProof {
 public:
  StaffProof() = default;
  StaffProof(const StaffProof&) = delete;
  StaffProof& operator=(const StaffProof&) = delete;
  virtual ~StaffProof() = default;

  /// Within 1.5 s, and 3 s more where who has the keys must be started first. `version`: of the
  /// site's key with which the card was enrolled, 1 to 255.
  [[nodiscard]] virtual CardProof prove(const CardNumber& card, std::uint8_t version,
                                        card::CardTalk& talk) = 0;
  /// Counted durably before it is answered, so that pulling the plug forgets nothing. The wait
  /// after wrong ones in a row grows: none after the first two, then 30 s doubling to an hour.
  [[nodiscard]] virtual PinAnswer try_pin(const CardNumber& card, std::uint8_t version,
                                          const PinVerifier& verifier, std::string_view digits) = 0;
};

}  // namespace handbell::keys
