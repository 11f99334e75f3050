#include "app/store/secret_code.h"

#include "app/base/hex.h"

#include <sodium.h>

#include <array>

namespace handbell::store {
namespace {

constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(kLetters.size() == 32);
constexpr int kGroup = 4;

}  // namespace

std::string new_code(Random& random, int groups) {
  std::string code;
  for (int at = 0; at < groups * kGroup; ++at) {
    std::array<std::uint8_t, 1> byte{};
    random.fill(byte);
    if (at > 0 && at % kGroup == 0) code += '-';
    code += kLetters[byte[0] % kLetters.size()];
  }
  return code;
}

std::string plain_code(std::string_view typed) {
  std::string plain;
  for (const char each : typed) {
    if (each == ' ' || each == '-') continue;
    const bool small = each >= 'a' && each <= 'z';
    plain += small ? static_cast<char>(each - 'a' + 'A') : each;
  }
  return plain;
}

std::string new_secret(Random& random) {
  std::array<std::uint8_t, 32> bytes{};
  random.fill(bytes);
  return to_hex(bytes);
}

std::string hash_of(std::string_view secret) {
  std::array<std::uint8_t, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), as_bytes(secret).data(), secret.size(), nullptr, 0);
  return to_hex(hash);
}

}  // namespace handbell::store
