#include "app/journal/digest.h"

#include "app/base/check.h"

#include <sodium.h>

namespace handbell::journal {

Digest blake2b(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> key) {
  Digest digest{};
  const int done = crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(),
                                      key.empty() ? nullptr : key.data(), key.size());
  check(done == 0);
  return digest;
}

}  // namespace handbell::journal
