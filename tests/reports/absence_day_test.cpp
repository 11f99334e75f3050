#include "app/reports/absence_day.h"

#include "app/base/text.h"

#include "attendance_kit.h"
#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

Absence absence(const std::vector<std::string>& marks, const char* today) {
  return absence_on(years_with(marks), example_days(), day(today));
}

TEST(AbsenceDay, the_worked_examples_hold_D42) {
  const auto examples = reg::worked_examples("absence_day_number");
  ASSERT_GE(examples.size(), 5U);
  for (const auto& example : examples) {
    std::vector<std::string> marks;
    for (const auto& line : example.at("input").at("marks_date_AM_PM")) {
      const auto parts = split(line.get<std::string>(), ' ');
      marks.push_back(parts.at(0) + " AM " + parts.at(1));
      marks.push_back(parts.at(0) + " PM " + parts.at(2));
    }
    const auto today = example.at("input").at("evaluated_on").get<std::string>();
    EXPECT_EQ(absence(marks, today.c_str()).day,
              example.at("expected").at("day_of_current_absence").get<int>())
        << example.at("id");
  }
}

TEST(AbsenceDay, says_since_when_and_whether_the_reason_is_known) {
  const auto found =
      absence({"2025-10-23 AM I", "2025-10-24 PM I", "2025-11-03 AM N"}, "2025-11-03");
  EXPECT_EQ(found.day, 3);
  EXPECT_EQ(found.since, day("2025-10-23"));
  EXPECT_TRUE(found.today_marked);
  EXPECT_FALSE(found.reason_known());
  EXPECT_TRUE(absence({"2025-11-03 AM I"}, "2025-11-03").reason_known());
}

TEST(AbsenceDay, a_child_that_came_late_was_seen_whatever_the_afternoon_says) {
  EXPECT_EQ(absence({"2025-11-03 AM I", "2025-11-04 AM U", "2025-11-04 PM N", "2025-11-05 AM N"},
                    "2025-11-05")
                .day,
            1);
  EXPECT_EQ(absence({"2025-11-03 AM I", "2025-11-04 AM U"}, "2025-11-04").day, 0);
}

TEST(AbsenceDay, an_O_is_no_known_reason) {
  EXPECT_FALSE(absence({"2025-11-03 AM O"}, "2025-11-03").reason_known());
}

TEST(AbsenceDay, this_afternoon_is_not_asked_and_yesterday_afternoon_is) {
  EXPECT_EQ(absence({"2025-11-03 AM N", "2025-11-03 PM \\"}, "2025-11-03").day, 1);
  EXPECT_EQ(absence({"2025-11-03 AM N", "2025-11-03 PM \\", "2025-11-04 AM N"}, "2025-11-04").day,
            1);
}

TEST(AbsenceDay, before_this_morning_is_marked_it_is_yesterdays) {
  const auto found = absence({"2025-11-03 AM N", "2025-11-03 PM N"}, "2025-11-04");
  EXPECT_EQ(found.day, 1);
  EXPECT_FALSE(found.today_marked);
}

TEST(AbsenceDay, a_day_of_snow_neither_counts_nor_ends_it) {
  EXPECT_EQ(absence({"2025-11-03 AM I", "2025-11-04 AM Y4", "2025-11-04 PM Y4", "2025-11-05 AM I"},
                    "2025-11-05")
                .day,
            2);
}

TEST(AbsenceDay, a_trip_with_the_school_ends_it) {
  EXPECT_EQ(absence({"2025-11-03 AM I", "2025-11-04 AM V", "2025-11-05 AM I"}, "2025-11-05").day,
            1);
}

TEST(AbsenceDay, in_school_today_is_day_nought) {
  const auto found = absence({"2025-11-03 AM I", "2025-11-04 AM L"}, "2025-11-04");
  EXPECT_EQ(found.day, 0);
  EXPECT_FALSE(found.since);
}

TEST(AbsenceDay, runs_on_over_the_summer) {
  EXPECT_EQ(absence({"2025-07-21 AM I", "2025-07-22 AM I", "2025-09-03 AM N"}, "2025-09-03").day,
            3);
}

}  // namespace
}  // namespace handbell::reports
