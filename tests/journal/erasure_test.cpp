#include "app/journal/blank_check.h"
#include "app/journal/retention.h"

#include "history.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

const reg::Author& patel() {
  static const auto author = *reg::Author::parse("R Patel, Office manager");
  return author;
}

Entry blank_of(Entry entry) {
  entry.salt.reset();
  entry.payload.clear();
  return entry;
}

TEST(Erasure, is_read_back_from_its_entry) {
  const Erasure erasure{on("2032-01-05"), patel(), {{{1}, 3, 9}, {{2}, 1, 1}}};
  EXPECT_EQ(erasure.count(), 8U);
  const Entry entry = sealed({1}, {}, draft_of(erasure, instant("2032-01-05T10:00:00")), {});
  EXPECT_EQ(*erasure_of(entry), erasure);
  EXPECT_FALSE(erasure_of(history_of(1, 1)[0]));
}

TEST(Erasure, is_none_where_it_was_written_before_the_day_on_which_it_was_due_D51) {
  const Erasure erasure{on("2032-01-05"), patel(), {{{1}, 3, 9}}};
  const Entry early = sealed({1}, {}, draft_of(erasure, instant("2032-01-04T23:59:59")), {});
  EXPECT_EQ(erasure_of(early).error(), (Fault{FaultCode::erasure_wrong, "1"}));
  EXPECT_TRUE(erasure_of(sealed({1}, {}, draft_of(erasure, instant("2032-01-05T00:00:00")), {})));
}

TEST(Erasure, numbers_are_named_in_runs) {
  const auto runs = runs_of({7}, {1, 2, 3, 5, 9, 10});
  EXPECT_EQ(runs, (std::vector<ErasedRun>{{{7}, 1, 3}, {{7}, 5, 5}, {{7}, 9, 10}}));
}

TEST(Retention, each_class_is_kept_as_long_as_D51_says) {
  const Instant made = instant("2026-01-12T08:52:00");
  EXPECT_EQ(kept_through(Retention::register_6_years, made), on("2032-01-12"));
  EXPECT_EQ(kept_through(Retention::year_and_1, made), on("2027-08-31"));
  EXPECT_EQ(kept_through(Retention::machine, made), on("2027-08-31"));
  EXPECT_EQ(kept_through(Retention::days_90, made), on("2026-04-12"));
}

class BlankCheckTest : public testing::Test {
 protected:
  /// Entries of 2026-01-12, as history_of() makes them; the third is blank.
  BlankCheckTest() { check_.blank(blank_of(entries_[2])); }
  Erasure naming(std::uint64_t first, std::uint64_t last, const char* due = "2032-02-01") {
    return {on(due), patel(), {{entries_[0].history, first, last}}};
  }
  const std::vector<Entry> entries_ = history_of(9, 5);
  BlankCheck check_;
};

TEST_F(BlankCheckTest, a_blank_that_an_erasure_names_is_right) {
  check_.erasure(12, naming(3, 3));
  EXPECT_TRUE(check_.end());
}

TEST_F(BlankCheckTest, a_blank_that_nobody_names_is_named) {
  const Status end = check_.end();
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().code, FaultCode::blank_unnamed);
  EXPECT_EQ(end.error().where.substr(0, 2), "3 ");
}

TEST_F(BlankCheckTest, an_erasure_of_what_an_entry_with_its_text_amends_is_named_D39) {
  check_.erasure(12, naming(3, 3));
  check_.amends(entries_[4], 2);
  EXPECT_TRUE(check_.end()) << "another entry's original";
  check_.amends(entries_[4], 3);
  EXPECT_EQ(check_.end().error(), (Fault{FaultCode::erasure_wrong, "12"}));
}

TEST_F(BlankCheckTest, an_erasure_that_names_too_much_or_too_young_or_twice_is_named) {
  const Fault wrong{FaultCode::erasure_wrong, "12"};
  BlankCheck more = check_;
  more.erasure(12, naming(2, 3));
  EXPECT_EQ(more.end().error(), wrong);
  BlankCheck young = check_;
  young.erasure(12, naming(3, 3, "2032-01-12"));
  EXPECT_EQ(young.end().error(), wrong);
  check_.erasure(11, naming(3, 3));
  check_.erasure(12, naming(3, 3));
  EXPECT_EQ(check_.end().error(), wrong);
}

}  // namespace
}  // namespace handbell::journal
