#include "app/register/census_period.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace handbell::reg {
namespace {

TEST(CensusPeriod, Easter_is_on_the_Sundays_of_the_church_calendar) {
  for (const char* sunday : {"2018-04-01", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                             "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
    const int year = std::stoi(std::string(sunday).substr(0, 4));
    if (year > 2199) continue;
    EXPECT_EQ(easter_sunday(year)->text(), sunday);
  }
}

TEST(CensusPeriod, the_spring_bank_holiday_is_the_last_Monday_of_May) {
  EXPECT_EQ(spring_bank_holiday(2026)->text(), "2026-05-25");
  EXPECT_EQ(spring_bank_holiday(2027)->text(), "2027-05-31");
}

TEST(CensusPeriod, a_year_is_four_spans_from_August_to_July_F9) {
  const auto periods = census_periods(2025);
  ASSERT_TRUE(periods);
  ASSERT_EQ(periods->size(), 4U);
  EXPECT_EQ((*periods)[0].from.text(), "2025-08-01");
  EXPECT_EQ((*periods)[1].to.text(), "2026-04-05");
  EXPECT_EQ((*periods)[2].to.text(), "2026-05-24");
  EXPECT_EQ((*periods)[3].to.text(), "2026-07-31");
}

TEST(CensusPeriod, no_day_of_a_year_is_left_out_or_counted_twice) {
  EXPECT_TRUE(rc::check([] {
    const auto periods = *census_periods(*rc::gen::inRange(1900, 2198));
    RC_ASSERT(easter_sunday(periods[1].to.year())->weekday() == Weekday::sunday);
    for (std::size_t i = 1; i < periods.size(); ++i) {
      RC_ASSERT(periods[i].from == periods[i - 1].to.plus(1));
      RC_ASSERT(periods[i].from <= periods[i].to);
    }
  }));
}

TEST(CensusPeriod, a_year_out_of_the_calendar_is_refused) {
  EXPECT_EQ(census_periods(2199).error().code, FaultCode::bad_date);
  EXPECT_EQ(census_periods(1600).error().code, FaultCode::bad_date);
}

}  // namespace
}  // namespace handbell::reg
