// How a slip is laid out, before any printer.
#include "app/kiosk/view/slip.h"

#include "plain_ruler.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

std::vector<Text> slip_lines(const Scene& scene) {
  std::vector<Text> texts;
  for (const Node& node : scene.nodes) texts.push_back(std::get<Text>(node));
  return texts;
}

TEST(Slip, says_first_name_class_and_time_and_nothing_else) {
  PlainRuler ruler;
  const auto texts =
      slip_lines(slip_scene({"Zoya K", "Owls", *TimeOfDay::parse("08:52:40")}, 72, ruler));
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[0].text, "Zoya K");
  EXPECT_EQ(texts[1].text, "Owls");
  EXPECT_EQ(texts[2].text, "08:52");
}

TEST(Slip, is_as_high_as_what_stands_on_it_also_on_narrow_paper) {
  PlainRuler ruler;
  const std::string longest(80, 'W');
  for (const double width : {72.0, 48.0}) {
    const Scene scene = slip_scene({longest, longest, *TimeOfDay::parse("08:52:40")}, width, ruler);
    double under = 0;
    for (const Text& text : slip_lines(scene)) {
      EXPECT_GE(text.box.y, under) << "no two lie on each other";
      EXPECT_GT(text.box.h, 0);
      under = text.box.y + text.box.h;
    }
    EXPECT_LE(under, scene.height);
    EXPECT_EQ(scene.width, width);
  }
}

}  // namespace
}  // namespace handbell::kiosk
