#include "app/journal/release_codec.h"

#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

const Instant kAnswered{1'768'222'800'000};

std::vector<reg::ReleaseAnswer> one_of_each_step() {
  const auto by = *reg::Author::from("Zoë O'Neill", "office manager");
  const reg::EventRef request{"A1A1", 7};
  const auto step = [&](reg::ReleaseStep which) {
    return reg::ReleaseAnswer{
        request, PupilId(3), kAnswered - minutes(5), which, kAnswered, {}, {}, {}, "why", "", by};
  };
  std::vector<reg::ReleaseAnswer> all{
      step(reg::ReleaseStep::called), step(reg::ReleaseStep::granted),
      step(reg::ReleaseStep::refused), step(reg::ReleaseStep::handed_over)};
  all[1].checked = reg::IdentityCheck::password_of_the_day;
  all[1].despite = "the court lifted the order today";
  all[1].warning = "Omar Khan (Father), court order: see the DSL";
  all[3].handed_to = *NamePart::parse("Ms Day");
  all[3].back_by = kAnswered + hours(1);
  return all;
}

TEST(ReleaseCodec, each_step_reads_back_and_is_kept_this_school_year_and_one_D51) {
  for (const auto& answer : one_of_each_step()) {
    const Draft draft = draft_of(answer, kAnswered + minutes(2));
    EXPECT_EQ(draft.retention, Retention::year_and_1);
    const Entry entry = sealed({}, {}, draft, {});
    const auto read = release_of(entry);
    ASSERT_TRUE(read) << sentence(read.error());
    EXPECT_EQ(read->what, answer);
    EXPECT_EQ(read->typed, kAnswered + minutes(2));
    EXPECT_EQ(read->entry, 1U);
  }
}

TEST(ReleaseCodec, cut_at_every_length_or_erased_it_is_named) {
  for (const auto& answer : one_of_each_step()) {
    Entry entry = sealed({}, {}, draft_of(answer, kAnswered), {});
    while (!entry.payload.empty()) {
      entry.payload.pop_back();
      ASSERT_EQ(release_of(entry).error(), (Fault{FaultCode::entry_garbled, "1"}));
    }
    entry = sealed({}, {}, draft_of(answer, kAnswered), {});
    entry.salt.reset();
    EXPECT_FALSE(release_of(entry));
  }
}

TEST(ReleaseCodec, an_answer_of_before_the_warning_was_kept_reads_as_one_without) {
  auto answer = one_of_each_step()[1];
  answer.warning.clear();
  Entry entry = sealed({}, {}, draft_of(answer, kAnswered), {});
  entry.payload.resize(entry.payload.size() - 4);  // the length of no warning
  entry.payload.front() = 1;
  const auto read = release_of(entry);
  ASSERT_TRUE(read) << sentence(read.error());
  EXPECT_EQ(read->what, answer);
}

TEST(ReleaseCodec, a_grant_without_a_check_is_no_answer) {
  auto granted = one_of_each_step()[1];
  granted.checked.reset();
  EXPECT_FALSE(release_of(sealed({}, {}, draft_of(granted, kAnswered), {})));
}

}  // namespace
}  // namespace handbell::journal
