#include "app/kiosk/view/fit.h"

#include "plain_ruler.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

Line name_of_child(const std::string& name) {
  Line line;
  line.said = {name, "en", ""};
  line.em = 10;
  return line;
}

std::vector<Text> fitted_into(double width, double height, const std::vector<Line>& lines) {
  PlainRuler ruler;
  return fitted(ruler, {5, 5, width, height}, lines, {});
}

TEST(Fit, what_has_room_is_as_large_as_wished_and_in_the_middle) {
  const auto texts = fitted_into(100, 45, {name_of_child("Zoya K")});
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_DOUBLE_EQ(texts[0].em, 10);
  EXPECT_DOUBLE_EQ(texts[0].box.y, 5 + 15);
}

TEST(Fit, a_longer_name_is_smaller_on_one_line_before_it_takes_two) {
  const auto texts = fitted_into(40, 45, {name_of_child("Oluwadami K")});
  EXPECT_LT(texts[0].em, 10);
  EXPECT_LE(texts[0].box.h, texts[0].em * 1.6);
}

TEST(Fit, a_name_that_no_size_bears_is_cut_and_never_under_its_least_size) {
  const auto texts = fitted_into(40, 45, {name_of_child(std::string(80, 'w'))});
  EXPECT_DOUBLE_EQ(texts[0].em, 4.5);
  EXPECT_EQ(texts[0].most_lines, 2);
}

TEST(Fit, our_own_words_are_never_cut) {
  Line line = name_of_child(std::string(80, 'w'));
  line.said.phrase = line.said.text;
  EXPECT_EQ(fitted_into(40, 45, {line})[0].most_lines, 0);
}

TEST(Fit, lines_that_are_too_high_together_all_give_way) {
  const auto texts = fitted_into(100, 20, {name_of_child("Zoya K"), name_of_child("Owls")});
  EXPECT_LE(height_of(texts), 20);
  EXPECT_DOUBLE_EQ(texts[0].em, texts[1].em);
  EXPECT_LT(texts[0].em, 10);
}

TEST(Fit, what_a_language_lacks_takes_no_room) {
  EXPECT_EQ(fitted_into(100, 45, {name_of_child(""), name_of_child("Owls")}).size(), 1U);
}

}  // namespace
}  // namespace handbell::kiosk
