#include "app/store/mark_places.h"

#include <sodium.h>

#include <cstring>

namespace handbell::store {

void MarkPlaces::add(std::int64_t day, std::int64_t half, std::int64_t pupil, std::uint64_t entry) {
  static_assert(std::tuple_size_v<PlaceKey> == crypto_shorthash_KEYBYTES);
  const std::array<std::uint64_t, 4> place{static_cast<std::uint64_t>(day),
                                           static_cast<std::uint64_t>(half),
                                           static_cast<std::uint64_t>(pupil), entry};
  std::array<std::uint8_t, sizeof place> bytes{};
  std::memcpy(bytes.data(), place.data(), sizeof place);
  std::array<std::uint8_t, crypto_shorthash_BYTES> hash{};
  (void)crypto_shorthash(hash.data(), bytes.data(), bytes.size(), key_.data());
  std::uint64_t part = 0;
  std::memcpy(&part, hash.data(), sizeof part);
  sum_ += part;
  ++count_;
}

}  // namespace handbell::store
