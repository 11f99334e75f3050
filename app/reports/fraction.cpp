#include "app/reports/fraction.h"

#include "app/base/check.h"

#include <fmt/format.h>

namespace handbell::reports {

namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000;

}  // namespace

Fraction Fraction::of(std::int64_t part, std::int64_t whole) {
  check(0 <= part && part <= whole && whole < kMost);
  return {part, whole};
}

std::string Fraction::text() const {
  if (whole_ == 0) return "–";
  const std::int64_t tenths = (part_ * 2000 + whole_) / (whole_ * 2);
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace handbell::reports
