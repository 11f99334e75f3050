// The painter with the built assets, the words of each language, and the displays we promise.
#pragma once

#include "app/kiosk/paint/png.h"
#include "app/kiosk/view/theme_file.h"
#include "app/kiosk/view/view.h"

#include "screens.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace handbell::kiosk {

struct TestDisplay {
  const char* name;
  DisplayMm mm;
  int width;
  int height;
};

inline const std::vector<TestDisplay>& displays() {
  static const std::vector<TestDisplay> kAll{{"10inch", {217, 136}, 1280, 800},
                                             {"15inch", {344, 194}, 1920, 1080},
                                             {"portrait", {194, 345}, 1080, 1920}};
  return kAll;
}

/// Beside English.
inline const std::vector<std::string>& test_languages() {
  static const std::vector<std::string> kAll{"ur", "pa", "pl", "bn", "so", "ar", "ro"};
  return kAll;
}

inline std::string share_text(const std::string& name) {
  std::ifstream file(std::string(HANDBELL_SHARE) + "/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Painter test_painter() {
  const std::string cache = std::string(HANDBELL_ACTUAL) + "/font-cache";
  std::filesystem::create_directories(cache);
  return Painter::make(HANDBELL_SHARE, cache);
}

inline Language test_language(const std::string& code) {
  return Language::parse(share_text("i18n/" + code + ".po")).value();
}

inline Words test_words() {
  Words words;
  for (const auto& code : test_languages()) words.add(code, test_language(code));
  return words;
}

/// "plain", or one that is laid over it.
inline Theme test_theme(const std::string& name) {
  return parse_theme(share_text("theme/" + name + ".toml"), Theme{}).value();
}

/// With the languages that an entrance shows to all.
inline Place test_place(const DisplayMm& mm, const std::string& theme = "plain",
                        Hand hand = Hand::right) {
  return {mm, test_theme(theme), hand, {"ur", "pa", "pl", "bn", "so", "ar"}};
}

}  // namespace handbell::kiosk
