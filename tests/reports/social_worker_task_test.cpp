#include "app/reports/social_worker_task.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

reg::PupilRecord flagged() {
  return reg::PupilRecord{.id = kPupil,
                          .upn = std::nullopt,
                          .upn_written = "",
                          .admission_number = "1007",
                          .surname = *NamePart::parse("Marlowe"),
                          .forename = *NamePart::parse("Isla"),
                          .preferred = std::nullopt,
                          .date_of_birth = day("2020-03-04"),
                          .sex = "",
                          .group = reg::YearGroup::reception,
                          .class_name = "Owls",
                          .start = day("2025-09-01"),
                          .leaving = std::nullopt,
                          .pattern = {},
                          .social_worker = true,
                          .groups = "",
                          .language = "",
                          .family = "",
                          .see_office = false,
                          .never_show = false};
}

std::vector<SocialWorkerTask> tasks(const reg::PupilRecord& pupil,
                                    const std::vector<std::string>& marks, const char* closed) {
  return social_worker_tasks(pupil, years_with(marks), day("2025-10-06"), session(closed));
}

TEST(SocialWorkerTask, an_N_at_the_close_is_told_the_same_day_P55) {
  const auto found = tasks(flagged(), {"2025-10-06 AM N"}, "2025-10-06 AM");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, TellCause::unexplained_absence);
  EXPECT_EQ(sentence(found[0]),
            "Absent without a known reason on Monday 6 October 2025: tell the social worker "
            "today.");
}

TEST(SocialWorkerTask, before_the_close_and_without_the_flag_nobody_is_told) {
  EXPECT_TRUE(tasks(flagged(), {"2025-10-06 PM N"}, "2025-10-06 AM").empty());
  reg::PupilRecord other = flagged();
  other.social_worker = false;
  EXPECT_TRUE(tasks(other, {"2025-10-06 AM N"}, "2025-10-06 PM").empty());
}

TEST(SocialWorkerTask, one_day_is_one_task_and_a_reason_takes_it_away) {
  EXPECT_EQ(
      tasks(flagged(), {"2025-10-06 AM N", "2025-10-06 PM N", "2025-10-07 AM N"}, "2025-10-07 PM")
          .size(),
      2U);
  EXPECT_TRUE(tasks(flagged(), {"2025-10-06 AM I"}, "2025-10-06 PM").empty());
}

TEST(SocialWorkerTask, a_removal_from_the_roll_is_told_from_the_first_day_off_it) {
  reg::PupilRecord leaver = flagged();
  leaver.leaving = day("2025-10-10");
  EXPECT_TRUE(tasks(leaver, {}, "2025-10-10 PM").empty());
  const auto found = tasks(leaver, {}, "2025-10-13 AM");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].day, day("2025-10-11"));
  EXPECT_EQ(text_of(found[0].cause), "left_the_roll");
}

TEST(SocialWorkerTask, one_that_lies_before_the_asked_days_is_not_told_again) {
  reg::PupilRecord leaver = flagged();
  leaver.leaving = day("2025-09-10");
  EXPECT_TRUE(tasks(leaver, {"2025-09-08 AM N"}, "2025-10-13 AM").empty());
}

}  // namespace
}  // namespace handbell::reports
