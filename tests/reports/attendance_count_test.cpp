#include "app/reports/attendance_count.h"

#include "random_register.h"
#include "small_school.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::reports {
namespace {

AttendanceCount one_of(const char* code, int minutes = 0) {
  AttendanceCount count;
  count.add({reg::code_of(code), minutes});
  return count;
}

TEST(AttendanceCount, D_Q_X_Y_Z_and_closures_are_in_neither_number_D31) {
  for (const char* code : {"D", "Q", "X", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z", "#"}) {
    const auto count = one_of(code);
    EXPECT_EQ(count.possible(), 0) << code;
    EXPECT_EQ(count.attended(), 0) << code;
    EXPECT_EQ(count.marks(), 1) << code;
  }
}

TEST(AttendanceCount, approved_activity_is_attended_and_U_is_not_D31) {
  for (const char* code : {"/", "\\", "L", "B", "K", "P", "V", "W"}) {
    EXPECT_EQ(one_of(code).attended(), 1) << code;
  }
  EXPECT_EQ(one_of("U").attended(), 0);
  EXPECT_EQ(one_of("U").unauthorised(), 1);
}

TEST(AttendanceCount, minutes_are_lost_with_L_and_U_alone) {
  AttendanceCount count = one_of("L", 12);
  count += one_of("U", 70);
  count += one_of("I", 200);
  EXPECT_EQ(count.minutes_lost(), 82);
  EXPECT_EQ(count.late(), 2);
}

RC_GTEST_PROP(AttendanceCount,
              every_mark_is_in_exactly_one_class_and_possible_is_the_sum_of_three_D31, ()) {
  using enum reg::CodeClass;
  const RandomRegister rows = random_register();
  const DateRange range = random_range();
  AttendanceCount count;
  int marks = 0;
  for (const auto& line : lines_of({rows.marks.begin(), rows.marks.end()})) {
    count += count_line(line, range);
  }
  for (const auto& [where, mark] : rows.marks) marks += range.contains(where.second.day) ? 1 : 0;
  int in_classes = 0;
  for (const auto one : {attending, approved_activity, authorised_absence, unauthorised_absence,
                         not_possible, not_collected}) {
    in_classes += count.of(one);
  }
  RC_ASSERT(in_classes == marks && count.marks() == marks);
  RC_ASSERT(count.possible() == count.attended() + count.authorised() + count.unauthorised());
  RC_ASSERT(count.attendance().whole() == count.possible());
  RC_ASSERT(count.absence().part() == count.possible() - count.attended());
}

RC_GTEST_PROP(AttendanceCount, a_line_is_counted_as_the_register_reads_it_session_for_session, ()) {
  const RandomRegister rows = random_register();
  const DateRange range = random_range();
  for (const auto& line : lines_of({rows.marks.begin(), rows.marks.end()})) {
    AttendanceCount read;
    line.each(range.from(), range.to(),
              [&](SessionId, const reg::Standing& mark) { read.add(mark); });
    RC_ASSERT(count_line(line, range) == read);
  }
}

TEST(AttendanceCount, counts_the_ends_of_a_range_and_the_last_day_of_the_year) {
  reg::YearLine line(PupilId(1), 2023);
  for (const char* day : {"2023-09-01", "2024-08-31"}) {
    line.set({on(day), Half::am}, {reg::code_of("/"), std::nullopt});
    line.set({on(day), Half::pm}, {reg::code_of("\\"), std::nullopt});
  }
  EXPECT_EQ(count_line(line, DateRange::of_day(on("2023-09-01"))).attended(), 2);
  EXPECT_EQ(count_line(line, DateRange::of_day(on("2024-08-31"))).attended(), 2);
  EXPECT_EQ(count_line(line, DateRange::of_day(on("2024-09-01"))).marks(), 0);
  EXPECT_EQ(count_line(line, DateRange::of_day(on("2023-08-31"))).marks(), 0);
  EXPECT_EQ(count_line(line, *DateRange::from_days(on("1900-01-01"), on("2199-12-31"))).marks(), 4);
}

TEST(AttendanceCount, has_a_place_for_every_code_also_withdrawn_ones) {
  for (const reg::Code code : reg::Code::all()) {
    AttendanceCount count;
    count.add(code, 3, 0);
    EXPECT_EQ(count.of(code), 3) << code.text();
  }
}

}  // namespace
}  // namespace handbell::reports
