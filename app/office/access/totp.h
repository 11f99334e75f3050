// The six figures of an authenticator app (RFC 6238: SHA-1, 30 seconds), by liboath.
//
// A code counts from the half minute before to the half minute after, and each half minute counts
// once: whoever reads a code over a shoulder comes too late with it.
#pragma once

#include "app/base/hex.h"
#include "app/base/instant.h"
#include "app/base/random.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::office {

[[nodiscard]] Bytes new_totp_secret(Random& random);  ///< 160 bits

/// The code of one half minute since 1970.
[[nodiscard]] std::string totp_code(const Bytes& secret, std::int64_t step);
[[nodiscard]] std::int64_t totp_step(Instant now);

/// Which half minute the code is of, if it is one around `now` after `last`. Blanks are passed
/// over.
[[nodiscard]] std::optional<std::int64_t> totp_step_of(const Bytes& secret, std::string_view code,
                                                       Instant now, std::int64_t last);

/// "JBSW Y3DP ...": to be typed where there is no camera.
[[nodiscard]] std::string totp_words(const Bytes& secret);
/// What the QR code says: otpauth://totp/...
[[nodiscard]] std::string totp_address(const Bytes& secret, std::string_view person,
                                       std::string_view school);

}  // namespace handbell::office
