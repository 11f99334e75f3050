#include "app/base/time_of_day.h"

#include "app/base/check.h"
#include "app/base/text.h"

#include <fmt/format.h>

namespace handbell {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

bool digits(std::string_view text, std::size_t count) {
  return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Result<TimeOfDay> TimeOfDay::parse(std::string_view text) {
  const auto refused = [&] { return fail(FaultCode::bad_time, std::string(text)); };
  const auto parts = split(trimmed(text), ':');
  if (parts.size() < 2 || parts.size() > 3) return refused();
  if (!digits(parts[0], 2) || !digits(parts[1], 2)) return refused();
  std::string second = "00";
  std::string milli = "000";
  if (parts.size() == 3) {
    const auto fraction = split(parts[2], '.');
    second = fraction[0];
    if (fraction.size() == 2) milli = fraction[1];
    if (fraction.size() > 2 || !digits(second, 2) || !digits(milli, 3)) return refused();
  }
  const int h = std::stoi(parts[0]);
  const int m = std::stoi(parts[1]);
  const int s = std::stoi(second);
  if (h > 23 || m > 59 || s > 59) return refused();
  return TimeOfDay((((h * 60) + m) * 60 + s) * 1000 + std::stoi(milli));
}

TimeOfDay TimeOfDay::from_ms(std::int64_t ms) {
  check(ms >= 0 && ms < kDayMs);
  return TimeOfDay(static_cast<std::int32_t>(ms));
}

std::string TimeOfDay::hh_mm() const {
  return fmt::format("{:02}:{:02}", minute() / 60, minute() % 60);
}
std::string TimeOfDay::shown() const {
  return fmt::format("{}:{:02}", minute() / 60, minute() % 60);
}
std::string TimeOfDay::hh_mm_ss() const {
  return fmt::format("{}:{:02}", hh_mm(), ms_ / 1000 % 60);
}

}  // namespace handbell
