#include "app/paper/letter_kind.h"

#include <gtest/gtest.h>

namespace handbell::paper {
namespace {

using reg::Role;

TEST(LetterKind, reads_back_from_its_own_word) {
  for (const LetterKind kind : all_letter_kinds()) {
    EXPECT_EQ(*parse_letter_kind(text_of(kind)), kind);
    EXPECT_FALSE(words_of(kind).empty());
    EXPECT_FALSE(own_wording(kind).empty()) << text_of(kind);
  }
  EXPECT_EQ(parse_letter_kind("fine").error().code, FaultCode::bad_choice);
}

TEST(LetterKind, the_office_makes_slips_and_lateness_letters_and_nobody_else_below_the_champion) {
  for (const LetterKind kind : all_letter_kinds()) {
    EXPECT_TRUE(may_make(kind, {Role::head}));
    EXPECT_TRUE(may_make(kind, {Role::champion}));
    const bool office = kind == LetterKind::lateness || size_of(kind) == PaperSize::slip;
    EXPECT_EQ(may_make(kind, {Role::office}), office) << text_of(kind);
    EXPECT_FALSE(may_make(kind, {Role::teacher, Role::governor, Role::technician, Role::dsl}));
  }
}

TEST(LetterKind, the_penalty_sheet_and_slips_never_go_home) {
  EXPECT_FALSE(goes_home(LetterKind::penalty));
  EXPECT_FALSE(goes_home(LetterKind::late_slip));
  EXPECT_FALSE(goes_home(LetterKind::governor));
  EXPECT_TRUE(goes_home(LetterKind::meeting));
  EXPECT_FALSE(is_of_child(LetterKind::governor));
}

}  // namespace
}  // namespace handbell::paper
