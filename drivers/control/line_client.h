// The other end of a line socket: says one line, hears one.
#pragma once

#include "app/base/result.h"

#include <string>

namespace handbell::control {

/// Fault: program_failed where nobody listens, or the answer does not come within 2 s.
[[nodiscard]] Result<std::string> say(const std::string& socket_path, const std::string& line);

}  // namespace handbell::control
