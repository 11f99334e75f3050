#include "app/journal/case_codec.h"

#include "some_case.h"
#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

TEST(CaseCodec, each_kind_of_note_reads_back) {
  for (const auto& note : one_of_each_case_note()) {
    const Entry entry = sealed({}, {}, draft_of(note, kCaseTyped), {});
    EXPECT_TRUE(is_case_note(entry.kind));
    const auto read = case_note_of(entry);
    ASSERT_TRUE(read) << sentence(read.error());
    EXPECT_EQ(read->what, note);
    EXPECT_EQ(read->typed, kCaseTyped);
    EXPECT_EQ(read->entry, 1U);
  }
}

TEST(CaseCodec, a_case_is_kept_six_years_and_ticks_and_answers_this_school_year_and_one_D51) {
  int ticks = 0;
  for (const auto& note : one_of_each_case_note()) {
    const auto draft = draft_of(note, kCaseTyped);
    const bool tick =
        draft.kind == EntryKind::suggestion_answer || draft.kind == EntryKind::text_sent ||
        draft.kind == EntryKind::concern;
    EXPECT_EQ(draft.retention, tick ? Retention::year_and_1 : Retention::register_6_years);
    ticks += tick ? 1 : 0;
  }
  EXPECT_EQ(ticks, 5);
}

TEST(CaseCodec, cut_at_every_length_or_erased_it_is_named) {
  for (const auto& note : one_of_each_case_note()) {
    Entry entry = sealed({}, {}, draft_of(note, kCaseTyped), {});
    while (!entry.payload.empty()) {
      entry.payload.pop_back();
      ASSERT_EQ(case_note_of(entry).error(), (Fault{FaultCode::entry_garbled, "1"}));
    }
    entry = sealed({}, {}, draft_of(note, kCaseTyped), {});
    entry.salt.reset();
    EXPECT_FALSE(case_note_of(entry));
  }
}

TEST(CaseCodec, one_kinds_text_is_no_note_of_another_kind) {
  auto draft = draft_of(one_of_each_case_note().front(), kCaseTyped);
  draft.kind = EntryKind::record_change;
  EXPECT_FALSE(case_note_of(sealed({}, {}, draft, {})));
}

TEST(CaseCodec, the_longest_texts_in_the_widest_letters_fit_into_an_entry) {
  std::string widest;
  for (std::size_t i = 0; i < reg::kLongestPromise; ++i) widest += "𝄞";
  auto contract = std::get<reg::Contract>(one_of_each_case_note()[5]);
  contract.parents_will = widest;
  contract.school_will = widest;
  contract.words = widest.substr(0, 4 * reg::kLongestReason / 2);
  ASSERT_TRUE(complete(contract));
  const auto draft = draft_of(reg::CaseNote(contract), kCaseTyped);
  EXPECT_LE(draft.payload.size(), kLongestPayload);
  EXPECT_TRUE(case_note_of(sealed({}, {}, draft, {})));
}

}  // namespace
}  // namespace handbell::journal
