#include "app/kiosk/view/layout.h"

#include "app/kiosk/view/theme.h"

namespace handbell::kiosk {

using namespace theme;

void Column::add(const std::string& text, const std::string& language, double em, bool bold) {
  if (text.empty()) return;
  const double height = em * line_of(language);
  Text node;
  node.box = {box_.x, box_.y + used_, box_.w, height};
  node.text = text;
  node.language = language;
  node.em = em;
  node.colour = kInk;
  node.on = scene_.background;
  // Nastaliq has no bold that is one.
  node.bold = bold && language != "ur";
  node.centred = centred_;
  scene_.nodes.emplace_back(node);
  used_ += height;
}

double add_band(Scene& scene, const Band& band) {
  constexpr double kHeight = 20;
  constexpr double kIcon = 11;
  constexpr double kEnd = 36;
  constexpr double kWordEm = 7;
  constexpr double kTimeEm = 9;
  scene.nodes.emplace_back(Panel{{0, 0, scene.width, kHeight}, band.colour, 0});
  double x = kMargin;
  if (!band.icon.empty()) {
    scene.nodes.emplace_back(
        Picture{{x, (kHeight - kIcon) / 2, kIcon, kIcon}, band.icon, band.ink});
    x += kIcon + kGap;
  }
  const double wide = scene.width - kMargin - x - (band.end.empty() ? 0 : kEnd);
  const bool two = !band.other.empty();
  const auto put = [&](const std::string& text, const std::string& language, double em, Box box) {
    Text node{box, text, language, em, band.ink, band.colour, true, false};
    node.bold = language != "ur";
    if (!text.empty()) scene.nodes.emplace_back(node);
  };
  const double half = two ? wide / 2 : wide;
  const double line = kWordEm * line_of("en");
  put(band.word, "en", kWordEm, {x, (kHeight - line) / 2, half, line});
  const double other = 6 * line_of(band.language);
  put(band.other, band.language, 6, {x + half, (kHeight - other) / 2, half, other});
  const double time = kTimeEm * line_of("en");
  put(band.end, "en", kTimeEm, {scene.width - kMargin - kEnd, (kHeight - time) / 2, kEnd, time});
  return kHeight;
}

}  // namespace handbell::kiosk
