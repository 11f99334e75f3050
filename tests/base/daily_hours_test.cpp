#include "app/base/daily_hours.h"

#include <gtest/gtest.h>

namespace handbell {
namespace {

TimeOfDay at(const char* text) { return *TimeOfDay::parse(text); }

TEST(DailyHours, begin_with_their_first_minute_and_end_before_the_last) {
  const auto quiet = *DailyHours::parse("09:30-15:00");
  EXPECT_FALSE(quiet.contains(at("09:29:59.999")));
  EXPECT_TRUE(quiet.contains(at("09:30")));
  EXPECT_TRUE(quiet.contains(at("14:59:59.999")));
  EXPECT_FALSE(quiet.contains(at("15:00")));
}

TEST(DailyHours, may_go_over_midnight) {
  const auto night = *DailyHours::parse("18:30-06:30");
  EXPECT_TRUE(night.contains(at("23:59")));
  EXPECT_TRUE(night.contains(at("00:00")));
  EXPECT_FALSE(night.contains(at("06:30")));
  EXPECT_FALSE(night.contains(at("12:00")));
  EXPECT_EQ(night.text(), "18:30-06:30");
}

TEST(DailyHours, are_never_where_nothing_is_written) {
  EXPECT_FALSE(DailyHours().contains(at("00:00")));
  EXPECT_EQ(*DailyHours::parse(""), DailyHours());
}

TEST(DailyHours, refuse_what_is_no_span) {
  for (const char* wrong : {"18:30", "18:30-", "25:00-06:00", "07:00-07:00", "-", "18:30–06:30"}) {
    EXPECT_EQ(DailyHours::parse(wrong).error().code, FaultCode::bad_time) << wrong;
  }
}

}  // namespace
}  // namespace handbell
