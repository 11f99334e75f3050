// The addresses at which head and champion word the letters and give the school's logo. Every
// change is an entry of the register.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes wording_routes();

/// How large the body of a request to this path may be; 0: nothing of ours.
[[nodiscard]] std::uint64_t largest_logo_body(const std::string& path);

}  // namespace handbell::office
