#include "app/office/access/password.h"

#include "app/base/text.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

constexpr std::size_t kShortestPassword = 12;
constexpr std::size_t kLongestPassword = 128;
constexpr std::size_t kPinFigures = 6;
constexpr std::size_t kShortestName = 4;  // "Li" stands in too many words
constexpr unsigned long long kArgonPasses = 2;
constexpr std::size_t kArgonMemory = 64ULL * 1024 * 1024;

/// What is left of the usual ones where they are long enough.
constexpr std::array<std::string_view, 18> kUsual{
    "password", "passw0rd", "qwertyuiop", "1234567890",  "letmein",   "iloveyou",
    "welcome1", "admin123", "abcdefghij", "changeme",    "handbell",  "football",
    "princess", "sunshine", "1q2w3e4r",   "attendance1", "liverpool", "teacher1"};

bool is_all_alike(std::string_view text) {
  return std::ranges::all_of(text, [&](char each) { return each == text.front(); });
}

bool is_in_a_row(std::string_view figures, int step) {
  for (std::size_t at = 1; at < figures.size(); ++at) {
    if (figures[at] - figures[at - 1] != step) return false;
  }
  return true;
}

bool holds_name(const std::string& password, const std::string& name) {
  for (const auto& word : split(folded(name), ' ')) {
    if (code_points(word) >= kShortestName && word != "school" &&
        password.find(word) != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string as_typed_anywhere(std::string_view password) {
  return composed(password).value_or(std::string(password));
}

std::string why_no_password(const std::string& password, const std::vector<std::string>& about) {
  if (!is_utf8(password)) return "Use letters, figures and signs of a keyboard.";
  const auto length = code_points(password);
  if (length < kShortestPassword)
    return "Use at least 12 characters: three or four words are good.";
  if (length > kLongestPassword) return "Use at most 128 characters.";
  const std::string plain = folded(password);
  if (std::ranges::any_of(about, [&](const auto& name) { return holds_name(plain, name); })) {
    return "Leave your name and the school's out of it.";
  }
  const bool usual = std::ranges::any_of(
      kUsual, [&](std::string_view each) { return plain.find(each) != std::string::npos; });
  if (usual || is_all_alike(plain)) return "That is one of those that everybody tries first.";
  return "";
}

std::string why_no_pin(const std::string& pin) {
  const bool figures = pin.size() == kPinFigures && std::ranges::all_of(pin, [](char each) {
                         return each >= '0' && each <= '9';
                       });
  if (!figures) return "Use six figures.";
  if (is_all_alike(pin) || is_in_a_row(pin, 1) || is_in_a_row(pin, -1)) {
    return "Use figures that are not all alike and not in a row.";
  }
  return "";
}

std::string hash_password(const std::string& secret) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int done = crypto_pwhash_str_alg(hash.data(), secret.data(), secret.size(), kArgonPasses,
                                         kArgonMemory, crypto_pwhash_ALG_ARGON2ID13);
  return done == 0 ? std::string(hash.data()) : "";
}

bool password_matches(const std::string& hash, const std::string& secret) {
  // Made anew: there is no constant whose password somebody knows.
  if (hash.empty()) {
    (void)hash_password(secret);
    return false;
  }
  return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

}  // namespace handbell::office
