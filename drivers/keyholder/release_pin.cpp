#include "drivers/keyholder/release_pin.h"

#include <sodium.h>

#include <algorithm>

namespace handbell::keys {

namespace {

constexpr std::size_t kSalt = crypto_pwhash_SALTBYTES;
constexpr std::size_t kHash = 32;
static_assert(kSalt + kHash == std::tuple_size_v<PinVerifier>);
constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 64ULL * 1024 * 1024;
constexpr std::string_view kPurpose = "handbell release pin 1";

using Hash = std::array<std::uint8_t, kHash>;

/// Fields stand behind their lengths.
Hash keyed(const SiteKey& site, const CardNumber& card, std::string_view digits) {
  const auto& key = site.release.bytes();
  crypto_generichash_state state{};
  crypto_generichash_init(&state, key.data(), key.size(), kHash);
  for (const auto field :
       {as_bytes(kPurpose), std::span<const std::uint8_t>(card.bytes()), as_bytes(digits)}) {
    const auto length = static_cast<std::uint8_t>(field.size());
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, field.data(), field.size());
  }
  Hash answer{};
  crypto_generichash_final(&state, answer.data(), answer.size());
  sodium_memzero(&state, sizeof state);
  return answer;
}

std::optional<Hash> hardened(Hash secret, std::span<const std::uint8_t> salt) {
  Hash answer{};
  std::array<char, kHash> password{};
  std::copy(secret.begin(), secret.end(), password.begin());
  const int done = crypto_pwhash(answer.data(), answer.size(), password.data(), password.size(),
                                 salt.data(), kPasses, kMemory, crypto_pwhash_ALG_ARGON2ID13);
  sodium_memzero(password.data(), password.size());
  sodium_memzero(secret.data(), secret.size());
  if (done != 0) return std::nullopt;
  return answer;
}

}  // namespace

bool is_release_pin(std::string_view digits) {
  return digits.size() >= kReleasePinLeast && digits.size() <= kReleasePinMost &&
         std::ranges::all_of(digits, [](char each) { return each >= '0' && each <= '9'; });
}

std::optional<PinVerifier> pin_verifier(const SiteKey& site, const CardNumber& card,
                                        std::string_view digits, Random& random) {
  PinVerifier answer{};
  const std::span<std::uint8_t> salt = std::span(answer).first(kSalt);
  random.fill(salt);
  const auto hash = hardened(keyed(site, card, digits), salt);
  if (!hash) return std::nullopt;
  std::ranges::copy(*hash, answer.begin() + kSalt);
  return answer;
}

std::optional<bool> pin_matches(const SiteKey& site, const CardNumber& card,
                                std::string_view digits, const PinVerifier& verifier) {
  const std::span<const std::uint8_t> whole(verifier);
  const auto hash = hardened(keyed(site, card, digits), whole.first(kSalt));
  if (!hash) return std::nullopt;
  return sodium_memcmp(hash->data(), whole.subspan(kSalt).data(), kHash) == 0;
}

}  // namespace handbell::keys
