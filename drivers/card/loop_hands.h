// What each loop of the reader's child needs from the outside.
#pragma once

#include "drivers/card/reader_line.h"

#include <functional>

namespace handbell::card {

struct LoopHands {
  std::function<Steady()> now;
  std::function<void(Millis)> sleep;
  /// False ends the loop: nobody listens any more.
  std::function<bool(const ReaderLine&)> tell;
};

}  // namespace handbell::card
