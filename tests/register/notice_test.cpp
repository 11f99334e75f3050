#include "app/register/notice.h"

#include "app/base/school_time.h"

#include "dates.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

class NoticeTest : public testing::Test {
 protected:
  NoticeTest() {
    school_.pupils = three_pupils();
    for (std::size_t i = 0; i < 3; ++i) {
      school_.pupils[i].id = PupilId(static_cast<std::int64_t>(i) + 1);
    }
    school_.calendar = *Calendar::from_periods(one_year());
    school_.times = policy_times(day("2025-09-01"));
  }
  [[nodiscard]] Notice told(const char* at, const char* code = "M") const {
    return {PupilId(1),
            {day("2026-01-12"), Half::am},
            code_of(code),
            instant(at),
            "mother, on the answerphone: dentist",
            *Author::parse("R Patel, Office manager")};
  }
  [[nodiscard]] Status may(const Notice& notice, const char* now = "2026-01-12T10:00:00") const {
    return may_note(notice, school_, {Role::office}, instant(now));
  }

  School school_;
};

TEST_F(NoticeTest,
       what_was_told_a_second_before_the_close_was_told_in_time_and_at_the_close_not_D04) {
  EXPECT_TRUE(told_in_time(told("2026-01-12T08:59:59"), school_));
  EXPECT_FALSE(told_in_time(told("2026-01-12T09:00:00"), school_));
  EXPECT_TRUE(told_in_time(told("2026-01-09T15:40:00"), school_));
}

TEST_F(NoticeTest, a_second_call_after_the_close_takes_nothing_from_the_first_D04) {
  const NoticeGiven early{1, {}, told("2026-01-12T07:30:00")};
  const NoticeGiven late{2, {}, told("2026-01-12T09:30:00")};
  const NoticeGiven ill{3, {}, told("2026-01-12T09:40:00", "I")};
  using Given = std::vector<NoticeGiven>;
  EXPECT_EQ(plan_of(Given{}, school_), std::nullopt);
  EXPECT_EQ(plan_of(Given{late}, school_), (PlannedCode{code_of("M"), false}));
  EXPECT_EQ(plan_of(Given{early, late}, school_), (PlannedCode{code_of("M"), true}));
  EXPECT_EQ(plan_of(Given{early, ill}, school_), (PlannedCode{code_of("I"), false}));
}

TEST_F(NoticeTest, when_it_is_typed_in_makes_no_difference_but_nobody_was_told_in_the_future_D04) {
  EXPECT_TRUE(may(told("2026-01-12T07:30:00"), "2026-01-12T07:30:00"));
  EXPECT_TRUE(may(told("2026-01-12T07:30:00"), "2026-01-14T16:00:00"));
  const auto refused = may(told("2026-01-12T07:30:00"), "2026-01-12T07:29:59");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, FaultCode::told_later);
}

TEST_F(NoticeTest, a_day_to_come_may_be_noted_and_a_day_without_school_not) {
  Notice next_week = told("2026-01-12T07:30:00");
  next_week.session.day = day("2026-01-19");
  EXPECT_TRUE(may(next_week));
  next_week.session.day = day("2026-02-17");
  EXPECT_EQ(may(next_week).error().code, FaultCode::session_closed);
}

TEST_F(NoticeTest, leave_is_the_headteachers_and_words_are_needed) {
  EXPECT_EQ(may(told("2026-01-12T07:30:00", "C")).error().code, FaultCode::code_not_theirs);
  Notice silent = told("2026-01-12T07:30:00");
  silent.words.clear();
  EXPECT_EQ(may(silent).error().code, FaultCode::entry_incomplete);
}

}  // namespace
}  // namespace handbell::reg
