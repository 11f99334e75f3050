#include "app/reports/pupil_figures.h"

#include "naive_figures.h"
#include "small_school.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::reports {
namespace {

const SessionId kMonday{on("2026-01-12"), Half::am};

Proposal late(PupilId pupil, SessionId session, const char* code, int minutes) {
  return {pupil, session, {reg::code_of(code), minutes}};
}

reg::YearLine marked(PupilId pupil, SessionId session, const char* code) {
  reg::YearLine line(pupil, reg::school_year_of(session.day));
  line.set(session, {reg::code_of(code), std::nullopt});
  return line;
}

AttendanceCount with_pending_late(const char* standing) {
  const PupilFigures figures({marked(PupilId(1), kMonday, standing)},
                             {late(PupilId(1), kMonday, "L", 12)});
  return figures.of(PupilId(1), DateRange::of_day(kMonday.day));
}

TEST(PupilFigures, a_pending_proposal_counts_as_what_it_proposes_where_nothing_stands_D22) {
  const PupilFigures figures({}, {late(PupilId(1), kMonday, "U", 61)});
  const auto count = figures.of(PupilId(1), DateRange::week_of(kMonday.day));
  EXPECT_EQ(count.late_after_close(), 1);
  EXPECT_EQ(count.unauthorised(), 1);
  EXPECT_EQ(count.minutes_lost(), 61);
  EXPECT_EQ(count.pending(), 1);
}

TEST(PupilFigures, a_pending_proposal_takes_the_place_of_N_and_O_D22) {
  for (const char* standing : {"N", "O"}) {
    const auto count = with_pending_late(standing);
    EXPECT_EQ(count.marks(), 1) << standing;
    EXPECT_EQ(count.attended(), 1) << standing;
    EXPECT_EQ(count.pending(), 1) << standing;
  }
}

TEST(PupilFigures, what_a_person_wrote_else_stands_and_nothing_is_pending_then_D09) {
  for (const char* standing : {"/", "I", "M", "X", "Y4", "U"}) {
    const auto count = with_pending_late(standing);
    EXPECT_EQ(count.marks(), 1) << standing;
    EXPECT_EQ(count.of(reg::code_of(standing)), 1) << standing;
    EXPECT_EQ(count.pending(), 0) << standing;
  }
}

TEST(PupilFigures, a_proposal_of_another_day_or_child_is_not_counted) {
  const PupilFigures figures({}, {late(PupilId(1), kMonday, "L", 5)});
  EXPECT_EQ(figures.of(PupilId(1), DateRange::of_day(kMonday.day.plus(1))), AttendanceCount());
  EXPECT_EQ(figures.of(PupilId(2), DateRange::of_day(kMonday.day)), AttendanceCount());
}

TEST(PupilFigures, everybody_with_marks_or_proposals_is_known) {
  const PupilFigures figures(
      {marked(PupilId(4), kMonday, "/"), marked(PupilId(2), kMonday, "/")},
      {late(PupilId(3), kMonday, "L", 5), late(PupilId(2), kMonday, "L", 5)});
  EXPECT_EQ(figures.pupils(), (std::vector{PupilId(2), PupilId(3), PupilId(4)}));
}

TEST(PupilFigures, of_two_proposals_for_a_session_the_same_one_counts_in_either_order) {
  const auto one = late(PupilId(1), kMonday, "L", 5);
  const auto other = late(PupilId(1), kMonday, "U", 40);
  const auto day = DateRange::of_day(kMonday.day);
  const auto count = PupilFigures({}, {one, other}).of(PupilId(1), day);
  EXPECT_EQ(count.marks(), 1);
  EXPECT_EQ(count, PupilFigures({}, {other, one}).of(PupilId(1), day));
}

RC_GTEST_PROP(PupilFigures, are_those_of_a_count_mark_for_mark_over_any_dates, ()) {
  const RandomRegister rows = random_register();
  const DateRange range = random_range();
  const PupilFigures figures = figures_of(rows);
  for (int number = 1; number <= kRandomPupils; ++number) {
    const PupilId pupil(number);
    RC_ASSERT(plain(figures.of(pupil, range)) == naive_figures(rows, {pupil}, range));
  }
}

RC_GTEST_PROP(PupilFigures, never_change_with_the_order_in_which_marks_lines_and_proposals_come,
              ()) {
  const RandomRegister rows = random_register();
  const DateRange range = random_range();
  std::vector<std::pair<MarkedSession, reg::Standing>> marks(rows.marks.begin(), rows.marks.end());
  auto pending = rows.pending;
  for (std::size_t i = 1; i < marks.size(); ++i) {
    std::swap(marks[i], marks[*rc::gen::inRange<std::size_t>(0, i + 1)]);
  }
  for (std::size_t i = 1; i < pending.size(); ++i) {
    std::swap(pending[i], pending[*rc::gen::inRange<std::size_t>(0, i + 1)]);
  }
  const PupilFigures shuffled(lines_of(marks), pending);
  const PupilFigures sorted = figures_of(rows);
  for (int number = 1; number <= kRandomPupils; ++number) {
    RC_ASSERT(shuffled.of(PupilId(number), range) == sorted.of(PupilId(number), range));
  }
}

}  // namespace
}  // namespace handbell::reports
