#include "app/reports/national_figure.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reports {

namespace {

constexpr int kLeastNational = 500;
constexpr int kMostNational = 1000;

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Thousandths of "94", "94.7" or "94,7"; nothing of anything else.
std::optional<int> thousandths(std::string_view text) {
  const auto point = text.find_first_of(".,");
  const auto whole = text.substr(0, point);
  const auto tenth =
      point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
  if (!all_digits(whole) || whole.size() > 3 || !all_digits(tenth) || tenth.size() != 1) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : std::string(whole) + std::string(tenth)) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::string NationalFigure::text() const {
  return fmt::format("{}.{} %", per_mille / 10, per_mille % 10);
}

Result<int> parse_national(std::string_view text) {
  std::string typed = trimmed(text);
  if (typed.ends_with('%')) typed = trimmed(typed.substr(0, typed.size() - 1));
  const auto value = thousandths(typed);
  if (!value || *value < kLeastNational || *value > kMostNational) {
    return fail(FaultCode::national_figure, std::string(text));
  }
  return *value;
}

std::optional<NationalFigure> national_on(const std::vector<reg::Setting>& settings,
                                          SchoolDay day) {
  const auto* entry = reg::setting_entry_on(settings, reg::kNationalFigure, day);
  if (entry == nullptr) return std::nullopt;
  const auto value = parse_national(entry->value);
  if (!value) return std::nullopt;
  return NationalFigure{*value, entry->reason, entry->from};
}

std::string compared(const Fraction& school, const NationalFigure& national) {
  const auto source = fmt::format("{} ({})", national.text(), national.source);
  if (school.whole() == 0) return "The national figure is " + source + ".";
  const std::int64_t ours = school.part() * 1000;
  const std::int64_t theirs = school.whole() * national.per_mille;
  const char* stands = ours < theirs ? "below" : ours > theirs ? "above" : "equal to";
  return fmt::format("The school's {} % is {} the national {}.", school.text(), stands, source);
}

}  // namespace handbell::reports
