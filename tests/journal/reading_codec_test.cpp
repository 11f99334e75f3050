#include "app/journal/reading_codec.h"

#include "app/journal/retention.h"

#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

reg::Reading a_reading() {
  return {reg::ReadKind::mark_history, PupilId(7), "2026-01-12 am", Instant{1'768'208'400'000},
          *reg::Author::from("R Patel", "Office")};
}

TEST(ReadingCodec, what_was_read_reads_back) {
  reg::Reading several = a_reading();
  several.pupil.reset();
  several.kind = reg::ReadKind::exported;
  for (const auto& reading : {a_reading(), several}) {
    const auto read = reading_of(sealed({}, {}, draft_of(reading), {}));
    ASSERT_TRUE(read) << sentence(read.error());
    EXPECT_EQ(*read, reading);
  }
}

TEST(ReadingCodec, it_is_kept_for_a_year_D51) {
  const auto draft = draft_of(a_reading());
  EXPECT_EQ(kept_through(draft.retention, draft.at), *SchoolDay::parse("2027-01-13"));
}

TEST(ReadingCodec, cut_at_every_length_or_of_another_kind_it_is_named) {
  Entry entry = sealed({}, {}, draft_of(a_reading()), {});
  entry.kind = EntryKind::setting;
  EXPECT_FALSE(reading_of(entry));
  entry.kind = EntryKind::reading;
  while (!entry.payload.empty()) {
    entry.payload.pop_back();
    ASSERT_EQ(reading_of(entry).error(), (Fault{FaultCode::entry_garbled, "1"}));
  }
}

}  // namespace
}  // namespace handbell::journal
