// Dice that fall the same way again: one seed, one invented school.
//
// The numbers are our own (SplitMix64), so that every compiler and every machine invents the very
// same children; the standard's distributions may differ from one library to the next.
#pragma once

#include "app/base/check.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace handbell::invent {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  /// 0 to `count` - 1. Invariant: `count` is not 0.
  std::size_t below(std::size_t count) {
    check(count > 0);
    return static_cast<std::size_t>(next() % count);
  }
  /// `low` to `high`, both included.
  int between(int low, int high) {
    check(low <= high);
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
  }
  bool percent(int of_a_hundred) { return between(0, 99) < of_a_hundred; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace handbell::invent
