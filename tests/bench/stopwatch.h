// Milliseconds since it was made.
#pragma once

#include <chrono>

namespace handbell::bench {

class Stopwatch {
 public:
  [[nodiscard]] double ms() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - from_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point from_ = Clock::now();
};

}  // namespace handbell::bench
