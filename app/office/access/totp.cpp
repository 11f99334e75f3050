#include "app/office/access/totp.h"

#include "app/net/message.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace handbell::office {
namespace {

constexpr std::int64_t kStepMs = 30'000;
constexpr unsigned kCodeFigures = 6;
constexpr std::size_t kSecretBytes = 20;

std::string base32(const Bytes& secret) {
  char* text = nullptr;
  std::size_t length = 0;
  const auto* bytes = reinterpret_cast<const char*>(secret.data());
  if (oath_base32_encode(bytes, secret.size(), &text, &length) != OATH_OK) return "";
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  std::string out(text, length);
  while (!out.empty() && out.back() == '=') out.pop_back();
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char each : text) {
    if (each != ' ') out += each;
  }
  return out;
}

/// As addresses want it: a blank is %20 there, never +.
std::string labelled(std::string_view text) {
  std::string out;
  for (const char each : net::encoded(text))
    out += each == '+' ? std::string("%20") : std::string(1, each);
  return out;
}

}  // namespace

Bytes new_totp_secret(Random& random) {
  Bytes secret(kSecretBytes);
  random.fill(secret);
  return secret;
}

std::string totp_code(const Bytes& secret, std::int64_t step) {
  std::array<char, kCodeFigures + 1> code{};
  const auto* bytes = reinterpret_cast<const char*>(secret.data());
  const int done =
      oath_hotp_generate(bytes, secret.size(), static_cast<std::uint64_t>(step), kCodeFigures,
                         false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  return done == OATH_OK ? std::string(code.data()) : "";
}

std::int64_t totp_step(Instant now) { return now.ms / kStepMs; }

std::optional<std::int64_t> totp_step_of(const Bytes& secret, std::string_view code, Instant now,
                                         std::int64_t last) {
  const std::string typed = without_blanks(code);
  if (secret.empty() || typed.size() != kCodeFigures) return std::nullopt;
  const auto middle = totp_step(now);
  for (const auto step : {middle, middle - 1, middle + 1}) {
    const std::string right = totp_code(secret, step);
    const bool same = right.size() == kCodeFigures &&
                      sodium_memcmp(right.data(), typed.data(), kCodeFigures) == 0;
    if (same && step > last) return step;
  }
  return std::nullopt;
}

std::string totp_words(const Bytes& secret) {
  constexpr std::size_t kGroup = 4;
  std::string words;
  const std::string plain = base32(secret);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (at > 0 && at % kGroup == 0) words += ' ';
    words += plain[at];
  }
  return words;
}

std::string totp_address(const Bytes& secret, std::string_view person, std::string_view school) {
  const std::string issuer = labelled("Handbell " + std::string(school));
  return "otpauth://totp/" + issuer + ":" + labelled(person) + "?secret=" + base32(secret) +
         "&issuer=" + issuer;
}

}  // namespace handbell::office
