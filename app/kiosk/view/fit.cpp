#include "app/kiosk/view/fit.h"

#include <algorithm>
#include <cmath>

namespace handbell::kiosk {

namespace {

constexpr double kStep = 0.94;

/// Sizes of type stand a quarter of a millimetre apart: few of them, so that what was measured and
/// drawn in one is found again.
double step_below(double em) { return std::floor(em * 4) / 4; }

/// A name, or a sentence with the name of a class in it, may be longer than any box.
bool may_be_cut(const Said& said) {
  return said.phrase.empty() || said.phrase.find("{class}") != std::string::npos;
}

Text unsized(const Line& line, const Box& box, const Setting& setting) {
  Text text;
  text.box = box;
  text.text = line.said.text;
  text.phrase = line.said.phrase;
  text.language = line.said.language;
  text.colour = setting.colour;
  text.on = setting.on;
  // Nastaliq has no bold that is one.
  text.bold = line.bold && line.said.language != "ur";
  text.align = setting.align;
  return text;
}

/// The largest size from `em` down to `least` at which it stands in `lines` lines without a broken
/// word; false where there is none: then it has the least size.
bool shrunk(Ruler& ruler, Text& text, double em, double least, int lines) {
  for (double size = std::max(step_below(em), least);;
       size = std::max(step_below(size * kStep), least)) {
    text.em = size;
    const Measured need = ruler.measure(text);
    text.box.h = need.height;
    if (need.lines <= lines && need.width <= text.box.w) return true;
    if (size <= least) return false;
  }
}

/// One thing, up to `em` large. Smaller on one line is better than large on two, within reason.
Text shaped(Ruler& ruler, const Line& line, const Box& box, double em, const Setting& setting) {
  constexpr double kNameOnOneLine = 0.6;
  constexpr double kPhraseOnOneLine = 0.8;
  const bool name = line.said.phrase.empty();
  const double least = std::min(line.least, em);
  const double one = em * (name ? kNameOnOneLine : kPhraseOnOneLine);
  Text text = unsized(line, box, setting);
  if (shrunk(ruler, text, em, std::max(least, one), 1)) return text;
  if (shrunk(ruler, text, em, least, line.most_lines) || !may_be_cut(line.said)) return text;
  text.most_lines = line.most_lines;
  text.box.h = ruler.measure(text).height;
  return text;
}

/// The lines one under the other, each up to `factor` of its wish.
std::vector<Text> stacked(Ruler& ruler, const Box& box, const std::vector<Line>& lines,
                          const Setting& setting, double factor) {
  std::vector<Text> texts;
  double y = box.y;
  for (const Line& line : lines) {
    if (line.said.text.empty()) continue;
    Text text = shaped(ruler, line, box, std::max(line.em * factor, line.least), setting);
    y += texts.empty() ? 0 : line.gap;
    text.box.y = y;
    y += text.box.h;
    texts.push_back(std::move(text));
  }
  return texts;
}

/// The last resort, for scripts of high lines: a name as small as what stands with it.
std::vector<Line> all_small(std::vector<Line> lines) {
  double least = lines.front().least;
  for (const Line& line : lines) least = std::min(least, line.least);
  for (Line& line : lines) line.least = least;
  return lines;
}

}  // namespace

double height_of(const std::vector<Text>& texts) {
  if (texts.empty()) return 0;
  return texts.back().box.y + texts.back().box.h - texts.front().box.y;
}

std::vector<Text> fitted(Ruler& ruler, const Box& box, const std::vector<Line>& lines,
                         const Setting& setting) {
  double least = 1;
  for (const Line& line : lines) least = std::min(least, line.least / line.em);
  std::vector<Text> texts;
  for (double factor = 1;; factor = std::max(factor * kStep, least)) {
    texts = stacked(ruler, box, lines, setting, factor);
    if (height_of(texts) <= box.h || factor <= least) break;
  }
  if (height_of(texts) > box.h) {
    auto shorter = lines;
    for (Line& line : shorter) {
      if (may_be_cut(line.said)) line.most_lines = 1;
    }
    texts = stacked(ruler, box, shorter, setting, least);
    if (height_of(texts) > box.h) texts = stacked(ruler, box, all_small(shorter), setting, 0);
  }
  const double free = std::max(0.0, box.h - height_of(texts));
  const double down = setting.fill == Fill::top      ? 0
                      : setting.fill == Fill::bottom ? free
                                                     : free / 2;
  for (Text& text : texts) text.box.y += down;
  return texts;
}

}  // namespace handbell::kiosk
