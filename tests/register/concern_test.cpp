// A concern about a child: what belongs to it, and who hears of it.
#include "app/register/concern.h"

#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

Concern raised(std::vector<ConcernFor> whom) {
  return {PupilId(1),
          0,
          ConcernState::raised,
          *SchoolDay::parse("2026-01-12"),
          std::move(whom),
          "Late each Monday.",
          *Author::from("R Patel", "Office manager")};
}

TEST(Concerns, need_words_and_somebody_who_hears_them) {
  EXPECT_TRUE(complete(raised({ConcernFor::class_teacher, ConcernFor::senco})));
  EXPECT_FALSE(complete(raised({})));
  EXPECT_FALSE(complete(raised({ConcernFor::senco, ConcernFor::class_teacher})))
      << "in their order";
  EXPECT_FALSE(complete(raised({ConcernFor::dsl, ConcernFor::dsl})));
  auto wordless = raised({ConcernFor::dsl});
  wordless.words.clear();
  EXPECT_FALSE(complete(wordless));
  wordless.words = std::string(2000, 'x');
  EXPECT_FALSE(complete(wordless));
}

TEST(Concerns, are_closed_with_what_became_of_them) {
  auto step = raised({});
  step.of = 7;
  step.state = ConcernState::taken_up;
  step.words.clear();
  EXPECT_TRUE(complete(step));
  step.state = ConcernState::closed;
  EXPECT_FALSE(complete(step));
  step.words = "A lift was arranged.";
  EXPECT_TRUE(complete(step));
  step.of = 0;
  EXPECT_FALSE(complete(step));
}

TEST(Concerns, are_read_by_whom_they_are_for_and_a_teacher_hears_of_the_own_class_alone) {
  const auto for_teacher = raised({ConcernFor::class_teacher});
  EXPECT_TRUE(is_for(for_teacher, {Role::teacher}, true));
  EXPECT_FALSE(is_for(for_teacher, {Role::teacher}, false));
  EXPECT_FALSE(is_for(raised({ConcernFor::dsl}), {Role::teacher}, true));
  for (const Role role : {Role::head, Role::champion, Role::dsl}) {
    EXPECT_TRUE(is_for(raised({ConcernFor::senco}), {role}, false)) << "they tell the SENDCo";
  }
  for (const Role role : {Role::office, Role::governor, Role::technician}) {
    EXPECT_FALSE(is_for(for_teacher, {role}, true));
  }
  EXPECT_FALSE(is_for(for_teacher, {}, true));
}

}  // namespace
}  // namespace handbell::reg
