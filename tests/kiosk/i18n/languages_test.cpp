// The word lists that we ship: each says the same phrases, and the documents count them rightly.
#include "app/kiosk/i18n/words.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace handbell::kiosk {
namespace {

namespace fs = std::filesystem;

std::string source_text(const std::string& name) {
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> codes() {
  std::vector<std::string> codes;
  for (const auto& file : fs::directory_iterator(std::string(HANDBELL_SOURCE) + "/assets/i18n")) {
    if (file.path().extension() == ".po") codes.push_back(file.path().stem().string());
  }
  return codes;
}

int count(const std::string& text, const std::string& wanted) {
  int found = 0;
  for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
    ++found;
  }
  return found;
}

TEST(Languages, all_seven_say_the_same_phrases_with_the_same_places_for_names) {
  EXPECT_EQ(codes().size(), 7U);
  const Language urdu = Language::parse(source_text("i18n/ur.po")).value();
  for (const auto& code : codes()) {
    const Language language = Language::parse(source_text("i18n/" + code + ".po")).value();
    EXPECT_EQ(language.all().size(), urdu.all().size()) << code;
    for (const auto& [english, other] : urdu.all()) {
      const std::string said = language.of(english);
      EXPECT_FALSE(said.empty()) << code << ": " << english;
      for (const char* place : {"{class}", "{time}", "{count}"}) {
        EXPECT_EQ(count(english, place), count(said, place)) << code << ": " << english;
      }
    }
  }
}

TEST(Languages, each_entry_is_marked_and_the_document_counts_the_marks) {
  const std::string document = source_text("docs/languages.md");
  for (const auto& code : codes()) {
    const std::string po = source_text("i18n/" + code + ".po");
    const auto entries = static_cast<int>(Language::parse(po)->all().size());
    const int made = count(po, "\n#. machine-made\nmsgid");
    const int checked = count(po, "\n#. checked by a speaker\nmsgid");
    EXPECT_EQ(made + checked, entries) << code;
    const std::string row =
        "| " + code + ".po | " + std::to_string(made) + " | " + std::to_string(checked) + " |";
    EXPECT_NE(document.find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace handbell::kiosk
