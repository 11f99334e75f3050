#include "app/register/release_key.h"

#include <algorithm>

namespace handbell::reg {

namespace {

/// 123456 and 987654; 890123 goes on after 9.
bool runs(std::string_view digits, int step) {
  for (std::size_t i = 1; i < digits.size(); ++i) {
    if ((digits[i] - digits[i - 1] - step + 10) % 10 != 0) return false;
  }
  return true;
}

/// 111111, 121212 and 123123, also where the last round is cut off.
bool repeats(std::string_view digits, std::size_t every) {
  for (std::size_t i = every; i < digits.size(); ++i) {
    if (digits[i] != digits[i - every]) return false;
  }
  return true;
}

}  // namespace

Status fit_release_pin(std::string_view digits) {
  const bool length = digits.size() >= kReleasePinLeast && digits.size() <= kReleasePinMost;
  const bool all = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  const bool easy = runs(digits, 1) || runs(digits, -1) || repeats(digits, 1) ||
                    repeats(digits, 2) || repeats(digits, 3);
  if (!length || !all || easy) return fail(FaultCode::release_pin_unfit, "");
  return {};
}

}  // namespace handbell::reg
