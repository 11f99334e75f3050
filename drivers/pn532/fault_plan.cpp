#include "drivers/pn532/fault_plan.h"

#include <charconv>

namespace handbell::pn532 {

std::optional<FaultPlan> parse_fault_plan(std::string_view words) {
  constexpr std::string_view kAt = " at ";
  constexpr std::uint64_t kMost = 1'000'000;
  const auto at = words.find(kAt);
  const auto kind = fault_named(words.substr(0, at));
  if (!kind) return std::nullopt;
  if (at == std::string_view::npos) return FaultPlan{*kind, 0};
  const std::string_view number = words.substr(at + kAt.size());
  FaultPlan plan{*kind, 0};
  const auto read = std::from_chars(number.data(), number.data() + number.size(), plan.at);
  const bool whole = read.ec == std::errc() && read.ptr == number.data() + number.size();
  if (!whole || plan.at == 0 || plan.at > kMost) return std::nullopt;
  return plan;
}

}  // namespace handbell::pn532
