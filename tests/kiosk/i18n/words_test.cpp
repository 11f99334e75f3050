#include "app/kiosk/i18n/words.h"

#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

const char* const kPo =
    "# by the school\nmsgid \"\"\nmsgstr \"\"\n\"Language: ur\\n\"\n\n"
    "msgid \"Go to {class}.\"\nmsgstr \"\"\n\"{class} \"\n\"jao\"\n\nmsgid \"Later\"\nmsgstr "
    "\"\"\n";

TEST(Words, a_language_says_what_its_file_says_over_several_lines) {
  EXPECT_EQ(Language::parse(kPo)->of("Go to {class}."), "{class} jao");
}

TEST(Words, what_has_no_translation_is_left_to_english) {
  Words words;
  words.add("ur", Language::parse(kPo).value());
  EXPECT_EQ(words.other("ur", "Later", {}), "");
  EXPECT_EQ(words.other("pl", "Later", {}), "");
  EXPECT_EQ(Words::english("Go to {class}.", {{"class", "Owls"}}), "Go to Owls.");
}

TEST(Words, an_inserted_name_is_set_apart_from_the_sentences_direction) {
  Words words;
  words.add("ur", Language::parse(kPo).value());
  EXPECT_EQ(words.other("ur", "Go to {class}.", {{"class", "Owls"}}), "\u2068Owls\u2069 jao");
}

TEST(Words, a_garbled_file_is_refused_with_its_line) {
  for (const char* wrong :
       {"hello", "msgid hello", "msgid \"a", "\"text before any id\"", "msgid \"a\\"}) {
    const auto language = Language::parse(std::string("# one\n") + wrong);
    ASSERT_FALSE(language) << wrong;
    EXPECT_EQ(language.error().where, "line 2");
  }
}

TEST(Words, a_file_cut_anywhere_is_read_or_refused) {
  const std::string po = kPo;
  for (std::size_t i = 0; i < po.size(); ++i) (void)Language::parse(po.substr(0, i));
}

}  // namespace
}  // namespace handbell::kiosk
