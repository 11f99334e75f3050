#include "app/kiosk/shell/door_settings.h"

#include "app/journal/door_book_codec.h"

#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

Language language_called(const std::string& own_name) {
  return Language::parse("msgid \"\"\nmsgstr \"X-Own-Name: " + own_name +
                         "\\n\"\n\nmsgid \"Back\"\nmsgstr \"x\"\n")
      .value();
}

std::vector<std::string> codes_in(const DoorSettings& settings) {
  std::vector<std::string> codes;
  for (const auto& language : settings.languages) codes.push_back(language.code);
  return codes;
}

TEST(DoorSettings, offer_english_then_the_entrances_languages_then_the_rest) {
  SiteConfig config;
  config.languages = {"ur", "pl", "tr"};
  LookFiles look;
  for (const char* code : {"bn", "pl", "ur"}) look.words.add(code, language_called(code));
  look.words.add("so", Language::parse("msgid \"Back\"\nmsgstr \"x\"\n").value());
  const auto settings = door_settings_of(config, look, {});
  EXPECT_EQ(codes_in(settings), (std::vector<std::string>{"en", "ur", "pl", "bn"}))
      << "tr has no words, so does not say what it calls itself";
  EXPECT_EQ(settings.languages[2].name, "pl");
}

TEST(DoorSettings, offer_no_languages_where_english_is_alone) {
  EXPECT_TRUE(door_settings_of(SiteConfig(), LookFiles(), {}).languages.empty());
}

TEST(DoorSettings, take_the_machines_file_as_it_is) {
  SiteConfig config;
  config.look_up = "off";
  config.going_out = false;
  config.patience = 4;
  config.read_aloud = true;
  LookFiles look;
  look.faults.push_back({FaultCode::theme_unusable, "ours.toml, line 2"});
  const auto settings = door_settings_of(config, look, {});
  EXPECT_EQ(settings.look_up, LookUpUse::off);
  EXPECT_FALSE(settings.going_out);
  EXPECT_EQ(settings.patience, 4);
  EXPECT_TRUE(settings.read_aloud);
  EXPECT_EQ(settings.faults, std::vector{sentence(look.faults.front())});
  config.look_up = "always";
  EXPECT_EQ(door_settings_of(config, look, {}).look_up, LookUpUse::always);
}

TEST(DoorSettings, try_a_pin_with_the_schools_key_alone) {
  const journal::KioskKey key{1, 2, 3};
  const reg::CardHash card{7};
  const auto settings = door_settings_of(SiteConfig(), LookFiles(), key);
  EXPECT_EQ(settings.hash_of_pin(card, "4283"), journal::hash_of_pin(card, "4283", key));
  EXPECT_NE(settings.hash_of_pin(card, "4283"), journal::hash_of_pin(card, "4283", {}));
}

}  // namespace
}  // namespace handbell::kiosk
