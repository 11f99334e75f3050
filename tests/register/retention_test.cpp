#include "app/register/retention.h"

#include "dates.h"
#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

TEST(Retention, every_worked_example_of_six_years_D39) {
  int count = 0;
  for (const auto& example : worked_examples("retention")) {
    const SchoolDay made = day(example["input"]["entry_made_on"].get<std::string>());
    const SchoolDay first = day(example["expected"]["earliest_erasure"].get<std::string>());
    EXPECT_EQ(register_kept_through(made).plus(1), first) << example["title"];
    ++count;
  }
  EXPECT_EQ(count, 2);
}

TEST(Retention, a_chain_of_amendments_is_kept_until_the_youngest_is_six_years_old_D39) {
  const SessionId session{day("2025-11-03"), Half::am};
  const std::vector<MarkMade> rows{{session, PupilId(1), 5, day("2025-11-03")},
                                   {session, PupilId(1), 9, day("2026-02-01")},
                                   {session, PupilId(2), 6, day("2025-11-03")},
                                   {session, PupilId(2), 7, day("2025-11-04")}};
  EXPECT_TRUE(entries_due(rows, day("2031-11-04")).empty());
  EXPECT_EQ(entries_due(rows, day("2031-11-05")), (std::vector<std::uint64_t>{6, 7}));
  EXPECT_EQ(entries_due(rows, day("2032-02-02")), (std::vector<std::uint64_t>{5, 6, 7, 9}));
}

}  // namespace
}  // namespace handbell::reg
