#include "app/base/upn.h"

#include "app/base/text.h"

#include <optional>

namespace handbell {

namespace {

constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr std::size_t kLength = 13;
constexpr int kFirstWeight = 2;

std::optional<int> digit_of(char c) {
  if (c < '0' || c > '9') return std::nullopt;
  return c - '0';
}

std::optional<int> letter_of(char c) {
  const auto at = kLetters.find(c);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<int>(at);
}

}  // namespace

Result<char> Upn::check_letter(std::string_view rest) {
  if (rest.size() != kLength - 1) return fail(FaultCode::bad_upn, std::string(rest));
  int sum = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    auto value = digit_of(rest[i]);
    if (!value && i + 1 == rest.size()) value = letter_of(rest[i]);
    if (!value) return fail(FaultCode::bad_upn, std::string(rest));
    sum += *value * (kFirstWeight + static_cast<int>(i));
  }
  return kLetters[static_cast<std::size_t>(sum) % kLetters.size()];
}

Result<Upn> Upn::parse(std::string_view text) {
  std::string upper = trimmed(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (upper.size() != kLength) return fail(FaultCode::bad_upn, std::string(text));
  const auto letter = check_letter(std::string_view(upper).substr(1));
  if (!letter || *letter != upper.front()) return fail(FaultCode::bad_upn, std::string(text));
  return Upn(std::move(upper));
}

bool Upn::is_temporary() const { return !digit_of(text_.back()); }

}  // namespace handbell
