#include "app/reports/n_deadline.h"

#include "attendance_kit.h"
#include "worked_examples.h"
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace handbell::reports {
namespace {

NState state_on(const char* today) {
  const auto years = years_with({"2025-09-08 AM N"});
  return standing_ns(years, example_days(), day(today)).at(0).state;
}

TEST(NDeadline, the_worked_examples_hold_D35) {
  const auto examples = reg::worked_examples("n_deadline");
  ASSERT_FALSE(examples.empty());
  for (const auto& example : examples) {
    const auto on = day(example.at("input").at("n_session_date").get<std::string>());
    const auto last = n_last_day(on, example_days());
    ASSERT_TRUE(last) << example.at("id");
    EXPECT_EQ(last->text(), example.at("expected").at("last_day_to_correct").get<std::string>());
  }
}

TEST(NDeadline, is_amber_for_four_school_days_red_on_the_fifth_and_then_overdue) {
  EXPECT_EQ(state_on("2025-09-08"), NState::amber);
  EXPECT_EQ(state_on("2025-09-12"), NState::amber);
  EXPECT_EQ(state_on("2025-09-14"), NState::amber);  // the Sunday before
  EXPECT_EQ(state_on("2025-09-15"), NState::red);
  EXPECT_EQ(state_on("2025-09-16"), NState::overdue);
}

TEST(NDeadline, is_overdue_in_the_holiday_behind_its_last_day) {
  const auto years = years_with({"2025-10-17 PM N"});
  EXPECT_EQ(standing_ns(years, example_days(), day("2025-10-24")).at(0).state, NState::red);
  EXPECT_EQ(standing_ns(years, example_days(), day("2025-10-25")).at(0).state, NState::overdue);
}

TEST(NDeadline, every_N_stands_in_the_list_oldest_first_and_no_other_code) {
  const auto years = years_with({"2025-09-09 PM N", "2025-07-22 AM N", "2025-09-09 AM O",
                                 "2025-09-10 AM N", "2025-09-08 AM U"});
  const auto found = standing_ns(years, example_days(), day("2025-09-09"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].session, session("2025-07-22 AM"));
  EXPECT_EQ(found[1].session, session("2025-09-09 PM"));
}

TEST(NDeadline, says_its_date_and_what_is_offered_when_it_has_passed) {
  const auto years = years_with({"2025-09-08 AM N"});
  const auto words = [&](const char* today) {
    return sentence(standing_ns(years, example_days(), day(today)).at(0));
  };
  EXPECT_EQ(words("2025-09-09"),
            "N on Monday 8 September 2025, morning: the reason is due by the end of Monday 15 "
            "September 2025.");
  EXPECT_EQ(words("2025-09-15"),
            "N on Monday 8 September 2025, morning: the reason is due by the end of Monday 15 "
            "September 2025, today.");
  EXPECT_EQ(words("2025-09-20"),
            "N on Monday 8 September 2025, morning: the reason was due by the end of Monday 15 "
            "September 2025: O is offered.");
}

TEST(NDeadline, behind_the_last_term_that_was_entered_no_date_is_invented) {
  const auto years = years_with({"2026-07-16 AM N"});
  const auto found = standing_ns(years, example_days(), day("2026-09-30"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].last_day);
  EXPECT_EQ(found[0].state, NState::amber);
  EXPECT_NE(sentence(found[0]).find("enter the terms"), std::string::npos);
}

TEST(NDeadline, every_day_agrees_with_a_count_on_the_calendar) {
  EXPECT_TRUE(rc::check([] {
    const SchoolDay on = day("2024-09-04").plus(*rc::gen::inRange(0, 685));
    SchoolDay naive = on;
    for (int passed = 0; passed < 5 && naive < day("2026-07-21");) {
      naive = naive.plus(1);
      if (example_calendar().state(naive) == reg::DayState::open) ++passed;
    }
    const auto last = n_last_day(on, example_days());
    RC_ASSERT(naive == (last ? *last : day("2026-07-21")));
  }));
}

}  // namespace
}  // namespace handbell::reports
