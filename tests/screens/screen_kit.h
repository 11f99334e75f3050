// The painter with the built assets, the words of each language, and the displays we promise.
#pragma once

#include "app/kiosk/paint/png.h"
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

inline Painter test_painter() {
  const std::string cache = std::string(HANDBELL_ACTUAL) + "/font-cache";
  std::filesystem::create_directories(cache);
  return Painter::make(HANDBELL_SHARE, cache).value();
}

inline Language test_language(const std::string& code) {
  std::ifstream file(HANDBELL_SHARE "/i18n/" + code + ".po");
  const std::string po{std::istreambuf_iterator<char>(file), {}};
  return Language::parse(po).value();
}

inline Words test_words() {
  Words words;
  words.add("ur", test_language("ur"));
  return words;
}

}  // namespace handbell::kiosk
