#include "app/reports/pupil_group.h"

#include "small_school.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

reg::PupilRecord child(const char* groups, bool worker = false, const char* language = "") {
  auto pupil = pupil_named("Zoya", "Khan", 1);
  pupil.groups = groups;
  pupil.social_worker = worker;
  pupil.language = language;
  return pupil;
}

TEST(PupilGroup, other_systems_spellings_are_one_group) {
  for (const char* written : {"SEND", "sen", "Sen Support", "EHCP"}) {
    EXPECT_THAT(groups_of(child(written)), ElementsAre("SEND")) << written;
  }
  EXPECT_THAT(groups_of(child("PP; choir ;pupil premium")), ElementsAre("pupil premium", "choir"));
}

TEST(PupilGroup, the_social_worker_and_another_language_are_groups_as_well) {
  EXPECT_THAT(groups_of(child("", true, "ur")),
              ElementsAre("social worker", "another language at home"));
  EXPECT_THAT(groups_of(child("", false, "en")), IsEmpty());
  EXPECT_TRUE(is_in_group(child("send"), kSend));
}

TEST(PupilGroup, the_four_are_guarded_and_clubs_are_not) {
  for (const auto group : {kSend, kPupilPremium, kSocialWorker, kOtherLanguage}) {
    EXPECT_TRUE(is_guarded_group(group));
  }
  EXPECT_FALSE(is_guarded_group("choir"));
}

TEST(PupilGroup, is_set_and_taken_away_beside_the_schools_own) {
  EXPECT_EQ(with_group("choir", kSend, true), "choir;SEND");
  EXPECT_EQ(with_group("choir;SEND", kSend, true), "choir;SEND") << "it stays as it was written";
  EXPECT_EQ(with_group("sen ; choir; EHCP", kSend, false), "choir");
  EXPECT_EQ(with_group("", kPupilPremium, false), "");
}

}  // namespace
}  // namespace handbell::reports
