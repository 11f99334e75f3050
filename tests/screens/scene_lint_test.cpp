// Every screen, in every language, on every display: can it be read, pressed and understood?
#include "app/kiosk/view/theme.h"
#include "app/register/school.h"

#include "screen_kit.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

std::vector<std::string> text_findings(Painter& painter, const Text& text) {
  std::vector<std::string> findings;
  const std::string what = "\"" + text.text + "\": ";
  if (text.em < 4.5) findings.push_back(what + "smaller than 4.5 mm");
  if (theme::contrast(text.colour, text.on) < 7) findings.push_back(what + "contrast under 7");
  const Measured need = painter.measure(text);
  if (need.height > text.box.h * 1.02) findings.push_back(what + "higher than its box");
  if (need.width > text.box.w * 1.001) findings.push_back(what + "wider than its box");
  if (need.unknown_glyphs > 0) findings.push_back(what + "letters that no font has");
  return findings;
}

std::vector<std::string> button_findings(const Scene& scene, const Button& button) {
  std::vector<std::string> findings;
  if (button.box.w < 24 || button.box.h < 24) findings.push_back(button.id + ": under 24 mm");
  if (button.label.empty()) findings.push_back(button.id + ": no label");
  for (const Node& node : scene.nodes) {
    const auto* other = std::get_if<Button>(&node);
    if (other == nullptr || *other == button) continue;
    const Box gap{button.box.x - 3, button.box.y - 3, button.box.w + 6, button.box.h + 6};
    if (overlap(gap, other->box)) findings.push_back(button.id + ": gap under 3 mm");
  }
  return findings;
}

/// What a node covers that nothing else may: texts and pictures.
std::vector<Box> solid(const Scene& scene) {
  std::vector<Box> boxes;
  for (const Node& node : scene.nodes) {
    if (const auto* text = std::get_if<Text>(&node)) boxes.push_back(text->box);
    if (const auto* picture = std::get_if<Picture>(&node)) boxes.push_back(picture->box);
  }
  return boxes;
}

std::vector<std::string> place_findings(const Scene& scene) {
  std::vector<std::string> findings;
  const Box screen{0, 0, scene.width, scene.height};
  const auto boxes = solid(scene);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (!within(boxes[i], screen)) findings.push_back("something leaves the screen");
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      if (overlap(boxes[i], boxes[j])) {
        findings.push_back("nodes " + std::to_string(i) + " and " + std::to_string(j) + " overlap");
      }
    }
  }
  return findings;
}

std::vector<std::string> findings_of(Painter& painter, const Scene& scene) {
  std::vector<std::string> findings = place_findings(scene);
  const auto take = [&](const std::vector<std::string>& more) {
    findings.insert(findings.end(), more.begin(), more.end());
  };
  for (const Node& node : scene.nodes) {
    if (const auto* text = std::get_if<Text>(&node)) take(text_findings(painter, *text));
    if (const auto* button = std::get_if<Button>(&node)) take(button_findings(scene, *button));
    const auto* picture = std::get_if<Picture>(&node);
    if (picture != nullptr && !painter.has_icon(picture->icon)) {
      findings.push_back("no picture " + picture->icon);
    }
  }
  return findings;
}

/// 40 percent longer, in words.
std::string longer(const std::string& english) {
  std::string text = english;
  while (text.size() * 10 < english.size() * 14) text += text.size() % 5 == 0 ? ' ' : 'o';
  return text;
}

TEST(SceneLint, every_screen_can_be_read_and_pressed_on_every_display) {
  Painter painter = test_painter();
  const Words words = test_words();
  for (const auto& display : displays()) {
    for (const auto& [name, screen] : every_screen()) {
      const Scene scene = view(screen, words, display.mm);
      for (const auto& finding : findings_of(painter, scene)) {
        ADD_FAILURE() << display.name << ", " << name << ": " << finding;
      }
    }
  }
}

TEST(SceneLint, every_screen_bears_a_language_40_percent_longer) {
  Painter painter = test_painter();
  Words words;
  const Language urdu = test_language("ur");
  std::string po;
  for (const auto& [english, other] : urdu.all()) {
    po += "msgid \"" + english + "\"\nmsgstr \"" + longer(english) + "\"\n";
  }
  words.add("qps", Language::parse(po).value());
  for (const auto& display : displays()) {
    for (auto [name, screen] : every_screen()) {
      screen.language = "qps";
      for (const auto& finding : findings_of(painter, view(screen, words, display.mm))) {
        ADD_FAILURE() << display.name << ", " << name << ": " << finding;
      }
    }
  }
}

TEST(SceneLint, the_lint_sees_what_is_wrong) {
  Painter painter = test_painter();
  Scene scene = view(screen_for(ScreenKind::late, "ur"), test_words(), {217, 136});
  ASSERT_TRUE(findings_of(painter, scene).empty());
  scene.nodes.emplace_back(Text{{5, 60, 4, 3}, "Tiny \U00012000", "en", 3, {9, 9, 9}, {0, 0, 0}});
  scene.nodes.emplace_back(Button{{5, 5, 10, 10}, "small", ""});
  scene.nodes.emplace_back(Picture{{300, 5, 10, 10}, "unicorn", {}});
  EXPECT_GE(findings_of(painter, scene).size(), 8U);
}

TEST(Scene, an_unknown_card_a_leavers_and_a_child_not_expected_are_one_screen) {
  // The flow gives all three as see_office, without a child: there is nothing that could differ.
  const Words words = test_words();
  const Scene one = view(screen_for(ScreenKind::see_office, ""), words, {217, 136});
  const Scene two = view(screen_for(ScreenKind::see_office, "ur"), words, {217, 136});
  EXPECT_EQ(one, two);
}

TEST(Scene, no_screen_shows_a_code_or_a_word_that_shames) {
  const Words words = test_words();
  for (const auto& [name, screen] : every_screen()) {
    const Scene scene = view(screen, words, {217, 136});
    for (const Node& node : scene.nodes) {
      const auto* text = std::get_if<Text>(&node);
      if (text == nullptr) continue;
      EXPECT_NE(text->text, "L") << name;
      EXPECT_NE(text->text, "U") << name;
      for (const char* never : {"bsent", "uthorised", "ate ", "%"}) {
        EXPECT_EQ(text->text.find(never), std::string::npos) << name << ": " << text->text;
      }
    }
  }
}

TEST(Scene, every_class_that_has_a_picture_has_it_drawn) {
  Painter painter = test_painter();
  for (const char* name : {"Owls", "Foxes", "Red Kingfishers", "Squirrels", "Mice", "Snails"}) {
    const std::string picture = reg::picture_for(name);
    EXPECT_FALSE(picture.empty()) << name;
    EXPECT_TRUE(painter.has_icon(picture)) << name;
  }
}

TEST(Scene, a_finger_finds_the_button_and_nothing_beside_it) {
  const Scene scene = view(screen_for(ScreenKind::late, "ur"), test_words(), {217, 136});
  EXPECT_EQ(button_at(scene, 200, 120), "not_me");
  EXPECT_EQ(button_at(scene, 20, 120), "");
}

TEST(Scene, describes_itself_in_one_line) {
  const std::string line =
      description(view(screen_for(ScreenKind::late, "ur"), test_words(), {217, 136}));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_NE(line.find(R"("screen":"late")"), std::string::npos);
  EXPECT_NE(line.find(R"("id":"not_me")"), std::string::npos);
}

}  // namespace
}  // namespace handbell::kiosk
