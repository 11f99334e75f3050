#include "app/reports/patterns.h"

#include "naive_figures.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

const DateRange kTwoWeeks = *DateRange::from_days(on("2026-01-12"), on("2026-01-23"));

reg::YearLine line_with(const std::vector<std::tuple<const char*, Half, const char*, int>>& marks) {
  reg::YearLine line(PupilId(1), 2025);
  for (const auto& [day, half, code, minutes] : marks) {
    line.set({on(day), half},
             {reg::code_of(code), minutes < 0 ? std::nullopt : std::optional<int>(minutes)});
  }
  return line;
}

AttendancePatterns patterns_of(const reg::YearLine& line, const std::vector<Proposal>& pending) {
  AttendancePatterns patterns;
  add_to(patterns, PupilYears(PupilId(1), {line}, pending), kTwoWeeks);
  return patterns;
}

TEST(Patterns, sessions_fall_on_their_weekday_half_and_week) {
  const auto line = line_with({{"2026-01-12", Half::am, "/", -1},
                               {"2026-01-12", Half::pm, "I", -1},
                               {"2026-01-19", Half::am, "I", -1},
                               {"2026-01-23", Half::pm, "\\", -1},
                               {"2026-01-26", Half::am, "I", -1}});
  const auto patterns = patterns_of(line, {});
  EXPECT_EQ(patterns.weekdays[0].absent(), 2);
  EXPECT_EQ(patterns.weekdays[0].possible(), 3);
  EXPECT_EQ(patterns.weekdays[4].attended(), 1);
  EXPECT_EQ(patterns.halves[0].absent(), 1);
  EXPECT_EQ(patterns.halves[1].absent(), 1);
  ASSERT_EQ(patterns.weeks.size(), 2U);
  EXPECT_EQ(patterns.weeks.at(on("2026-01-19")).possible(), 2);
  EXPECT_EQ(patterns.all.possible(), 4) << "what lies outside the days does not count";
}

TEST(Patterns, minutes_late_are_counted_by_quarter_of_an_hour) {
  EXPECT_EQ(late_span(0), 0U);
  EXPECT_EQ(late_span(14), 0U);
  EXPECT_EQ(late_span(15), 1U);
  EXPECT_EQ(late_span(59), 3U);
  EXPECT_EQ(late_span(60), 4U);
  EXPECT_EQ(late_span(1022), 4U);
  const auto patterns = patterns_of(line_with({{"2026-01-12", Half::am, "L", 14},
                                               {"2026-01-13", Half::am, "U", 61},
                                               {"2026-01-14", Half::am, "L", -1},
                                               {"2026-01-15", Half::am, "/", 20}}),
                                    {});
  EXPECT_EQ(patterns.late, (std::array<int, kLateSpans>{1, 0, 0, 0, 1}));
  EXPECT_EQ(patterns.late_unknown, 1);
}

TEST(Patterns, what_the_door_proposed_counts_and_is_counted_as_pending_D22) {
  const Proposal late{PupilId(1), {on("2026-01-13"), Half::am}, {reg::code_of("L"), 20}};
  const auto patterns = patterns_of(line_with({{"2026-01-13", Half::am, "N", -1}}), {late});
  EXPECT_EQ(patterns.all.pending(), 1);
  EXPECT_EQ(patterns.all.late_before_close(), 1);
  EXPECT_EQ(patterns.all.of(reg::code_of("N")), 0);
  EXPECT_EQ(patterns.late[1], 1);
}

}  // namespace
}  // namespace handbell::reports
