// Where random bytes come from: the kernel in a program, a seed in a test.
#pragma once

#include <cstdint>
#include <span>

namespace handbell {

class Random {
 public:
  Random() = default;
  Random(const Random&) = delete;
  Random& operator=(const Random&) = delete;
  virtual ~Random() = default;

  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace handbell
