#include "app/journal/seal.h"

#include <algorithm>

namespace handbell::journal {

Bytes with_seal(Writer& writer, const KioskKey& key) {
  writer.raw(blake2b(writer.done(), key));
  return writer.done();
}

std::optional<std::span<const std::uint8_t>> opened(std::span<const std::uint8_t> bytes,
                                                    std::string_view tag, const KioskKey& key) {
  if (bytes.size() < tag.size() + sizeof(Digest)) return std::nullopt;
  const auto body = bytes.first(bytes.size() - sizeof(Digest));
  const auto seal = bytes.last(sizeof(Digest));
  const Digest right = blake2b(body, key);
  // Invariant: every byte is compared, so that the time taken tells nothing about the key.
  unsigned difference = 0;
  for (std::size_t i = 0; i < right.size(); ++i) difference |= unsigned{right[i]} ^ seal[i];
  const bool named = std::equal(tag.begin(), tag.end(), body.begin(),
                                [](char a, std::uint8_t b) { return a == static_cast<char>(b); });
  if (difference != 0 || !named) return std::nullopt;
  return body.subspan(tag.size());
}

}  // namespace handbell::journal
