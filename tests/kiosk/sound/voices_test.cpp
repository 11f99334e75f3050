#include "app/kiosk/sound/voices.h"

#include "../../store/temporary_folder.h"
#include "recording.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

/// Which file was heard is known by its length.
class VoicesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    write_bytes(folder_.file("made/phrases.txt"),
                "# key  English\nyou_are_in   You are in.\nwelcome_back  Welcome back\n");
    write_bytes(folder_.file("made/voices.txt"), "en  en-gb\npl  pl\n");
    made("en/you_are_in", 1);
    made("en/welcome_back", 2);
    made("pl/you_are_in", 3);
  }
  void made(const std::string& name, double seconds) {
    write_bytes(folder_.file("made/" + name + ".wav"), recording(seconds, 8'000));
  }
  void own(const std::string& name, double seconds) {
    write_bytes(folder_.file("own/" + name + ".wav"), recording(seconds, 8'000));
  }
  [[nodiscard]] Voices voices() const {
    return Voices::read(folder_.file("made"), folder_.file("own"));
  }
  [[nodiscard]] double heard(const std::string& key, const std::string& language) const {
    return std::round(seconds_of(voices().prompt(key, language)));
  }
  [[nodiscard]] std::vector<std::string> faults() const {
    std::vector<std::string> places;
    for (const Fault& fault : voices().faults()) places.push_back(fault.where);
    return places;
  }

  store::TemporaryFolder folder_;
};

using Places = std::vector<std::string>;

TEST_F(VoicesTest, a_sentence_is_said_in_the_language_of_the_family_else_in_english) {
  EXPECT_EQ(heard("you_are_in", "pl"), 3);
  EXPECT_EQ(heard("you_are_in", ""), 1);
  EXPECT_EQ(heard("you_are_in", "so"), 1) << "no voice";
  EXPECT_EQ(heard("welcome_back", "pl"), 2) << "its words are missing";
  EXPECT_EQ(heard("unknown", "pl"), 0);
}

TEST_F(VoicesTest, a_schools_recording_wins_and_gives_a_language_its_voice) {
  own("pl/you_are_in", 5);
  own("so/you_are_in", 6);
  own("en/welcome_back", 7);
  EXPECT_EQ(heard("you_are_in", "pl"), 5);
  EXPECT_EQ(heard("you_are_in", "so"), 6);
  EXPECT_EQ(heard("welcome_back", "pl"), 7);
  EXPECT_EQ(faults(), Places{});
}

TEST_F(VoicesTest, a_broken_huge_or_misnamed_recording_is_said_and_the_made_one_is_heard) {
  write_bytes(folder_.file("own/pl/you_are_in.wav"), "RIFF, but no more");
  own("en/you_are_in", 11);
  own("pl/you_are_inn", 1);
  write_bytes(folder_.file("own/pl/welcome_back.mp3"), "ID3");
  write_bytes(folder_.file("own/pl/.DS_Store"), "left behind");
  EXPECT_EQ(faults(), (Places{"en/you_are_in.wav, which is longer than 10 seconds",
                              "pl/welcome_back.mp3, whose name is that of no sentence",
                              "pl/you_are_in.wav, which is no WAV file",
                              "pl/you_are_inn.wav, whose name is that of no sentence"}));
  EXPECT_EQ(heard("you_are_in", "pl"), 3);
  EXPECT_EQ(heard("you_are_in", "en"), 1);
}

TEST_F(VoicesTest, a_language_never_leads_to_another_folder) {
  write_bytes(folder_.file("secret/you_are_in.wav"), recording(9, 8'000));
  EXPECT_EQ(heard("you_are_in", "../secret"), 1);
}

TEST_F(VoicesTest, what_is_read_aloud_has_a_voice_and_english_where_there_is_none) {
  EXPECT_EQ(voices().voice_of("pl"), "pl");
  EXPECT_EQ(voices().voice_of("so"), "en-gb");
  EXPECT_EQ(voices().voice_of(""), "en-gb");
  EXPECT_TRUE(voices().speaks("pl"));
  EXPECT_FALSE(voices().speaks("so"));
}

TEST_F(VoicesTest, without_any_files_nothing_is_said) {
  const Voices none = Voices::read(folder_.file("gone"), folder_.file("gone too"));
  EXPECT_TRUE(none.prompt("you_are_in", "pl").empty());
  EXPECT_TRUE(none.faults().empty());
}

}  // namespace
}  // namespace handbell::kiosk
