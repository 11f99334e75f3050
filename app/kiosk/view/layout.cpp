#include "app/kiosk/view/layout.h"

#include "app/kiosk/view/theme.h"

#include <algorithm>
#include <cmath>

namespace handbell::kiosk {

using namespace theme;

double ems_of(const std::string& text, const std::string& language, bool bold) {
  constexpr double kNastaliq = 0.42;
  constexpr double kPlain = 0.53;
  constexpr double kBold = 0.6;
  double letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool continues = (static_cast<std::uint8_t>(text[i]) & 0xC0U) == 0x80U;
    if (!continues) ++letters;
  }
  return letters * (language == "ur" ? kNastaliq : bold ? kBold : kPlain);
}

void Column::add(const std::string& text, const std::string& language, Size size) {
  if (text.empty()) return;
  // Nastaliq has no bold that is one.
  const bool bold = size.bold && language != "ur";
  const double ems = ems_of(text, language, bold);
  const double em = std::clamp(box_.w / ems, size.least, std::max(size.em, size.least));
  const double lines = std::max(1.0, std::ceil(ems * em / box_.w - 0.01));
  const double height = lines * em * line_of(language);
  scene_.nodes.emplace_back(Text{{box_.x, box_.y + used_, box_.w, height},
                                 text,
                                 language,
                                 em,
                                 kInk,
                                 scene_.background,
                                 bold,
                                 centred_ ? Align::centre : Align::start});
  used_ += height;
}

double add_band(Scene& scene, const Band& band) {
  constexpr double kHeight = 20;
  constexpr double kIcon = 11;
  constexpr double kEnd = 28;
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
  const auto put = [&](const std::string& text, const std::string& language, double em, Box box,
                       Align align) {
    if (text.empty()) return;
    const bool bold = language != "ur";
    const double fits = std::clamp(box.w / ems_of(text, language, bold), kSmall, em);
    scene.nodes.emplace_back(Text{box, text, language, fits, band.ink, band.colour, bold, align});
  };
  const double half = two ? wide / 2 : wide;
  const double line = kWordEm * line_of("en");
  put(band.word, "en", kWordEm, {x, (kHeight - line) / 2, half, line}, Align::start);
  const double other = 6 * line_of(band.language);
  put(band.other, band.language, 6, {x + half, (kHeight - other) / 2, half - kGap, other},
      Align::start);
  const double time = kTimeEm * line_of("en");
  put(band.end, "en", kTimeEm, {scene.width - kMargin - kEnd, (kHeight - time) / 2, kEnd, time},
      Align::right);
  return kHeight;
}

}  // namespace handbell::kiosk
