#include "app/reports/absence_list.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

const SchoolDay kToday = on("2026-02-02");

reg::School school_of(int pupils) {
  reg::School school;
  for (int number = 1; number <= pupils; ++number) {
    school.pupils.push_back(pupil_named("Amira", "Khan", number));
    school.pupils.back().id = PupilId(number);
  }
  return school;
}

/// The first `absent` of `possible` sessions from the day on are I, the others present.
reg::YearLine line_with(int pupil, int possible, int absent, SchoolDay from = on("2025-09-01")) {
  reg::YearLine line(PupilId(pupil), reg::school_year_of(from));
  for (int i = 0; i < possible; ++i) {
    line.set({from.plus(i / 2), i % 2 == 0 ? Half::am : Half::pm},
             {reg::code_of(i < absent ? "I" : "V"), std::nullopt});
  }
  return line;
}

std::vector<PupilId> names(const std::vector<AbsenceLine>& lines) {
  std::vector<PupilId> pupils;
  pupils.reserve(lines.size());
  for (const auto& line : lines) pupils.push_back(line.pupil);
  return pupils;
}

TEST(AbsenceList, a_child_with_half_missed_stands_in_both_lists_most_missed_first_D43_D41) {
  const PupilFigures figures({line_with(1, 100, 10), line_with(2, 100, 60), line_with(3, 100, 8),
                              line_with(4, 100, 2), line_with(5, 10, 5)},
                             {});
  const auto list = absence_lists(school_of(5), figures, kToday).school;
  EXPECT_EQ(names(list.persistent), (std::vector{PupilId(2), PupilId(1), PupilId(5)}));
  EXPECT_EQ(names(list.severe), (std::vector{PupilId(2), PupilId(5)}));
  EXPECT_EQ(names(list.at_risk), (std::vector{PupilId(3)}));
  EXPECT_TRUE(list.severe[1].flags.small_numbers);
  EXPECT_EQ(list.share_persistent().text(), "60.0");
  EXPECT_EQ(list.share_severe().text(), "40.0");
}

TEST(AbsenceList, is_year_to_date_last_years_absence_and_tomorrows_do_not_count_D43) {
  const PupilFigures figures({line_with(1, 100, 0), line_with(1, 100, 100, on("2024-09-02")),
                              line_with(2, 100, 100, kToday.plus(1))},
                             {});
  const auto list = absence_lists(school_of(2), figures, kToday).school;
  EXPECT_TRUE(list.persistent.empty());
  EXPECT_EQ(list.pupils, 1);
}

TEST(AbsenceList, counts_the_current_enrolment_and_those_on_roll_today_alone_D43) {
  auto school = school_of(3);
  school.pupils[0].start = on("2025-11-01");
  school.pupils[1].leaving = kToday.plus(-1);
  school.pupils[2].leaving = kToday;
  const PupilFigures figures({line_with(1, 20, 20), line_with(2, 20, 20), line_with(3, 20, 20)},
                             {});
  const auto list = absence_lists(school, figures, kToday).school;
  EXPECT_EQ(names(list.severe), (std::vector{PupilId(3)}));
  EXPECT_EQ(list.pupils, 1);
}

TEST(AbsenceList, Nursery_stands_apart_D46) {
  auto school = school_of(2);
  school.pupils[1].group = reg::YearGroup::n1;
  const PupilFigures figures({line_with(1, 100, 30), line_with(2, 100, 40)}, {});
  const auto lists = absence_lists(school, figures, kToday);
  EXPECT_EQ(names(lists.school.persistent), (std::vector{PupilId(1)}));
  EXPECT_EQ(names(lists.nursery.persistent), (std::vector{PupilId(2)}));
}

}  // namespace
}  // namespace handbell::reports
