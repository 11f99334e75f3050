// What each loop of the reader's child needs from the outside.
#pragma once

#include "drivers/card/reader_line.h"

#include <functional>
#include <optional>
#include <string>

namespace handbell::card {

struct LoopHands {
  std::function<Steady()> now;
  std::function<void(Millis)> sleep;
  /// False ends the loop: nobody listens any more.
  std::function<bool(const ReaderLine&)> tell;
  /// The next whole line from the parent, without waiting. Empty where nobody can ask.
  std::function<std::optional<std::string>()> asked = {};
};

}  // namespace handbell::card
