#include "app/journal/note_codec.h"

#include "some_notes.h"
#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

TEST(NoteCodec, each_kind_of_note_reads_back) {
  for (const auto& note : one_of_each_note()) {
    const Entry entry = sealed({}, {}, draft_of(note, kNoted + minutes(2)), {});
    EXPECT_TRUE(is_note(entry.kind));
    const auto read = note_of(entry);
    ASSERT_TRUE(read) << sentence(read.error());
    EXPECT_EQ(read->what, note);
    EXPECT_EQ(read->typed, kNoted + minutes(2));
    EXPECT_EQ(read->entry, 1U);
  }
}

TEST(NoteCodec, every_note_but_leave_is_kept_this_school_year_and_one_D51) {
  for (const auto& note : one_of_each_note()) {
    const auto draft = draft_of(note, kNoted);
    const bool leave =
        draft.kind == EntryKind::leave_request || draft.kind == EntryKind::leave_decision;
    EXPECT_EQ(draft.retention == Retention::year_and_1, !leave);
  }
}

TEST(NoteCodec, leave_and_its_decision_are_kept_six_years_as_the_registers_evidence_D51) {
  int leave = 0;
  for (const auto& note : one_of_each_note()) {
    const auto draft = draft_of(note, kNoted);
    if (draft.kind != EntryKind::leave_request && draft.kind != EntryKind::leave_decision) continue;
    EXPECT_EQ(draft.retention, Retention::register_6_years);
    ++leave;
  }
  EXPECT_EQ(leave, 3);
}

TEST(NoteCodec, cut_at_every_length_or_erased_it_is_named) {
  for (const auto& note : one_of_each_note()) {
    Entry entry = sealed({}, {}, draft_of(note, kNoted), {});
    while (!entry.payload.empty()) {
      entry.payload.pop_back();
      ASSERT_EQ(note_of(entry).error(), (Fault{FaultCode::entry_garbled, "1"}));
    }
    entry = sealed({}, {}, draft_of(note, kNoted), {});
    entry.salt.reset();
    EXPECT_FALSE(note_of(entry));
  }
}

TEST(NoteCodec, one_kinds_text_is_no_note_of_another_kind) {
  const auto notes = one_of_each_note();
  auto draft = draft_of(notes.front(), kNoted);
  draft.kind = EntryKind::mark;
  EXPECT_FALSE(note_of(sealed({}, {}, draft, {})));
}

}  // namespace
}  // namespace handbell::journal
