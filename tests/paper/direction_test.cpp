#include "app/paper/direction.h"

#include <gtest/gtest.h>

namespace handbell::paper {
namespace {

TEST(PaperDirection, is_that_of_the_first_letter) {
  EXPECT_EQ(direction_of("12 Zoë زینب"), Direction::from_left);
  EXPECT_EQ(direction_of("(زینب) goes"), Direction::from_right);
  EXPECT_EQ(direction_of("12 - 13"), Direction::neither);
  EXPECT_EQ(direction_of(""), Direction::neither);
}

TEST(PaperDirection, a_sentence_that_begins_with_a_name_from_right_to_left_is_marked) {
  EXPECT_EQ(from_left("زینب goes home"), "\u200Eزینب goes home");
  EXPECT_EQ(from_left("Zoë goes home"), "Zoë goes home");
}

}  // namespace
}  // namespace handbell::paper
