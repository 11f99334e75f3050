#include "app/kiosk/view/view.h"

#include "plain_ruler.h"
#include "screens.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace handbell::kiosk {
namespace {

Words urdu_and_polish() {
  Words words;
  const std::string po =
      "msgid \"Back\"\nmsgstr \"other back\"\nmsgid \"Which class?\"\nmsgstr \"other class\"\n";
  for (const char* code : {"ur", "pl"}) words.add(code, Language::parse(po).value());
  return words;
}

Scene seen(const Screen& screen, const Place& place = {}) {
  PlainRuler ruler;
  return view(screen, urdu_and_polish(), place, ruler);
}

std::map<std::string, Box> buttons_of(const Scene& scene) {
  std::map<std::string, Box> buttons;
  for (const Node& node : scene.nodes) {
    if (const auto* button = std::get_if<Button>(&node)) buttons[button->id] = button->box;
  }
  return buttons;
}

std::vector<std::string> texts_of(const Scene& scene) {
  std::vector<std::string> texts;
  for (const Node& node : scene.nodes) {
    if (const auto* text = std::get_if<Text>(&node)) texts.push_back(text->text);
  }
  return texts;
}

bool says(const Scene& scene, const std::string& words) {
  const auto texts = texts_of(scene);
  return std::find(texts.begin(), texts.end(), words) != texts.end();
}

TEST(View, an_unknown_card_a_leavers_and_a_child_not_expected_are_one_screen_D06_D12) {
  // The flow gives all three as see_office, without a child: there is nothing that could differ.
  EXPECT_EQ(seen(screen_for(ScreenKind::see_office, "")),
            seen(screen_for(ScreenKind::see_office, "ur")));
}

TEST(View, buttons_keep_their_places_in_every_language) {
  for (const auto& [name, screen] : every_screen()) {
    EXPECT_EQ(buttons_of(seen(in_language(screen, "ur"))),
              buttons_of(seen(in_language(screen, "pl"))))
        << name;
  }
}

TEST(View, more_time_comes_and_nothing_moves) {
  Screen screen = classes(10);
  const auto before = buttons_of(seen(screen));
  screen.seconds_left = 9;
  auto after = buttons_of(seen(screen));
  EXPECT_TRUE(after.contains("more_time"));
  after.erase("more_time");
  EXPECT_EQ(before, after);
}

TEST(View, a_newcomers_banner_moves_nothing_either_D54) {
  Screen screen = months();
  const auto before = buttons_of(seen(screen));
  screen.newcomer = ResultFor{"Ben R", "Foxes", "fox"};
  EXPECT_EQ(before, buttons_of(seen(screen)));
  EXPECT_TRUE(says(seen(screen), "Ben R"));
}

TEST(View, a_newcomer_who_must_not_be_found_has_no_name_D53) {
  Screen screen = months();
  screen.newcomer = ResultFor{};
  EXPECT_TRUE(says(seen(screen), "You are in."));
}

TEST(View, the_left_hand_finds_the_way_forward_at_the_left) {
  Place left;
  left.hand = Hand::left;
  const auto right_hand = buttons_of(seen(idle()));
  const auto left_hand = buttons_of(seen(idle(), left));
  EXPECT_GT(right_hand.at("no_card").x, right_hand.at("going_out").x);
  EXPECT_LT(left_hand.at("no_card").x, left_hand.at("going_out").x);
}

TEST(View, arrows_are_mirrored_for_who_reads_from_the_right) {
  const auto mirrored = [](const Scene& scene) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [](const Node& node) {
      const auto* picture = std::get_if<Picture>(&node);
      return picture != nullptr && picture->icon == "back" && picture->mirrored;
    });
  };
  EXPECT_TRUE(mirrored(seen(in_language(classes(10), "ur"))));
  EXPECT_FALSE(mirrored(seen(in_language(classes(10), "pl"))));
}

TEST(View, what_a_language_lacks_is_said_in_english_alone) {
  Screen screen = in_language(months(), "pl");
  EXPECT_TRUE(says(seen(screen), "Birthday month?"));
  EXPECT_TRUE(says(seen(screen), "other back"));
  EXPECT_TRUE(says(seen(screen), "Back"));
}

TEST(View, a_class_is_never_translated) {
  Screen screen = in_language(screen_of(ScreenKind::pick_class), "pl");
  offer_name(screen, "Back", "owl");
  const auto texts = texts_of(seen(screen));
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "Back"), 1);
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "other back"), 0);
}

TEST(View, more_choices_than_fingers_have_room_for_are_counted) {
  Screen screen = screen_of(ScreenKind::staff_late);
  for (int i = 0; i < 60; ++i) offer_name(screen, "Ben R", "fox");
  const auto scene = seen(screen);
  const auto shown = buttons_of(scene).size();
  EXPECT_LT(shown, 60U);
  EXPECT_TRUE(says(scene, "+ " + std::to_string(60 - shown)));
}

TEST(View, the_evacuation_says_leave_and_nothing_else) {
  Screen screen = idle();
  screen.kind = ScreenKind::evacuate;
  screen.faults = {"a fault"};
  EXPECT_EQ(texts_of(seen(screen)), std::vector<std::string>{"Leave the building"});
  EXPECT_TRUE(buttons_of(seen(screen)).empty());
}

TEST(View, the_night_is_dark) { EXPECT_TRUE(seen(screen_of(ScreenKind::night)).nodes.empty()); }

TEST(View, faults_and_what_waits_are_for_staff_alone) {
  Screen screen = classes(10);
  screen.faults = {"a fault"};
  screen.waiting = 12;
  EXPECT_FALSE(says(seen(screen), "a fault"));
  EXPECT_FALSE(says(seen(screen), "\u2191 12"));
  EXPECT_TRUE(says(seen(staff_menu()), "\u2191 12"));
}

TEST(Scene, a_finger_finds_the_button_and_nothing_beside_it) {
  const Scene scene = seen(screen_for(ScreenKind::late, "ur"));
  EXPECT_EQ(button_at(scene, 200, 120), "not_me");
  EXPECT_EQ(button_at(scene, 20, 120), "");
}

TEST(Scene, describes_itself_in_one_line) {
  const std::string line = description(seen(screen_for(ScreenKind::late, "ur")));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_NE(line.find(R"("screen":"late")"), std::string::npos);
  EXPECT_NE(line.find(R"("id":"not_me")"), std::string::npos);
}

}  // namespace
}  // namespace handbell::kiosk
