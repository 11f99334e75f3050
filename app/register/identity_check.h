// How the identity of an adult who collects a child was checked (D49).
#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <string_view>

namespace handbell::reg {

enum class IdentityCheck : std::uint8_t {
  known_to_staff = 1,
  photo_id = 2,
  password_of_the_day = 3
};
[[nodiscard]] std::string_view text_of(IdentityCheck check);
/// "known_to_staff", "photo_id", "password_of_the_day". Fault: bad_choice.
[[nodiscard]] Result<IdentityCheck> parse_identity_check(std::string_view text);

}  // namespace handbell::reg
