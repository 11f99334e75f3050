#include "app/journal/enrolment.h"

#include <sodium.h>

#include <algorithm>

namespace handbell::journal {

namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCharacters = 16;
constexpr std::size_t kGroup = 4;
constexpr unsigned kBitsEach = 5;

constexpr std::size_t kLongestAuthority = 64 * 1024;

constexpr std::string_view kRequestTag = "HBEN1";
constexpr std::string_view kEnrolAnswerTag = "HBEA1";

using Nonce = std::array<std::uint8_t, crypto_secretbox_NONCEBYTES>;
static_assert(crypto_secretbox_KEYBYTES == sizeof(KioskKey));

/// The letter that was meant.
char meant(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  if (typed == 'I' || typed == 'L') return '1';
  return typed;
}

Bytes boxed(std::span<const std::uint8_t> plain, const Nonce& nonce, const KioskKey& key) {
  Bytes box(plain.size() + crypto_secretbox_MACBYTES);
  crypto_secretbox_easy(box.data(), plain.data(), plain.size(), nonce.data(), key.data());
  return box;
}

std::optional<Bytes> unboxed(std::span<const std::uint8_t> box, const Nonce& nonce,
                             const KioskKey& key) {
  if (box.size() < crypto_secretbox_MACBYTES) return std::nullopt;
  Bytes plain(box.size() - crypto_secretbox_MACBYTES);
  const int opened =
      crypto_secretbox_open_easy(plain.data(), box.data(), box.size(), nonce.data(), key.data());
  if (opened != 0) return std::nullopt;
  return plain;
}

/// Of one answer alone, so that its nonce may be empty.
KioskKey answer_key(const EnrolRequest& request) {
  Writer w;
  w.raw(as_bytes(kEnrolAnswerTag)).raw(request.nonce);
  return blake2b(w.done(), request.key);
}

bool begins_with(std::span<const std::uint8_t> bytes, std::string_view tag) {
  return bytes.size() >= tag.size() && std::ranges::equal(bytes.first(tag.size()), as_bytes(tag));
}

KioskKey key_from(Reader& reader) {
  KioskKey key{};
  const auto bytes = reader.raw(key.size());
  if (reader.ok()) std::ranges::copy(bytes, key.begin());
  return key;
}

}  // namespace

EnrolCode EnrolCode::made(Random& random) {
  EnrolCode code;
  random.fill(code.bytes_);
  return code;
}

Result<EnrolCode> EnrolCode::parse(std::string_view text) {
  EnrolCode code;
  std::size_t count = 0;
  for (const char typed : text) {
    if (typed == '-' || typed == ' ') continue;
    const auto value = kLetters.find(meant(typed));
    if (value == std::string_view::npos || count == kCharacters) {
      return fail(FaultCode::enrol_code_wrong, std::string(text));
    }
    for (unsigned bit = 0; bit < kBitsEach; ++bit) {
      if ((value >> (kBitsEach - 1 - bit) & 1U) == 0) continue;
      const std::size_t at = count * kBitsEach + bit;
      code.bytes_.at(at / 8) |= static_cast<std::uint8_t>(0x80U >> (at % 8));
    }
    ++count;
  }
  if (count != kCharacters) return fail(FaultCode::enrol_code_wrong, std::string(text));
  return code;
}

std::string EnrolCode::text() const {
  std::string text;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    if (i != 0 && i % kGroup == 0) text += '-';
    std::size_t value = 0;
    for (std::size_t at = i * kBitsEach; at < (i + 1) * kBitsEach; ++at) {
      value = value << 1U | (unsigned{bytes_.at(at / 8)} >> (7 - at % 8) & 1U);
    }
    text += kLetters[value];
  }
  return text;
}

KioskKey EnrolCode::key() const {
  Writer w;
  w.raw(as_bytes("handbell enrol 1")).raw(bytes_);
  return blake2b(w.done());
}

EnrolRequest EnrolRequest::made(Random& random) {
  EnrolRequest request;
  random.fill(request.nonce);
  random.fill(request.key);
  return request;
}

Bytes encode(const EnrolRequest& request, const KioskKey& code_key) {
  Writer w;
  w.raw(as_bytes(kRequestTag)).raw(request.nonce);
  w.raw(boxed(request.key, request.nonce, code_key));
  return w.done();
}

Result<EnrolRequest> decode_enrol_request(std::span<const std::uint8_t> bytes,
                                          const KioskKey& code_key) {
  EnrolRequest request;
  const std::size_t head = kRequestTag.size() + request.nonce.size();
  if (!begins_with(bytes, kRequestTag) || bytes.size() < head) {
    return fail(FaultCode::message_garbled, "it does not begin as one");
  }
  std::ranges::copy(bytes.subspan(kRequestTag.size(), request.nonce.size()), request.nonce.begin());
  const auto plain = unboxed(bytes.subspan(head), request.nonce, code_key);
  if (!plain) return fail(FaultCode::message_garbled, "its box does not open");
  Reader r(*plain);
  request.key = key_from(r);
  if (!r.at_end()) return fail(FaultCode::message_garbled, "it does not read to its end");
  return request;
}

Bytes encode(const EnrolAnswer& answer, const EnrolRequest& to) {
  Writer plain;
  plain.u32(answer.number).raw(answer.card_key);
  if (!answer.authority.empty()) plain.text(answer.authority);
  Writer w;
  w.raw(as_bytes(kEnrolAnswerTag)).raw(boxed(plain.done(), Nonce{}, answer_key(to)));
  return w.done();
}

Result<EnrolAnswer> decode_enrol_answer(std::span<const std::uint8_t> bytes,
                                        const EnrolRequest& to) {
  if (!begins_with(bytes, kEnrolAnswerTag)) {
    return fail(FaultCode::message_garbled, "it does not begin as one");
  }
  const auto plain = unboxed(bytes.subspan(kEnrolAnswerTag.size()), Nonce{}, answer_key(to));
  if (!plain) return fail(FaultCode::message_garbled, "its box does not open");
  Reader r(*plain);
  EnrolAnswer answer;
  answer.number = r.u32();
  answer.card_key = key_from(r);
  if (r.ok() && !r.at_end()) answer.authority = r.text(kLongestAuthority);
  if (!r.at_end()) return fail(FaultCode::message_garbled, "it does not read to its end");
  return answer;
}

}  // namespace handbell::journal
