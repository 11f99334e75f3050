// Randomness that is the same each time, for tests.
#pragma once

#include "app/base/random.h"

#include <random>

namespace handbell {

class CountedRandom final : public Random {
 public:
  explicit CountedRandom(std::uint64_t seed = 1) : chance_(seed) {}
  void fill(std::span<std::uint8_t> to) override {
    for (auto& byte : to) byte = static_cast<std::uint8_t>(chance_() & 0xFFU);
  }

 private:
  std::mt19937_64 chance_;
};

}  // namespace handbell
