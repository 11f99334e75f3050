// Why a flag or a timetable was changed, as an amendment says it of a mark.
#include "app/register/record_change.h"

#include "app/register/school.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Author& noor() {
  static const auto author = *Author::from("A Noor", "Headteacher");
  return author;
}

std::vector<RecordChange> between(const PupilRecord& before, const PupilRecord& after) {
  return changes_between(before, after, on("2026-01-12"), "the carer asked", noor());
}

TEST(RecordChange, says_what_was_what_is_and_why_of_each_that_is_other) {
  const auto before = three_pupils()[0];
  auto after = before;
  after.see_office = true;
  after.social_worker = true;
  after.pattern = *AttendancePattern::parse("1010101010");
  const auto changes = between(before, after);
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0].field, "see_office");
  EXPECT_EQ(changes[0].was, "no");
  EXPECT_EQ(changes[0].is, "yes");
  EXPECT_EQ(changes[2].was, "1111111111");
  EXPECT_EQ(changes[2].is, "1010101010");
  for (const auto& change : changes) EXPECT_TRUE(complete(change));
  EXPECT_EQ(between(after, before)[0].is, "no");
}

TEST(RecordChange, groups_that_are_other_are_named_and_none_is_a_word) {
  const auto before = three_pupils()[0];
  auto after = before;
  after.groups = "SEND";
  const auto changes = between(before, after);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].field, kGroupsField);
  EXPECT_EQ(changes[0].was, "none");
  EXPECT_EQ(changes[0].is, "SEND");
  EXPECT_EQ(words_of_field("groups"), "Groups for analysis");
}

TEST(RecordChange, of_what_needs_no_reason_there_is_none) {
  const auto before = three_pupils()[0];
  auto after = before;
  after.language = "ur";
  after.class_name = "Foxes";
  EXPECT_TRUE(between(before, after).empty());
}

TEST(RecordChange, without_a_reason_or_a_change_it_is_not_complete) {
  const RecordChange good{PupilId(1), on("2026-01-12"), "see_office", "no", "yes", "why", noor()};
  EXPECT_TRUE(complete(good));
  for (const auto member : {&RecordChange::field, &RecordChange::reason}) {
    auto bad = good;
    bad.*member = "";
    EXPECT_EQ(complete(bad).error().code, FaultCode::entry_incomplete);
  }
  auto same = good;
  same.is = same.was;
  EXPECT_EQ(complete(same).error().code, FaultCode::entry_incomplete);
  auto lengthy = good;
  lengthy.reason = std::string(5000, 'x');
  EXPECT_EQ(complete(lengthy).error().code, FaultCode::entry_too_long);
}

TEST(RecordChange, has_words_for_each_field) {
  EXPECT_EQ(words_of_field("never_show"), "Never shown at the door");
  EXPECT_EQ(words_of_field("pattern"), "Sessions of a week");
  EXPECT_EQ(words_of_field("other"), "other");
}

}  // namespace
}  // namespace handbell::reg
