#include "app/paper/letter_field.h"

#include <gtest/gtest.h>

#include <set>

namespace handbell::paper {
namespace {

TEST(LetterField, each_kind_lists_every_field_once_with_what_it_means) {
  for (const LetterKind kind : all_letter_kinds()) {
    std::set<std::string_view> names;
    for (const auto& field : fields_of(kind)) {
      EXPECT_TRUE(names.insert(field.name).second) << text_of(kind) << ": " << field.name;
      EXPECT_FALSE(field.meaning.empty());
      EXPECT_EQ(field.example.empty(), field.shape != FieldShape::words) << field.name;
    }
  }
}

TEST(LetterField, a_slip_for_the_teacher_says_name_class_and_time_and_no_figure) {
  std::set<std::string_view> names;
  for (const auto& field : fields_of(LetterKind::late_slip)) names.insert(field.name);
  EXPECT_EQ(names, (std::set<std::string_view>{"arrived", "class", "first_name", "made_by",
                                               "school", "today"}));
}

TEST(LetterField, the_nearest_is_the_one_that_was_meant) {
  const auto fields = fields_of(LetterKind::meeting);
  EXPECT_EQ(nearest_field(fields, "fristname"), "first_name");
  EXPECT_EQ(nearest_field(fields, "Rate"), "rate");
  EXPECT_EQ(nearest_field(fields, "reviewday"), "review_day");
  EXPECT_FALSE(nearest_field(fields, std::string(5000, 'x')).empty());
}

}  // namespace
}  // namespace handbell::paper
