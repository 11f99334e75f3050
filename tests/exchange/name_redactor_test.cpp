#include "app/exchange/name_redactor.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace handbell::exchange {
namespace {

std::string redacted(const std::vector<std::string>& others, const std::vector<std::string>& kept,
                     const std::string& text) {
  return NameRedactor(others, kept).redact(text).text;
}

TEST(NameRedactor, takes_out_each_word_of_a_name_however_it_is_typed) {
  EXPECT_EQ(redacted({"Ben Ross"}, {}, "Came with ben ROSS, and Ben's card."),
            "Came with [name removed], and [name removed]'s card.");
  EXPECT_EQ(redacted({"Zoë", "Al-Hassan"}, {}, "Zoe and Zoë sat by al-hassan."),
            "[name removed] and [name removed] sat by [name removed].");
  EXPECT_EQ(redacted({"امیرہ"}, {}, "Played with امیرہ today"), "Played with [name removed] today");
}

TEST(NameRedactor, takes_the_small_words_of_a_name_with_it) {
  EXPECT_EQ(redacted({"Sean O'Neill", "Al-Hassan"}, {}, "O’Neill and al-hassan, not al alone"),
            "[name removed] and [name removed], not al alone");
}

TEST(NameRedactor, leaves_words_that_only_contain_a_name) {
  EXPECT_EQ(redacted({"Ben"}, {}, "On the bench, benign."), "On the bench, benign.");
}

TEST(NameRedactor, takes_two_letters_only_as_the_name_is_written) {
  EXPECT_EQ(redacted({"An"}, {}, "An said: an apple"), "[name removed] said: an apple");
}

TEST(NameRedactor, keeps_the_childs_own_names_and_words_that_a_person_found_to_be_none) {
  EXPECT_EQ(redacted({"Ben Khan"}, {"Amira Khan"}, "Amira Khan with Ben Khan"),
            "Amira Khan with [name removed] Khan");
  EXPECT_EQ(redacted({"Mark Hill"}, {"mark"}, "The mark was wrong"), "The mark was wrong");
}

TEST(NameRedactor, tells_the_office_what_it_took_out) {
  const auto made = NameRedactor({"Ben Ross"}, {}).redact("With Ben Ross");
  EXPECT_EQ(made.words, (std::vector<std::string>{"Ben", "Ross"}));
}

TEST(NameRedactor, leaves_no_name_in_any_text_and_all_else_as_it_was) {
  const NameRedactor redactor({"Ben Ross", "Zoë"}, {});
  EXPECT_TRUE(rc::check([&] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"Ben", "ROSS", "zoe", "came", "-", "’", " ", ", ", "\xFF", "1"}));
    std::string text;
    for (const auto& word : words) text += word + " ";
    const auto made = redactor.redact(text);
    RC_ASSERT(redactor.redact(made.text).words.empty());
    if (made.words.empty()) RC_ASSERT(made.text == text);
  }));
}

}  // namespace
}  // namespace handbell::exchange
