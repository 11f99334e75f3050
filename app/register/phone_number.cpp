#include "app/register/phone_number.h"

#include "app/base/text.h"

#include <algorithm>
#include <optional>

namespace handbell::reg {

namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kLongestExtension = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether what stands behind "x" or "ext" is an extension.
bool is_extension(std::string_view text) {
  for (const std::string_view word : {"ext.", "ext", "x"}) {
    if (!ascii_lower(text).starts_with(word)) continue;
    const std::string number = trimmed(text.substr(word.size()));
    return !number.empty() && number.size() <= kLongestExtension &&
           std::all_of(number.begin(), number.end(), is_digit);
  }
  return text.empty();
}

std::optional<std::string> digits_of(std::string_view text) {
  std::string dialled;
  for (const char c : text) {
    if (is_digit(c) || (c == '+' && dialled.empty())) {
      dialled += c;
    } else if (std::string_view(" -.()").find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return dialled;
}

}  // namespace

Result<PhoneNumber> PhoneNumber::parse(std::string_view text) {
  const std::string written = trimmed(text);
  const auto end = std::min(written.find_first_of("eExX"), written.size());
  const auto dialled = digits_of(std::string_view(written).substr(0, end));
  const auto count = dialled ? std::count_if(dialled->begin(), dialled->end(), is_digit) : 0;
  const auto size = static_cast<std::size_t>(count);
  const bool can_be_rung = size >= kFewestDigits && size <= kMostDigits;
  if (!can_be_rung || !is_extension(std::string_view(written).substr(end))) {
    return fail(FaultCode::bad_phone, "\"" + written + "\"");
  }
  return PhoneNumber(written, *dialled);
}

bool PhoneNumber::may_lack_its_zero() const {
  return dialled_.size() == 10 && dialled_[0] != '0' && dialled_[0] != '+';
}

}  // namespace handbell::reg
