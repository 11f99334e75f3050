// Inputs that are nearly right: bits turned, bytes put in, taken out, doubled, ends cut.
//
// The same seed makes the same inputs, so what breaks a parser breaks it again.
#pragma once

#include "app/base/hex.h"

#include "counted_random.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

namespace handbell::fuzz {

inline int rounds() {
  const char* wanted = std::getenv("HANDBELL_FUZZ");
  return wanted != nullptr ? std::atoi(wanted) : 20'000;
}

class Mutations {
 public:
  explicit Mutations(std::vector<Bytes> seeds) : seeds_(std::move(seeds)) {}
  explicit Mutations(const std::vector<std::string>& seeds) {
    for (const auto& seed : seeds) seeds_.emplace_back(seed.begin(), seed.end());
  }

  Bytes next() {
    Bytes bytes = seeds_[below(seeds_.size())];
    for (std::size_t i = 0; i <= below(4); ++i) change(bytes);
    return bytes;
  }
  /// These bytes, nearly.
  Bytes changed(Bytes bytes) {
    for (std::size_t i = 0; i <= below(4); ++i) change(bytes);
    return bytes;
  }
  std::string next_text() {
    const Bytes bytes = next();
    return {bytes.begin(), bytes.end()};
  }

 private:
  std::size_t below(std::size_t count) {
    std::array<std::uint8_t, 4> dice{};
    random_.fill(dice);
    std::uint32_t value = 0;
    for (const std::uint8_t die : dice) value = value << 8U | die;
    return count == 0 ? 0 : value % count;
  }
  void change(Bytes& bytes) {
    const auto at = [&] {
      return bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size()));
    };
    if (bytes.empty()) return bytes.push_back(static_cast<std::uint8_t>(below(256)));
    switch (below(6)) {
      case 0:
        *at() ^= static_cast<std::uint8_t>(1U << below(8));
        break;
      case 1:
        *at() = std::array<std::uint8_t, 6>{0, 0xFF, 0x80, '"', '\n', ','}.at(below(6));
        break;
      case 2:
        bytes.insert(at(), static_cast<std::uint8_t>(below(256)));
        break;
      case 3:
        bytes.erase(at());
        break;
      case 4:
        bytes.resize(below(bytes.size()) + 1);
        break;
      default: {
        const auto from = at();
        const Bytes piece(from, std::min(from + 16, bytes.end()));
        bytes.insert(at(), piece.begin(), piece.end());
      }
    }
  }

  CountedRandom random_{2026};
  std::vector<Bytes> seeds_;
};

}  // namespace handbell::fuzz
