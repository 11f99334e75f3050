#include "app/register/pupil_search.h"

#include "small_school.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::reg {
namespace {

School school_of_many_names() {
  School school;
  int number = 0;
  for (const auto& [forename, surname] : {std::pair{"Amira", "Khan"},
                                          {"Zoë", "O'Neill"},
                                          {"Łukasz", "Wiśniewski"},
                                          {"Maryam", "Al-Hassan"},
                                          {"Nguyễn", "Thị Ánh"},
                                          {"Ben", "Ross"},
                                          {"Bea", "Rossi"}}) {
    auto pupil = pupil_named(forename, surname, ++number);
    pupil.id = PupilId(number);
    school.pupils.push_back(pupil);
  }
  auto ismail = pupil_named("Ismail", "Khan", ++number);
  ismail.id = PupilId(number);
  ismail.preferred = *NamePart::parse("اسماعيل");
  school.pupils.push_back(ismail);
  return school;
}

std::string found(const char* typed) {
  const School school = school_of_many_names();
  std::string all;
  for (const auto* pupil : find_pupils(school, typed, on("2026-01-12"))) {
    all += (all.empty() ? "" : ", ") + pupil->forename.text();
  }
  return all;
}

TEST(PupilSearch, a_name_without_its_accents_and_marks_is_found) {
  EXPECT_EQ(found("wisniewski"), "Łukasz");
  EXPECT_EQ(found("ZOE"), "Zoë");
  EXPECT_EQ(found("oneill"), "Zoë");
  EXPECT_EQ(found("o'neill"), "Zoë");
  EXPECT_EQ(found("hassan"), "Maryam");
  EXPECT_EQ(found("nguyen anh"), "Nguyễn");
}

TEST(PupilSearch, small_mistakes_are_forgiven_and_the_closest_comes_first) {
  EXPECT_EQ(found("Amera"), "Amira");
  EXPECT_EQ(found("Marayam"), "Maryam");
  EXPECT_EQ(found("wisneiwski"), "Łukasz");
  EXPECT_EQ(found("Ross"), "Ben, Bea");
  EXPECT_EQ(found("Bxn"), "") << "three letters are too few to guess by";
}

TEST(PupilSearch, a_beginning_is_enough_and_each_word_must_be_found) {
  EXPECT_EQ(found("kha"), "Amira, Ismail");
  EXPECT_EQ(found("khan ami"), "Amira");
  EXPECT_EQ(found("khan zoe"), "");
  EXPECT_EQ(found("  "), "");
}

TEST(PupilSearch, a_name_in_another_script_is_found_as_it_is_written) {
  EXPECT_EQ(found("اسماعيل"), "Ismail");
}

TEST(PupilSearch, a_number_finds_its_child_alone) { EXPECT_EQ(found(" 1003 "), "Łukasz"); }

TEST(PupilSearch, who_left_comes_last) {
  School school = school_of_many_names();
  school.pupils[5].leaving = on("2025-12-19");
  const auto pupils = find_pupils(school, "ross", on("2026-01-12"));
  ASSERT_EQ(pupils.size(), 2U);
  EXPECT_EQ(pupils[1]->forename.text(), "Ben");
}

RC_GTEST_PROP(PupilSearch, letters_apart_is_the_same_both_ways_and_never_more_than_allowed, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
  const auto a = *word;
  const auto b = *word;
  const int apart = letters_apart(a, b, 2);
  RC_ASSERT(apart == letters_apart(b, a, 2));
  RC_ASSERT(apart >= 0 && apart <= 3);
  RC_ASSERT((apart == 0) == (a == b));
}

}  // namespace
}  // namespace handbell::reg
