#include "drivers/cipher/aes128.h"

#include "app/base/check.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

namespace handbell::cipher {

namespace {

struct CipherEnd {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
struct MacEnd {
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

/// Whole blocks, no padding. `start`: null for a single block without one.
Bytes through_aes(const EVP_CIPHER* kind, const Key128& key, const std::uint8_t* start,
                  std::span<const std::uint8_t> in, bool encrypt) {
  check(in.size() % kBlock == 0);
  const std::unique_ptr<EVP_CIPHER_CTX, CipherEnd> context(EVP_CIPHER_CTX_new());
  check(context != nullptr);
  check(EVP_CipherInit_ex2(context.get(), kind, key.bytes().data(), start, encrypt ? 1 : 0,
                           nullptr) == 1);
  check(EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1);
  Bytes out(in.size() + kBlock);
  int first = 0;
  int last = 0;
  check(EVP_CipherUpdate(context.get(), out.data(), &first, in.data(),
                         static_cast<int>(in.size())) == 1);
  check(EVP_CipherFinal_ex(context.get(), out.data() + first, &last) == 1);
  check(first + last == static_cast<int>(in.size()));
  out.resize(in.size());
  return out;
}

EVP_MAC* cmac_method() {
  static EVP_MAC* const kMethod = EVP_MAC_fetch(nullptr, "CMAC", nullptr);
  check(kMethod != nullptr);
  return kMethod;
}

}  // namespace

Key128::~Key128() { wipe(bytes_); }

void wipe(std::span<std::uint8_t> bytes) { OPENSSL_cleanse(bytes.data(), bytes.size()); }

bool same(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Block encrypted(const Key128& key, const Block& block) {
  const Bytes sealed = through_aes(EVP_aes_128_ecb(), key, nullptr, block, true);
  Block answer{};
  std::copy(sealed.begin(), sealed.end(), answer.begin());
  return answer;
}

Bytes cbc_encrypted(const Key128& key, const Block& start, const Bytes& plain) {
  return through_aes(EVP_aes_128_cbc(), key, start.data(), plain, true);
}

Bytes cbc_decrypted(const Key128& key, const Block& start, const Bytes& sealed) {
  return through_aes(EVP_aes_128_cbc(), key, start.data(), sealed, false);
}

Block cmac(const Key128& key, std::span<const std::uint8_t> bytes) {
  const std::unique_ptr<EVP_MAC_CTX, MacEnd> context(EVP_MAC_CTX_new(cmac_method()));
  check(context != nullptr);
  std::array<char, 12> name{"AES-128-CBC"};
  const std::array<OSSL_PARAM, 2> choice{
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, name.data(), 0),
      OSSL_PARAM_construct_end()};
  check(EVP_MAC_init(context.get(), key.bytes().data(), kBlock, choice.data()) == 1);
  check(EVP_MAC_update(context.get(), bytes.data(), bytes.size()) == 1);
  Block answer{};
  std::size_t length = 0;
  check(EVP_MAC_final(context.get(), answer.data(), &length, answer.size()) == 1);
  check(length == kBlock);
  return answer;
}

Key128 diversified(const Key128& master, const Bytes& input) {
  constexpr std::uint8_t kFor128Bits = 0x01;
  Bytes message{kFor128Bits};
  message.insert(message.end(), input.begin(), input.end());
  // Over one block and up to two the padding of AN10922 is that of CMAC itself.
  check(message.size() > kBlock && message.size() <= 2 * kBlock);
  Block key = cmac(master, message);
  const Key128 answer(key);
  wipe(key);
  return answer;
}

}  // namespace handbell::cipher
