// A ruler without fonts: each letter half an em wide, each line an em and a half high.
#pragma once

#include "app/kiosk/view/ruler.h"

#include <algorithm>
#include <sstream>

namespace handbell::kiosk {

class PlainRuler : public Ruler {
 public:
  Measured measure(const Text& text) override {
    Measured measured;
    measured.lines = 1;
    double x = 0;
    std::istringstream words(text.text);
    for (std::string word; words >> word;) {
      const double wide = letters(word) * text.em / 2;
      if (x > 0 && x + text.em / 2 + wide > text.box.w) {
        ++measured.lines;
        x = 0;
      }
      x += (x > 0 ? text.em / 2 : 0) + wide;
      measured.width = std::max(measured.width, x);
    }
    if (text.most_lines > 0) {
      measured.cut = measured.lines > text.most_lines || measured.width > text.box.w;
      measured.lines = std::min(measured.lines, text.most_lines);
      measured.width = std::min(measured.width, text.box.w);
    }
    measured.height = measured.lines * text.em * 1.5;
    return measured;
  }

 private:
  static double letters(const std::string& word) {
    return static_cast<double>(std::count_if(word.begin(), word.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
  }
};

}  // namespace handbell::kiosk
