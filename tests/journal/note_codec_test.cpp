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

bool is_evidence_of_marks(EntryKind kind) {
  return kind == EntryKind::leave_request || kind == EntryKind::leave_decision ||
         kind == EntryKind::other_mark || kind == EntryKind::record_change;
}

TEST(NoteCodec, every_note_that_no_mark_rests_on_is_kept_this_school_year_and_one_D51) {
  for (const auto& note : one_of_each_note()) {
    const auto draft = draft_of(note, kNoted);
    EXPECT_EQ(draft.retention == Retention::year_and_1, !is_evidence_of_marks(draft.kind));
  }
}

TEST(NoteCodec, leave_other_marks_and_changes_of_a_record_are_kept_six_years_as_evidence_D51) {
  int evidence = 0;
  for (const auto& note : one_of_each_note()) {
    const auto draft = draft_of(note, kNoted);
    if (!is_evidence_of_marks(draft.kind)) continue;
    EXPECT_EQ(draft.retention, Retention::register_6_years);
    ++evidence;
  }
  EXPECT_EQ(evidence, 6);
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
