#include "app/store/site_random.h"

#include <sodium.h>

namespace handbell::store {

void SiteRandom::fill(std::span<std::uint8_t> to) { randombytes_buf(to.data(), to.size()); }

}  // namespace handbell::store
