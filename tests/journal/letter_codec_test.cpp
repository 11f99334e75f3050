#include "app/journal/letter_codec.h"

#include "some_letters.h"
#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

TEST(LetterCodec, a_change_of_wording_and_one_of_the_logo_read_back) {
  const Entry letter = sealed({}, {}, draft_of(some_letter_change(), {7}), {});
  const auto read = letter_change_of(letter);
  ASSERT_TRUE(read) << sentence(read.error());
  EXPECT_EQ(read->what, some_letter_change());
  EXPECT_EQ(read->typed, Instant{7});
  EXPECT_EQ(letter.retention, Retention::register_6_years);
  const Entry logo = sealed({}, {}, draft_of(some_logo_change(), {7}), {});
  EXPECT_EQ(*logo_change_of(logo), some_logo_change());
  EXPECT_FALSE(logo_change_of(letter));
  EXPECT_FALSE(letter_change_of(logo));
}

TEST(LetterCodec, cut_at_every_length_or_erased_it_is_named) {
  const Entry whole = sealed({}, {}, draft_of(some_letter_change(), {7}), {});
  Entry entry = whole;
  while (!entry.payload.empty()) {
    entry.payload.pop_back();
    ASSERT_EQ(letter_change_of(entry).error(), (Fault{FaultCode::entry_garbled, "1"}));
  }
  entry = whole;
  entry.salt.reset();
  EXPECT_FALSE(letter_change_of(entry));
}

TEST(LetterCodec, the_longest_texts_in_the_widest_letters_fit_into_an_entry) {
  auto change = some_letter_change();
  change.was = std::string(reg::kLongestLetter, 'x');
  change.is = std::string(reg::kLongestLetter, 'y');
  change.reason.clear();
  for (std::size_t i = 0; i < reg::kLongestLetterReason; ++i) change.reason += "𝄞";
  ASSERT_TRUE(complete(change));
  const auto draft = draft_of(change, {7});
  EXPECT_LE(draft.payload.size(), kLongestPayload);
  EXPECT_EQ(letter_change_of(sealed({}, {}, draft, {}))->what, change);
}

}  // namespace
}  // namespace handbell::journal
