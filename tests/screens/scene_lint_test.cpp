// Every screen, in every language, on every display, in every theme and for either hand.
#include "scene_lint.h"

#include "app/register/school.h"

#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

/// 40 percent longer, in words.
std::string longer(const std::string& english) {
  std::string text = english;
  while (text.size() * 10 < english.size() * 14) text += text.size() % 5 == 0 ? ' ' : 'o';
  return text;
}

/// The languages, and "qps": English 40 percent longer.
Words lint_words() {
  Words words = test_words();
  const Language urdu = test_language("ur");
  std::string po;
  for (const auto& [english, other] : urdu.all()) {
    po += "msgid \"" + english + "\"\nmsgstr \"" + longer(english) + "\"\n";
  }
  words.add("qps", Language::parse(po).value());
  return words;
}

std::set<std::string> phrases_of_all() {
  std::set<std::string> phrases;
  const Language urdu = test_language("ur");
  for (const auto& [english, other] : urdu.all()) phrases.insert(english);
  return phrases;
}

bool for_staff(const Screen& screen) {
  return screen.kind >= ScreenKind::staff_pin && screen.kind <= ScreenKind::staff_give;
}

/// A round over languages, themes and hands on one display.
struct Round {
  Painter& painter;
  const Words& words;
  const TestDisplay& display;
  std::size_t scenes = 0;
  std::size_t findings = 0;

  void look(const NamedScreens& screens, const std::string& theme, Hand hand,
            const std::string& language) {
    const Place place = test_place(display.mm, theme, hand);
    LintRules rules{place.theme, false, phrases_of_all()};
    for (const auto& [name, screen] : screens) {
      rules.staff = for_staff(screen);
      const Scene scene = view(in_language(screen, language), words, place, painter);
      ++scenes;
      for (const auto& finding : findings_of(painter, scene, rules)) {
        ++findings;
        ADD_FAILURE() << display.name << ", " << theme << ", " << language << ", " << name << ": "
                      << finding.what;
      }
    }
  }
};

std::vector<std::string> all_languages() {
  std::vector<std::string> languages = test_languages();
  languages.insert(languages.begin(), "");
  languages.emplace_back("qps");
  return languages;
}

TEST(SceneLint, every_screen_can_be_read_pressed_and_understood) {
  Painter painter = test_painter();
  const Words words = lint_words();
  const NamedScreens screens = every_screen();
  std::size_t scenes = 0;
  std::size_t findings = 0;
  for (const auto& display : displays()) {
    Round round{painter, words, display};
    for (const auto& language : all_languages()) {
      for (const char* theme : {"plain", "large", "contrast", "dark"}) {
        round.look(screens, theme, Hand::right, language);
      }
      round.look(screens, "plain", Hand::left, language);
    }
    scenes += round.scenes;
    findings += round.findings;
  }
  std::cout << findings << " findings of " << scenes << " scenes\n";
}

TEST(SceneLint, a_list_that_goes_on_has_a_button_for_each_and_one_for_more) {
  Painter painter = test_painter();
  const Words words = lint_words();
  for (const auto& display : displays()) {
    for (const char* theme : {"plain", "large"}) {
      for (auto [which, screen] : lists_that_go_on()) {
        screen.reads_aloud = true;
        const Scene scene = view(screen, words, test_place(display.mm, theme), painter);
        std::set<std::string> buttons;
        for (const Node& node : scene.nodes) {
          if (const auto* button = std::get_if<Button>(&node)) buttons.insert(button->id);
        }
        EXPECT_TRUE(buttons.contains("more"));
        for (const auto& choice : screen.choices) {
          EXPECT_TRUE(buttons.contains(choice.id)) << display.name << theme << which << choice.id;
        }
      }
    }
  }
}

/// Where the button can stand, with all that may stand beside it.
NamedScreens with_read_aloud() {
  NamedScreens screens;
  for (auto [which, screen] : every_screen()) {
    const bool choosing =
        screen.kind >= ScreenKind::pick_class && screen.kind <= ScreenKind::out_back;
    const bool message = screen.kind == ScreenKind::idle || screen.kind == ScreenKind::see_office ||
                         screen.kind == ScreenKind::not_recorded ||
                         screen.kind == ScreenKind::someone_comes;
    if (!choosing && !message) continue;
    screen.reads_aloud = true;
    if (choosing) screen.seconds_left = 7;
    screens.emplace_back(which + "_read_aloud", screen);
  }
  return screens;
}

TEST(SceneLint, the_button_that_reads_aloud_has_its_place_on_every_screen) {
  Painter painter = test_painter();
  const Words words = lint_words();
  const NamedScreens screens = with_read_aloud();
  EXPECT_GT(screens.size(), 15U);
  for (const auto& display : displays()) {
    Round round{painter, words, display};
    for (const auto& language : all_languages()) {
      for (const char* theme : {"plain", "large", "contrast"}) {
        round.look(screens, theme, Hand::right, language);
      }
    }
  }
}

/// Names as they come, and as nobody has one.
const std::vector<std::string>& hard_names() {
  static const std::vector<std::string> kNames{
      "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswes K",
      "Maria da Conceicao Anunciacao do Rosario Esperanca Felicidade dos Santos Xavier A",
      "\u0645\u062D\u0645\u062F \u0639\u0628\u062F \u0627\u0644\u0631\u062D\u0645\u0646 \u0643",
      "\u0A2A\u0A70\u0A1C\u0A3E\u0A2C\u0A40 \u0A15\u0A4C\u0A30 \u0A38",
      "\u09B8\u09C1\u09B8\u09CD\u09AE\u09BF\u09A4\u09BE \u09B0",
      "\u0905\u0928\u0928\u094D\u092F\u093E \u0936",
      "\u12A0\u1260\u1260 \u1260",
      "\u0D05\u0D2E\u0D43\u0D24 \u0D15",
      "\u0391\u03BB\u03AD\u03BE\u03B1\u03BD\u03B4\u03C1\u03BF\u03C2 \u03A0",
      "\u0410\u043D\u0430\u0441\u0442\u0430\u0441\u0456\u044F \u041A",
      "\u05E9\u05E8\u05D4 \u05DB",
      "\u738B\u7F8E\u7389 \u738B",
      "\u3055\u304F\u3089 \u7530",
      "\uAE40\uBBFC\uC900 \uAE40",
      "\u179F\u17BB\u1781 \u179F",
      "\u1019\u1004\u103A\u1038 \u1019",
      "\u0EAA\u0EB2\u0E8D \u0EAA",
      "\u0786\u07AA\u0787\u07B0 \u0786",
      "\u0710\u0712\u0710 \u0710",
      "\u07CA\u07DF\u07CC \u07CA",
      "\u2D30\u2D63\u2D53\u2D4D \u2D30",
      "Nguy\u1EC5n Th\u1ECB \u0110\u1EB7ng T",
      "X"};
  return kNames;
}

/// Each screen on which one can stand, with this name and class.
NamedScreens with_name(const std::string& name) {
  NamedScreens screens;
  for (auto [which, screen] : every_screen()) {
    const Screen before = screen;
    if (screen.child && screen.child->shown_name) screen.child = ResultFor{name, name, "owl"};
    if (screen.newcomer) screen.newcomer->shown_name = name;
    for (auto& child : screen.children) child = {name, name, "fox"};
    const bool digits = screen.kind == ScreenKind::staff_pin;
    for (auto& choice : screen.choices) {
      if (!choice.name.empty() && !digits) choice.name = name;
    }
    if (screen != before) screens.emplace_back(which, screen);
  }
  return screens;
}

TEST(SceneLint, a_name_of_80_letters_in_any_script_breaks_no_screen) {
  Painter painter = test_painter();
  const Words words = lint_words();
  for (const auto& display : displays()) {
    Round round{painter, words, display};
    for (const auto& name : hard_names()) {
      SCOPED_TRACE(name);
      for (const char* theme : {"plain", "large"}) {
        round.look(with_name(name), theme, Hand::right, "ur");
      }
    }
  }
}

/// The late screen of 10 inches with one thing more.
std::vector<Flaw> flaws_with(const Node& node, const std::set<std::string>& phrases) {
  Painter painter = test_painter();
  const Place place = test_place({217, 136});
  const LintRules rules{place.theme, false, phrases};
  Scene scene = view(screen_for(ScreenKind::late, "ur"), test_words(), place, painter);
  EXPECT_TRUE(findings_of(painter, scene, rules).empty());
  scene.nodes.push_back(node);
  std::vector<Flaw> flaws;
  for (const auto& finding : findings_of(painter, scene, rules)) flaws.push_back(finding.flaw);
  return flaws;
}

Text text_of(const std::string& words, double em = 6) {
  Text text;
  text.box = {8, 110, 60, 14};
  text.text = words;
  text.language = "en";
  text.em = em;
  text.on = {255, 255, 255};
  return text;
}

void expect_flaw(Flaw flaw, const Node& node) {
  EXPECT_EQ(flaws_with(node, phrases_of_all()), std::vector<Flaw>{flaw});
}

TEST(SceneLintSees, a_button_that_a_finger_misses) {
  expect_flaw(Flaw::target, Button{{8, 106, 20, 23}, "small", "Small"});
}
TEST(SceneLintSees, a_button_too_near_to_another) {
  const auto flaws = flaws_with(Button{{100, 105, 34, 24}, "near", "Near"}, phrases_of_all());
  EXPECT_EQ(flaws, (std::vector<Flaw>{Flaw::target, Flaw::target}));
}
TEST(SceneLintSees, type_that_is_too_small) { expect_flaw(Flaw::type, text_of("Tiny", 4)); }
TEST(SceneLintSees, ink_that_is_too_pale) {
  Text pale = text_of("Pale");
  pale.colour = {0x80, 0x80, 0x80};
  expect_flaw(Flaw::contrast, pale);
}
TEST(SceneLintSees, words_that_leave_their_box) {
  expect_flaw(Flaw::fit, text_of("Many words that do not fit into such a small box as this one"));
}
TEST(SceneLintSees, what_leaves_the_screen) {
  expect_flaw(Flaw::place, Picture{{210, 80, 10, 10}, "owl", {}});
}
TEST(SceneLintSees, what_covers_something_else) {
  Text over = text_of("Over");
  over.box = {190, 25, 20, 14};
  const auto flaws = flaws_with(over, phrases_of_all());
  EXPECT_FALSE(flaws.empty());
  for (const Flaw flaw : flaws) EXPECT_EQ(flaw, Flaw::place);
}
TEST(SceneLintSees, letters_that_no_font_has) { expect_flaw(Flaw::glyph, text_of("\U00012000")); }
TEST(SceneLintSees, a_button_that_cannot_be_spoken) {
  expect_flaw(Flaw::label, Button{{8, 105, 24, 24}, "dumb", ""});
}
TEST(SceneLintSees, a_picture_that_is_missing) {
  expect_flaw(Flaw::picture, Picture{{8, 110, 10, 10}, "unicorn", {}});
}
TEST(SceneLintSees, a_phrase_that_is_in_no_word_list) {
  Text phrase = text_of("Mind the gap");
  phrase.phrase = "Mind the gap";
  expect_flaw(Flaw::words, phrase);
}
TEST(SceneLintSees, a_line_of_seven_words) {
  Text phrase = text_of("a b c d e f g", 5);
  phrase.phrase = phrase.text;
  EXPECT_EQ(flaws_with(phrase, {phrase.text, "Hello", "Not me", "You are in. Go to {class}."}),
            std::vector<Flaw>{Flaw::words});
}
TEST(SceneLintSees, red_for_something_else) {
  Text red = text_of("You are late");
  red.colour = Theme{}.undo.ink;
  expect_flaw(Flaw::red, red);
}
TEST(SceneLintSees, what_a_stranger_may_not_read) {
  for (const char* secret : {"L", "94.3 %", "Zoya Khan", "absent", "traffic_jam"}) {
    expect_flaw(Flaw::disclosed, text_of(secret));
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

}  // namespace
}  // namespace handbell::kiosk
