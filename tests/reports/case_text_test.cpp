#include "app/reports/case_text.h"

#include "small_school.h"
#include "some_case.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

using testing::HasSubstr;

class CaseTextTest : public testing::Test {
 protected:
  CaseTextTest() {
    facts_ = {"Amira Khan", "Amira", "Owls", "Oak Lane", on("2026-01-12"), {}, ""};
    for (int i = 0; i < 31; ++i) facts_.year.add({reg::code_of("/"), {}});
    for (int i = 0; i < 3; ++i) facts_.year.add({reg::code_of("I"), {}});
  }
  CaseTextFacts facts_;
  const reg::Meeting meeting_ = std::get<reg::Meeting>(one_of_each_case_note().at(3));
};

TEST_F(CaseTextTest, the_e_mail_has_the_rate_what_was_agreed_and_the_review_P18) {
  const auto text = email_after(meeting_, facts_);
  EXPECT_EQ(text.title, "Amira's attendance: what we agreed on Friday 9 January 2026");
  EXPECT_THAT(text.words, HasSubstr("\n\nSo far this school year, up to Monday 12 January 2026, it "
                                    "is 91.2 % (31 of 34 sessions).\n\n"));
  EXPECT_THAT(text.words, HasSubstr("Walk with a neighbour; a call at 8:00."));
  EXPECT_THAT(text.words, HasSubstr("again on Friday 6 February 2026."));
  EXPECT_THAT(text.words, HasSubstr("Łucja Wójcik, senior attendance champion\nOak Lane\n"));
  EXPECT_THAT(text.words, testing::Not(HasSubstr("You can write to")));
  facts_.reply_to = "attendance@oak-lane.example";
  EXPECT_THAT(email_after(meeting_, facts_).words,
              HasSubstr("You can write to attendance@oak-lane.example."));
}

TEST_F(CaseTextTest, the_note_for_cpoms_has_both_categories_and_who_arranged_it_P30) {
  const auto arranged = *reg::Author::parse("Zoë O'Neill, DSL");
  const auto text = cpoms_note(meeting_, arranged, facts_);
  EXPECT_EQ(text.title, "Contract meeting of Friday 9 January 2026");
  EXPECT_EQ(text.assignee, "Zoë O'Neill");
  EXPECT_THAT(text.words, HasSubstr("Categories: Attendance; Communication\nAssigned to: Zoë"));
  EXPECT_THAT(text.words, HasSubstr("Pupil: Amira Khan (Owls)"));
  EXPECT_THAT(text.words, HasSubstr("Present: نادية خان"));
}

TEST_F(CaseTextTest, no_session_is_no_percentage_D32) {
  EXPECT_EQ(rate_words({}), "no session yet");
  facts_.year = {};
  EXPECT_THAT(email_after(meeting_, facts_).words,
              HasSubstr("\n\nUp to Monday 12 January 2026 there was no session yet this school "
                        "year.\n\nThis is what we agreed:"));
}

}  // namespace
}  // namespace handbell::reports
