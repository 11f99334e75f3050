#include "app/register/export_state.h"

#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

Mark mark(std::uint64_t number) {
  return {number,
          Instant{0},
          {PupilId(1), SessionId{}, code_of("N"), std::nullopt, std::nullopt, "r", "s",
           *Author::parse("A, B")},
          0};
}

TEST(ExportState, what_never_left_or_was_refused_there_goes_out_again) {
  const std::vector<Mark> marks{mark(1), mark(2), mark(3), mark(4)};
  const std::vector<ExportRecord> records{
      ExportRecord::exported(1, {10}), ExportRecord::exported(2, {10}),
      ExportRecord::accepted(2, {20}), ExportRecord::exported(3, {10}),
      *ExportRecord::rejected(3, {20}, "Pupil not on roll there")};
  const auto left = still_to_export(marks, records);
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].entry, 3U);
  EXPECT_EQ(left[1].entry, 4U);
}

TEST(ExportState, the_newest_record_counts_in_whatever_order_they_are_kept) {
  const auto rejected = *ExportRecord::rejected(1, {20}, "Not this week");
  const auto accepted = ExportRecord::accepted(1, {30});
  EXPECT_TRUE(still_to_export({mark(1)}, {accepted, rejected}).empty());
  EXPECT_TRUE(still_to_export({mark(1)}, {rejected, accepted}).empty());
}

TEST(ExportState, a_refusal_without_a_reason_is_none) {
  EXPECT_EQ(ExportRecord::rejected(1, {20}, "").error().code, FaultCode::entry_incomplete);
}

TEST(ExportState, is_read_as_it_is_written) {
  for (const auto state : {ExportState::exported, ExportState::accepted, ExportState::rejected}) {
    EXPECT_EQ(*parse_export_state(text_of(state)), state);
  }
  EXPECT_EQ(parse_export_state("lost").error().code, FaultCode::bad_choice);
}

}  // namespace
}  // namespace handbell::reg
