// The sentences that the build made, in every language: there, short, and to be heard.
#include "app/kiosk/i18n/words.h"
#include "app/kiosk/sound/voices.h"
#include "app/kiosk/sound/wav.h"

#include "recording.h"
#include <gtest/gtest.h>

#include <iterator>
#include <set>

namespace handbell::kiosk {
namespace {

namespace fs = std::filesystem;

const std::string kMade = HANDBELL_SHARE "/voice";

Voices built() { return Voices::read(kMade, ""); }

std::vector<std::string> languages() {
  std::vector<std::string> codes{"en"};
  for (const auto& file : fs::directory_iterator(std::string(HANDBELL_SOURCE) + "/assets/i18n")) {
    if (file.path().extension() == ".po") codes.push_back(file.path().stem().string());
  }
  return codes;
}

Language words_of(const std::string& code) {
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/i18n/" + code + ".po");
  return Language::parse(std::string{std::istreambuf_iterator<char>(file), {}}).value();
}

TEST(MadeVoice, every_language_but_somali_says_every_sentence_in_a_few_seconds) {
  const Voices voices = built();
  EXPECT_EQ(voices.phrases().size(), 9U);
  std::set<std::string> silent;
  for (const std::string& language : languages()) {
    if (!voices.speaks(language)) {
      silent.insert(language);
      continue;
    }
    for (const auto& [key, english] : voices.phrases()) {
      const std::string path = kMade + "/" + language + "/" + key + ".wav";
      const auto samples = read_recording(path);
      ASSERT_TRUE(samples) << path << ": " << samples.error().where;
      EXPECT_GT(seconds_of(*samples), 0.3) << path;
      EXPECT_LT(seconds_of(*samples), 6) << path;
      EXPECT_GT(loudest(*samples), 5'000) << path;
    }
  }
  EXPECT_EQ(silent, std::set<std::string>{"so"});
}

TEST(MadeVoice, there_is_no_file_for_anything_else) {
  const Voices voices = built();
  for (const auto& file : fs::recursive_directory_iterator(kMade)) {
    if (file.path().extension() != ".wav") continue;
    EXPECT_TRUE(voices.phrases().contains(file.path().stem().string())) << file.path();
    EXPECT_TRUE(voices.speaks(file.path().parent_path().filename().string())) << file.path();
  }
}

TEST(MadeVoice, each_sentence_is_one_of_the_screens_without_a_place_for_a_name) {
  const Language polish = words_of("pl");
  const Voices voices = built();
  for (const auto& [key, english] : voices.phrases()) {
    EXPECT_FALSE(polish.of(english).empty()) << english;
    EXPECT_EQ(english.find('{'), std::string::npos) << english;
  }
}

TEST(MadeVoice, languages_do_not_sound_alike) {
  const Voices voices = built();
  std::set<Samples> heard;
  for (const char* language : {"en", "ar", "bn", "pa", "pl", "ro", "ur"}) {
    heard.insert(voices.prompt("you_are_in", language));
  }
  EXPECT_EQ(heard.size(), 7U);
}

TEST(MadeVoice, the_document_names_every_sentence_with_its_key) {
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/docs/voice.md");
  const std::string document{std::istreambuf_iterator<char>(file), {}};
  const Voices voices = built();
  for (const auto& [key, english] : voices.phrases()) {
    EXPECT_NE(document.find("| `" + key + ".wav` | " + english + " |"), std::string::npos) << key;
  }
}

}  // namespace
}  // namespace handbell::kiosk
