// What stands in the register and the door book for a release PIN.
//
// Salt, then Argon2id over a keyed hash of card and digits. The key comes from the site's release
// key, which no book holds: who steals a book finds six digits by trying only with that key too.
// The card's number is in it, so a verifier tells nothing of another card's PIN.
#pragma once

#include "drivers/keyholder/site_keys.h"
#include "drivers/keyholder/staff_proof.h"

namespace handbell::keys {

/// 6 to 12 digits.
[[nodiscard]] bool is_release_pin(std::string_view digits);

/// Nothing: the memory for it (64 MiB) is not to be had.
[[nodiscard]] std::optional<PinVerifier> pin_verifier(const SiteKey& site, const CardNumber& card,
                                                      std::string_view digits, Random& random);
/// Nothing: the memory for it is not to be had, and nothing was looked at.
[[nodiscard]] std::optional<bool> pin_matches(const SiteKey& site, const CardNumber& card,
                                              std::string_view digits, const PinVerifier& verifier);

}  // namespace handbell::keys
