// The machine's own randomness (libsodium).
#pragma once

#include "app/base/random.h"

namespace handbell::store {

class SiteRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> to) override;
};

}  // namespace handbell::store
