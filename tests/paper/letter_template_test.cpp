#include "app/paper/letter_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::paper {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Sheet filled(LetterKind kind, std::string_view text, const LetterValues& values = {}) {
  const auto wording = LetterTemplate::parse(kind, text);
  EXPECT_TRUE(wording) << sentence(wording.error());
  return wording ? wording->filled(values) : Sheet{};
}

std::string refused(std::string_view text, LetterKind kind = LetterKind::meeting) {
  const auto wording = LetterTemplate::parse(kind, text);
  return wording ? "" : sentence(wording.error());
}

TEST(LetterTemplate, headings_paragraphs_points_and_lines_to_sign_become_blocks) {
  const auto sheet = filled(LetterKind::meeting,
                            "# A meeting\n\nFirst line\nsecond line\n\n## Part\n- one\n- two\n"
                            "after\r\n\r\n[lines: 4]\n[sign: Parent or carer]\n");
  EXPECT_EQ(sheet.title, "A meeting");
  EXPECT_THAT(
      sheet.blocks,
      ElementsAre(Block(HeadingBlock{"A meeting", 1}),
                  Block(ParagraphBlock{"First line\nsecond line"}), Block(HeadingBlock{"Part", 2}),
                  Block(ListBlock{{"one", "two"}}), Block(ParagraphBlock{"after"}),
                  Block(WritingBlock{4}), Block(SignBlock{"Parent or carer"})));
}

TEST(LetterTemplate, a_field_is_replaced_by_what_stands_for_it_and_by_nothing_else) {
  const auto sheet =
      filled(LetterKind::meeting, "Dear family of {{first_name}}: {{ rate }} %.",
             {{"first_name", std::string("{{rate}} زينب")}, {"rate", std::string("93.4")}});
  EXPECT_THAT(sheet.blocks,
              ElementsAre(Block(ParagraphBlock{"Dear family of {{rate}} زينب: 93.4 %."})));
}

TEST(LetterTemplate, what_is_not_known_is_a_line_to_write_on) {
  const auto sheet = filled(LetterKind::meeting, "On {{review_day}}.\n\n{{strategies}}\n");
  EXPECT_THAT(sheet.blocks,
              ElementsAre(Block(ParagraphBlock{"On ____________."}), Block(WritingBlock{5})));
}

TEST(LetterTemplate, a_list_a_few_facts_and_a_table_stand_on_a_line_of_their_own) {
  const TableBlock table{"", {"Day"}, {{"Monday"}}, {}};
  const auto sheet =
      filled(LetterKind::lateness, "{{figures}}\n{{late_sessions}}\n",
             {{"figures", FactsBlock{{{"Class", "Owls"}}}}, {"late_sessions", table}});
  EXPECT_THAT(sheet.blocks, ElementsAre(Block(FactsBlock{{{"Class", "Owls"}}}), Block(table)));
}

TEST(LetterTemplate, an_unknown_field_is_refused_with_its_line_and_the_nearest_one) {
  EXPECT_EQ(refused("# A\n\nDear {{frist_name}}"),
            "In line 3 {{frist_name}} is no field of this letter, the nearest is {{first_name}}; "
            "write one of the fields that are listed beside the text, nothing was changed.");
}

TEST(LetterTemplate, a_field_of_another_letter_is_none_of_this_one) {
  EXPECT_THAT(refused("{{rate}}", LetterKind::late_slip), HasSubstr("{{rate}} is no field"));
  EXPECT_THAT(refused("{{counted_sessions}}", LetterKind::lateness), HasSubstr("is no field"));
  EXPECT_EQ(refused("{{counted_sessions}}", LetterKind::penalty), "");
}

TEST(LetterTemplate, broken_braces_and_brackets_are_refused_with_their_line) {
  EXPECT_THAT(refused("a\n{{first_name"), HasSubstr("In line 2 \"{{\" is not closed"));
  EXPECT_THAT(refused("first_name}} b"), HasSubstr("\"}}\" stands without"));
  EXPECT_THAT(refused("{{}}"), HasSubstr("names no field"));
  EXPECT_THAT(refused("[sing: Parent]"), HasSubstr("neither [sign"));
  EXPECT_THAT(refused("[sign: ]"), HasSubstr("does not say who signs"));
  EXPECT_THAT(refused("[lines: 31]"), HasSubstr("a number from 1 to 30"));
  EXPECT_THAT(refused("With {{strategies}} in it"), HasSubstr("on a line of its own"));
}

TEST(LetterTemplate, an_english_sentence_runs_from_left_whatever_name_begins_it) {
  const LetterValues values{{"first_name", std::string("زینب")}};
  EXPECT_THAT(filled(LetterKind::meeting, "{{first_name}} was late", values).blocks,
              ElementsAre(Block(ParagraphBlock{"\u200Eزینب was late"})));
  EXPECT_THAT(filled(LetterKind::meeting, "{{first_name}}", values).blocks,
              ElementsAre(Block(ParagraphBlock{"زینب"})));
  EXPECT_THAT(filled(LetterKind::meeting, "{{first_name}} دیر سے آئی", values).blocks,
              ElementsAre(Block(ParagraphBlock{"زینب دیر سے آئی"})));
}

TEST(LetterTemplate, markup_in_a_wording_stays_words) {
  const auto sheet =
      filled(LetterKind::meeting, "<b>Hello</b> & {{first_name}}\n\n<script>x</script>",
             {{"first_name", std::string("<i>Zoë</i>")}});
  EXPECT_THAT(sheet.blocks, ElementsAre(Block(ParagraphBlock{"<b>Hello</b> & <i>Zoë</i>"}),
                                        Block(ParagraphBlock{"<script>x</script>"})));
}

TEST(LetterTemplate, what_is_empty_too_long_or_no_text_is_refused) {
  EXPECT_THAT(refused(" \n\n"), HasSubstr("no words"));
  EXPECT_THAT(refused(std::string(5001, 'x')), HasSubstr("5000"));
  EXPECT_THAT(refused("a\x01"), HasSubstr("cannot be printed"));
  EXPECT_THAT(refused("a\xFF"), HasSubstr("not UTF-8"));
}

TEST(LetterTemplate, handbells_own_wordings_are_templates) {
  for (const LetterKind kind : all_letter_kinds()) {
    const auto wording = LetterTemplate::parse(kind, own_wording(kind));
    ASSERT_TRUE(wording) << text_of(kind) << ": " << sentence(wording.error());
    EXPECT_FALSE(wording->filled({}).blocks.empty());
    EXPECT_LT(own_wording(kind).size(), 2500U) << "a school may write twice as much";
  }
}

}  // namespace
}  // namespace handbell::paper
