// Every second from 08:30 to 09:10 for every year group, against the policy's numbers alone: by
// 8:35, Nursery by 8:45, late until nine, and from nine on absent (policy 3.1, 3.4).
#include "app/base/school_time.h"
#include "app/register/arrival.h"
#include "app/register/lateness.h"

#include "dates.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

constexpr int kHalfPastEight = (8 * 60 + 30) * 60;
constexpr int kTenPastNine = (9 * 60 + 10) * 60;
constexpr int kNine = 9 * 60 * 60;

/// What the policy says of a child who comes in that second of the day.
struct ByThePolicy {
  ByThePolicy(YearGroup group, int second) {
    const bool nursery = group == YearGroup::n1 || group == YearGroup::n2;
    const int by = (8 * 60 + (nursery ? 45 : 35)) * 60;
    if (second < by + 60) return;  // the minute itself still counts (D02)
    code = second < kNine ? "L" : "U";
    minutes = (second - by) / 60;
  }
  std::string code;  ///< empty: on time
  int minutes = 0;
};

/// The children who come in one second of a day, one of each year group.
class Second {
 public:
  Second(SchoolDay day, int second, int millisecond)
      : day_(day), second_(second), time_(TimeOfDay::from_ms(second * 1000 + millisecond)) {}

  /// Empty where all is as the policy says.
  [[nodiscard]] std::string wrong(const SessionTimes& times) const {
    for (const YearGroup group : kYearGroups) {
      const auto window = times.window(group, {day_, Half::am});
      if (!window || !is_right(group, *window)) {
        return std::string(text_of(group)) + " at " + time_.hh_mm_ss();
      }
    }
    return "";
  }

 private:
  [[nodiscard]] bool is_right(YearGroup group, const Window& window) const {
    const ByThePolicy policy(group, second_);
    ArrivalFacts facts;
    facts.session = {day_, Half::am};
    // The way of a tap: the moment is kept in UTC, the wall's time decides (D16).
    facts.first_contact = to_local(from_local(day_, time_))->time;
    facts.window = window;
    const auto judged = judge_arrival(facts);
    const std::string proposed = judged.proposal ? std::string(judged.proposal->text()) : "";
    const bool late = !policy.code.empty();
    return facts.first_contact == time_ && proposed == policy.code &&
           judged.effective == judged.proposal && judged.minutes_late.has_value() == late &&
           judged.minutes_late.value_or(0) == policy.minutes &&
           minutes_late(time_, window) == policy.minutes && !judged.office_task;
  }

  SchoolDay day_;
  int second_;
  TimeOfDay time_;
};

TEST(LateSeconds,
     L_and_U_begin_where_the_policy_says_in_every_second_for_every_year_group_D01_D02) {
  const auto times = policy_times(day("2025-09-01"));
  // Winter, summer, and the school days around both changes of the clocks (D16).
  for (const char* date :
       {"2026-01-12", "2026-07-01", "2026-03-27", "2026-03-30", "2025-10-24", "2025-10-27"}) {
    int wrong = 0;
    for (int second = kHalfPastEight; second <= kTenPastNine; ++second) {
      for (const int millisecond : {0, 999}) {
        const auto found = Second(day(date), second, millisecond).wrong(times);
        if (!found.empty() && wrong++ == 0) ADD_FAILURE() << date << ": " << found;
      }
    }
    EXPECT_EQ(wrong, 0) << date;
  }
}

TEST(LateSeconds,
     a_teachers_present_mark_stands_until_the_register_is_taken_and_then_asks_D03_D09) {
  const auto times = policy_times(day("2025-09-01"));
  for (const YearGroup group : kYearGroups) {
    const int taken = (8 * 60 + (is_nursery(group) ? 50 : 40)) * 60;
    int wrong = 0;
    for (int second = kHalfPastEight; second <= kTenPastNine; ++second) {
      ArrivalFacts facts;
      facts.session = {day("2026-01-12"), Half::am};
      facts.first_contact = TimeOfDay::from_ms(second * 1000);
      facts.window = times.window(group, facts.session);
      facts.existing = code_of("/");
      const bool stands = second < taken + 60;
      const auto judged = judge_arrival(facts);
      const auto outcome = stands ? Outcome::teacher_mark_stands : Outcome::conflict_present_mark;
      const bool right = judged.outcome == outcome && judged.effective == code_of("/") &&
                         judged.proposal.has_value() != stands;
      if (!right && wrong++ == 0) {
        ADD_FAILURE() << text_of(group) << " at " << facts.first_contact.hh_mm_ss();
      }
    }
    EXPECT_EQ(wrong, 0);
  }
}

}  // namespace
}  // namespace handbell::reg
