// Every minute of nine years, to the school's wall clock and back, against a second way to find it:
// the rule of the law (last Sundays of March and October, 01:00 UTC) and no table of time zones.
#include "app/base/school_time.h"

#include <gtest/gtest.h>

#include <chrono>

namespace handbell {
namespace {

constexpr int kFirstYear = 2024;
constexpr int kLastYear = 2032;
constexpr std::int64_t kHour = 60;
constexpr std::int64_t kDay = 24 * kHour;

/// Minutes since 1970 at 01:00 UTC of the last Sunday of that month.
std::int64_t change_in(int year, std::chrono::month month) {
  const auto last = std::chrono::year{year} / month / std::chrono::Sunday[std::chrono::last];
  return std::chrono::sys_days{last}.time_since_epoch().count() * kDay + kHour;
}

std::int64_t first_minute_of(int year) {
  const auto first = std::chrono::year{year} / std::chrono::January / 1;
  return std::chrono::sys_days{first}.time_since_epoch().count() * kDay;
}

Instant at_minute(std::int64_t minute) { return Instant{minute * 60'000}; }

LocalMoment wall_clock(std::int64_t local_minute, int ahead) {
  return {*SchoolDay::from_number(local_minute / kDay),
          TimeOfDay::from_ms(local_minute % kDay * 60'000), ahead};
}

/// One calendar year by the naive rule.
struct Year {
  explicit Year(int year)
      : first(first_minute_of(year)),
        spring(change_in(year, std::chrono::March)),
        autumn(change_in(year, std::chrono::October)),
        end(first_minute_of(year + 1)) {}

  [[nodiscard]] int ahead(std::int64_t utc) const { return spring <= utc && utc < autumn ? 60 : 0; }
  /// The hour after the change in October, whose wall times were there an hour before.
  [[nodiscard]] bool comes_twice(std::int64_t utc) const {
    return autumn <= utc && utc < autumn + kHour;
  }

  std::int64_t first;
  std::int64_t spring;
  std::int64_t autumn;
  std::int64_t end;
};

TEST(SchoolTime, every_minute_of_2024_to_2032_is_what_the_wall_clock_shows_and_reads_back_D16) {
  std::int64_t wrong = 0;
  std::int64_t twice = 0;
  std::int64_t minutes_read = 0;
  for (int number = kFirstYear; number <= kLastYear; ++number) {
    const Year year(number);
    for (std::int64_t utc = year.first; utc < year.end; ++utc) {
      const auto shown = wall_clock(utc + year.ahead(utc), year.ahead(utc));
      const auto local = to_local(at_minute(utc));
      const std::int64_t first_of_two = utc - (year.comes_twice(utc) ? kHour : 0);
      const bool right =
          local && *local == shown && from_local(shown.day, shown.time) == at_minute(first_of_two);
      if (!right && wrong++ == 0) ADD_FAILURE() << with_offset(at_minute(utc));
      if (year.comes_twice(utc)) ++twice;
      ++minutes_read;
    }
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(twice, (kLastYear - kFirstYear + 1) * kHour);
  EXPECT_EQ(minutes_read, first_minute_of(kLastYear + 1) - first_minute_of(kFirstYear));
}

TEST(SchoolTime, the_hour_that_is_skipped_counts_from_before_the_change_D16) {
  for (int number = kFirstYear; number <= kLastYear; ++number) {
    const Year year(number);
    for (std::int64_t skipped = year.spring; skipped < year.spring + kHour; ++skipped) {
      const auto written = wall_clock(skipped, 0);  // 01:00 to 01:59, which no clock shows
      const Instant at = from_local(written.day, written.time);
      EXPECT_EQ(at, at_minute(skipped)) << written.day.text() << " " << written.time.hh_mm();
      EXPECT_EQ(*to_local(at), wall_clock(skipped + kHour, 60)) << "shown as an hour later";
    }
  }
}

TEST(SchoolTime, the_last_millisecond_before_a_change_is_still_the_old_time_D16) {
  for (int number = kFirstYear; number <= kLastYear; ++number) {
    const Year year(number);
    const auto offset = [](Instant at) { return to_local(at)->offset_minutes; };
    EXPECT_EQ(offset(Instant{at_minute(year.spring).ms - 1}), 0);
    EXPECT_EQ(offset(at_minute(year.spring)), 60);
    EXPECT_EQ(offset(Instant{at_minute(year.autumn).ms - 1}), 60);
    EXPECT_EQ(offset(at_minute(year.autumn)), 0);
  }
}

}  // namespace
}  // namespace handbell
