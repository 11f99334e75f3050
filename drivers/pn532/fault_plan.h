// A fault that waits for its command.
#pragma once

#include "drivers/pn532/fault_kind.h"

#include <string_view>

namespace handbell::pn532 {

struct FaultPlan {
  FaultKind kind = FaultKind::none;
  std::uint64_t at = 0;  ///< the n-th command from now, 1 to 1,000,000; 0: now, and from now on
};

/// "nack", "nack at 3", "none". None: no such fault, or no such number.
[[nodiscard]] std::optional<FaultPlan> parse_fault_plan(std::string_view words);

}  // namespace handbell::pn532
