#include "app/register/mark_history.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace handbell::reg {
namespace {

Mark entry(std::uint64_t number, int pupil, const char* code, std::uint64_t replaces) {
  const SessionId session{*SchoolDay::from_parts(2026, 1, 12), Half::am};
  return {number,
          Instant{1'000},
          {PupilId(pupil), session, code_of(code), std::nullopt, std::nullopt, "Told by telephone",
           "Office", *Author::parse("Pat Hill, Office manager")},
          replaces};
}

TEST(MarkHistory, the_current_mark_is_the_last_entry_of_its_pupil_and_session_D21) {
  const auto history = MarkHistory::from(
      {entry(7, 1, "I", 4), entry(1, 1, "N", 0), entry(4, 1, "U", 1), entry(5, 2, "/", 0)});
  ASSERT_TRUE(history);
  ASSERT_EQ(history->current().size(), 2U);
  EXPECT_EQ(history->current()[0].what.code.text(), "I");
  EXPECT_EQ(history->before(history->current()[0])->what.code.text(), "U");
  EXPECT_EQ(history->before(entry(1, 1, "N", 0)), nullptr);
}

TEST(MarkHistory, an_entry_that_is_named_and_not_there_is_a_fault_and_never_a_blank) {
  const auto cut = MarkHistory::from({entry(7, 1, "I", 4)});
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error(), (Fault{FaultCode::entry_missing, "4"}));
  EXPECT_FALSE(MarkHistory::from({entry(7, 1, "I", 4), entry(4, 2, "N", 0)}))
      << "another pupil's entry is not the one before";
}

TEST(MarkHistory, is_the_same_in_whatever_order_the_entries_come) {
  EXPECT_TRUE(rc::check([] {
    std::vector<Mark> entries;
    for (int pupil = 1; pupil <= 4; ++pupil) {
      std::uint64_t before = 0;
      const int length = *rc::gen::inRange(1, 4);
      for (int i = 0; i < length; ++i) {
        const auto number = static_cast<std::uint64_t>(i) * 10 + static_cast<std::uint64_t>(pupil);
        entries.push_back(entry(number, pupil, "N", before));
        before = number;
      }
    }
    const auto order = *rc::gen::container<std::vector<std::size_t>>(
        entries.size(), rc::gen::inRange<std::size_t>(0, entries.size()));
    auto turned = entries;
    for (std::size_t i = 0; i < order.size(); ++i) std::swap(turned[i], turned[order[i]]);
    RC_ASSERT(MarkHistory::from(turned)->current() == MarkHistory::from(entries)->current());
    RC_ASSERT(MarkHistory::from(turned)->current().size() == 4U);
  }));
}

}  // namespace
}  // namespace handbell::reg
