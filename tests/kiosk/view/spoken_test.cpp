#include "app/kiosk/view/spoken.h"

#include "app/kiosk/view/view.h"

#include "plain_ruler.h"
#include "screens.h"
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace handbell::kiosk {
namespace {

Words built_words() {
  Words words;
  for (const char* code : {"ur", "pl"}) {
    std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/i18n/" + code + ".po");
    const std::string po{std::istreambuf_iterator<char>(file), {}};
    words.add(code, Language::parse(po).value());
  }
  return words;
}

/// "Owls", "[Back]" for what can be pressed.
std::vector<std::string> read_out(const Screen& screen, const std::string& language) {
  PlainRuler ruler;
  const Words words = built_words();
  std::vector<std::string> lines;
  for (const Sentence& said : spoken(view(screen, words, {}, ruler), language, words)) {
    lines.push_back(said.button ? "[" + said.text + "]" : said.text);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Spoken, a_result_is_read_as_it_stands_and_its_button_last) {
  EXPECT_EQ(read_out(screen_for(ScreenKind::late, ""), ""),
            (Lines{"Hello", "8:52", "Zoya K", "You are in. Go to Owls.", "[Not me]"}));
}

TEST(Spoken, each_thing_is_said_once_in_the_language_of_the_family) {
  const auto lines = read_out(screen_for(ScreenKind::late, "pl"), "pl");
  EXPECT_EQ(lines, (Lines{"Dzie\u0144 dobry", "8:52", "Zoya K",
                          "Jeste\u015B na miejscu. Id\u017A do \u2068Owls\u2069.", "[To nie ja]"}));
}

TEST(Spoken, a_screen_in_two_languages_can_be_read_in_english_too) {
  EXPECT_EQ(read_out(screen_for(ScreenKind::late, "pl"), "en"),
            (Lines{"Hello", "8:52", "Zoya K", "You are in. Go to Owls.", "[Not me]"}));
}

TEST(Spoken, choices_are_read_in_their_order_before_the_way_back) {
  EXPECT_EQ(read_out(who_collects(), ""),
            (Lines{"Who is collecting?", "8:52", "[Mum]", "[Dad]", "[Grandparent]",
                   "[Another adult]", "[Back]", "[Language]"}));
}

TEST(Spoken, a_button_with_a_picture_alone_has_words_too) {
  const auto lines = read_out(in_language(classes(3), "pl"), "pl");
  EXPECT_EQ(lines.back(), "[J\u0119zyk]");
}

TEST(Spoken, every_button_of_every_screen_can_be_heard) {
  PlainRuler ruler;
  const Words words = built_words();
  for (const auto& [name, screen] : every_screen()) {
    const Scene scene = view(in_language(screen, "ur"), words, {}, ruler);
    const auto said = spoken(scene, "ur", words);
    const auto buttons =
        std::count_if(scene.nodes.begin(), scene.nodes.end(),
                      [](const Node& node) { return std::holds_alternative<Button>(node); });
    const auto heard =
        std::count_if(said.begin(), said.end(), [](const Sentence& one) { return one.button; });
    EXPECT_GE(heard, buttons) << name;
    for (const Sentence& one : said) EXPECT_FALSE(one.text.empty()) << name;
  }
}

Lines read_out_without_names(const Screen& screen) {
  PlainRuler ruler;
  const Words words = built_words();
  Lines lines;
  const Scene scene = view(screen, words, {}, ruler);
  for (const Sentence& said : without_names(spoken(scene, "", words), screen.kind)) {
    lines.push_back(said.text);
  }
  return lines;
}

TEST(Spoken, by_default_no_child_is_named_and_everything_else_is_said) {
  EXPECT_EQ(read_out_without_names(names()), (Lines{"Which child?", "8:52", "Back", "Language"}));
  EXPECT_EQ(read_out_without_names(screen_for(ScreenKind::late, "")),
            (Lines{"Hello", "8:52", "You are in. Go to Owls.", "Not me"}));
  for (const auto& [name, screen] : every_screen()) {
    for (const auto& line : read_out_without_names(screen)) {
      for (const char* child : {"Zoya", "Amina", "Ben R", "Yusuf", "Grace"}) {
        EXPECT_EQ(line.find(child), std::string::npos) << name << ": " << line;
      }
    }
  }
}

TEST(Spoken, a_class_and_a_language_can_be_heard_where_they_are_chosen) {
  EXPECT_EQ(read_out_without_names(classes(2)),
            (Lines{"Which class?", "8:52", "Bees", "Foxes", "Back", "Language"}));
  const auto lines = read_out_without_names(languages());
  EXPECT_NE(std::find(lines.begin(), lines.end(), "Polski"), lines.end());
}

TEST(Spoken, seconds_that_are_left_and_the_mark_for_staff_are_not_said_by_default) {
  Screen busy = who_collects();
  busy.seconds_left = 7;
  for (const auto& line : read_out_without_names(busy)) EXPECT_NE(line, "7");
  Screen waiting = idle();
  waiting.waiting = 12;
  for (const auto& line : read_out_without_names(waiting)) {
    EXPECT_EQ(line.find("12"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace handbell::kiosk
