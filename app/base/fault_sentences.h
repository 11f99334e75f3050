// The one table of every fault's sentence; see fault.h.
#pragma once

#include "app/base/fault.h"

#include <span>
#include <string_view>

namespace handbell {

struct FaultSentence {
  FaultCode code;
  std::string_view name;
  std::string_view text;  ///< "{}" is where the fault's `where` goes
};

[[nodiscard]] std::span<const FaultSentence> fault_sentences();

}  // namespace handbell
