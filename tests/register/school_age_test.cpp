#include "app/register/school_age.h"

#include "dates.h"
#include "worked_examples.h"
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace handbell::reg {
namespace {

TEST(SchoolAge, the_worked_examples_hold_D36) {
  const auto examples = worked_examples("compulsory_school_age");
  ASSERT_FALSE(examples.empty());
  for (const auto& example : examples) {
    const auto born = day(example.at("input").at("date_of_birth").get<std::string>());
    EXPECT_EQ(school_age_from(born).text(),
              example.at("expected").at("compulsory_school_age_from").get<std::string>())
        << example.at("id");
  }
}

TEST(SchoolAge, five_on_31_March_is_of_age_that_day_and_on_1_April_in_August) {
  EXPECT_EQ(school_age_from(day("2021-03-31")), day("2026-03-31"));
  EXPECT_EQ(school_age_from(day("2021-04-01")), day("2026-08-31"));
}

TEST(SchoolAge, five_on_new_years_eve_is_of_age_that_day_and_on_new_years_day_in_March) {
  EXPECT_EQ(school_age_from(day("2020-12-31")), day("2025-12-31"));
  EXPECT_EQ(school_age_from(day("2021-01-01")), day("2026-03-31"));
}

TEST(SchoolAge, born_on_29_February_is_five_on_1_March_and_of_age_on_31_March_D27) {
  EXPECT_EQ(fifth_birthday(day("2020-02-29")), day("2025-03-01"));
  EXPECT_EQ(school_age_from(day("2020-02-29")), day("2025-03-31"));
}

TEST(SchoolAge, a_birthday_behind_the_last_day_of_all_has_an_answer) {
  EXPECT_EQ(school_age_from(day("2199-01-01")), day("2199-12-31"));
}

/// Day by day from the fifth birthday on, by what the date says when it is written.
SchoolDay naive_school_age(SchoolDay born) {
  const std::string text = born.text();
  std::string at = std::to_string(std::stoi(text.substr(0, 4)) + 5) + text.substr(4);
  SchoolDay on = SchoolDay::parse(at) ? *SchoolDay::parse(at) : day(at.substr(0, 4) + "-03-01");
  for (;; on = on.plus(1)) {
    const std::string month_and_day = on.text().substr(4);
    if (month_and_day == "-03-31" || month_and_day == "-08-31" || month_and_day == "-12-31") {
      return on;
    }
  }
}

TEST(SchoolAge, every_birthday_agrees_with_a_count_of_the_days) {
  for (SchoolDay born = day("2016-01-01"); born < day("2032-01-01"); born = born.plus(1)) {
    ASSERT_EQ(school_age_from(born), naive_school_age(born)) << born.text();
  }
}

TEST(SchoolAge, the_younger_child_is_never_of_age_first) {
  EXPECT_TRUE(rc::check([] {
    const auto born = *SchoolDay::from_number(*rc::gen::inRange(-20'000, 70'000));
    const auto younger = born.plus(*rc::gen::inRange(0, 400));
    RC_ASSERT(school_age_from(born) <= school_age_from(younger));
    RC_ASSERT(fifth_birthday(born) <= school_age_from(born));
    RC_ASSERT(school_age_from(born).number() - fifth_birthday(born).number() < 153);
  }));
}

}  // namespace
}  // namespace handbell::reg
