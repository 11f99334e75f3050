#include "app/register/staff_pin.h"

#include <algorithm>

namespace handbell::reg {

namespace {

/// 1111, 1234 and 9876: each digit differs from the one before it by the same 0, 1 or -1.
bool is_run(std::string_view digits) {
  const int step = digits[1] - digits[0];
  if (step < -1 || step > 1) return false;
  for (std::size_t i = 2; i < digits.size(); ++i) {
    if (digits[i] - digits[i - 1] != step) return false;
  }
  return true;
}

}  // namespace

Status fit_pin(std::string_view digits) {
  const bool four = digits.size() == 4 &&
                    std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (!four || is_run(digits)) return fail(FaultCode::pin_unfit, "");
  return {};
}

}  // namespace handbell::reg
