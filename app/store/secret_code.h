// Secrets that are handed out once and kept as their hash alone: codes that a person types, and the
// numbers that browsers carry.
#pragma once

#include "app/base/random.h"

#include <string>
#include <string_view>

namespace handbell::store {

/// "K7QF-2MWP-9XRD": four letters and digits a group, 20 bits each, none that look alike.
[[nodiscard]] std::string new_code(Random& random, int groups);
/// As it was typed: either case, with blanks and hyphens or without.
[[nodiscard]] std::string plain_code(std::string_view typed);
/// 256 bits for a cookie, as hexadecimal.
[[nodiscard]] std::string new_secret(Random& random);
/// BLAKE2b of 256 bits, as hexadecimal. For secrets of chance alone: a password wants argon2.
[[nodiscard]] std::string hash_of(std::string_view secret);
[[nodiscard]] inline std::string hash_of_code(std::string_view typed) {
  return hash_of(plain_code(typed));
}

}  // namespace handbell::store
