#include "app/kiosk/view/prompt.h"

#include "screens.h"
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace handbell::kiosk {
namespace {

using Keys = std::vector<std::string>;

std::string said(ScreenKind kind) {
  std::string keys;
  for (const auto& key : prompt_for(screen_for(kind, "pl")).keys) keys += " " + key;
  return keys.empty() ? "" : keys.substr(1);
}

TEST(Prompt, each_result_and_message_says_its_sentence) {
  EXPECT_EQ(said(ScreenKind::on_time), "you_are_in");
  EXPECT_EQ(said(ScreenKind::late), "you_are_in");
  EXPECT_EQ(said(ScreenKind::after_close), "you_are_in");
  EXPECT_EQ(said(ScreenKind::already_in), "you_are_already_in");
  EXPECT_EQ(said(ScreenKind::welcome_back), "welcome_back");
  EXPECT_EQ(said(ScreenKind::see_office), "go_to_office");
  EXPECT_EQ(said(ScreenKind::not_recorded), "go_to_office");
  EXPECT_EQ(said(ScreenKind::clock_unknown), "you_are_in office_checks_time");
  EXPECT_EQ(said(ScreenKind::one_card), "one_card");
  EXPECT_EQ(said(ScreenKind::someone_comes), "someone_is_coming please_wait_here");
}

TEST(Prompt, who_chooses_staff_an_alarm_and_the_night_are_left_in_peace) {
  const std::set<ScreenKind> speak{ScreenKind::on_time,      ScreenKind::late,
                                   ScreenKind::after_close,  ScreenKind::already_in,
                                   ScreenKind::welcome_back, ScreenKind::see_office,
                                   ScreenKind::not_recorded, ScreenKind::clock_unknown,
                                   ScreenKind::one_card,     ScreenKind::someone_comes};
  for (int kind = 0; kind <= static_cast<int>(ScreenKind::night); ++kind) {
    const auto one = static_cast<ScreenKind>(kind);
    EXPECT_EQ(!said(one).empty(), speak.contains(one)) << kind;
  }
}

TEST(Prompt, late_and_after_the_close_sound_as_on_time_does) {
  EXPECT_EQ(prompt_for(screen_for(ScreenKind::late, "")),
            prompt_for(screen_for(ScreenKind::on_time, "")));
  EXPECT_EQ(prompt_for(screen_for(ScreenKind::after_close, "")),
            prompt_for(screen_for(ScreenKind::on_time, "")));
}

TEST(Prompt, nothing_that_is_known_of_a_child_changes_what_is_said_at_the_office_D06) {
  Screen screen = screen_of(ScreenKind::see_office);
  const Prompt plain = prompt_for(screen);
  screen.child = ResultFor{"Zoya K", "Owls", "owl"};
  screen.children = {{"Amina K", "Foxes", "fox"}};
  screen.came_at = minute(9, 4);
  screen.can_undo = true;
  screen.reader_works = false;
  EXPECT_EQ(prompt_for(screen), plain);
  EXPECT_EQ(plain, (Prompt{{"go_to_office"}, ""}));
}

TEST(Prompt, a_name_is_in_no_prompt_and_the_language_is_the_familys_own) {
  Screen named = screen_for(ScreenKind::late, "ur");
  Screen hidden = named;
  hidden.child = ResultFor{};
  EXPECT_EQ(prompt_for(named), prompt_for(hidden));
  EXPECT_EQ(prompt_for(named).language, "ur");
}

TEST(Prompt, a_family_is_all_in) {
  Screen family = screen_for(ScreenKind::late, "");
  family.children = {{"Amina K", "Foxes", "fox"}};
  EXPECT_EQ(prompt_for(family).keys, Keys{"you_are_all_in"});
}

TEST(Prompt, a_card_that_came_while_others_choose_is_said_in_english_as_its_banner) {
  Screen screen = in_language(months(), "ur");
  EXPECT_EQ(newcomer_prompt(screen), Prompt{});
  screen.newcomer = ResultFor{"Ben R", "Foxes", "fox"};
  EXPECT_EQ(newcomer_prompt(screen), (Prompt{{"you_are_in"}, ""}));
  screen.newcomer.reset();
  screen.newcomer_to_office = true;
  EXPECT_EQ(newcomer_prompt(screen), (Prompt{{"go_to_office"}, ""}));
}

TEST(Prompt, every_key_is_in_the_list_of_what_is_made_and_the_other_way_round) {
  std::set<std::string> said_keys{"you_are_all_in"};
  for (int kind = 0; kind <= static_cast<int>(ScreenKind::night); ++kind) {
    const auto prompt = prompt_for(screen_for(static_cast<ScreenKind>(kind), ""));
    said_keys.insert(prompt.keys.begin(), prompt.keys.end());
  }
  std::set<std::string> listed;
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/voice/phrases.txt");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("#")) listed.insert(line.substr(0, line.find(' ')));
  }
  EXPECT_EQ(said_keys, listed);
}

}  // namespace
}  // namespace handbell::kiosk
