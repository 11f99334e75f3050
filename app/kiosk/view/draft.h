// A scene under way, and what every part of it is made of: pictures, faces, words.
#pragma once

#include "app/kiosk/flow/screen.h"
#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/fit.h"
#include "app/kiosk/view/place.h"

namespace handbell::kiosk {

// Millimetres, on every display (kiosk.md of the design): they are no matter of taste.
inline constexpr double kMargin = 7;
inline constexpr double kGap = 4;
inline constexpr double kClose = 3;  ///< the least that keeps fingers apart
inline constexpr double kTouch = 24;
inline constexpr double kStaffTouch = 20;

class Draft {
 public:
  Draft(const Screen& screen, const Words& words, const Place& place, Ruler& ruler);

  const Screen& screen;
  const Place& place;
  const Theme& theme;
  Ruler& ruler;
  Scene scene;
  Box body;  ///< what band and foot leave

  /// The family's language first and English after it; English alone where that is missing.
  [[nodiscard]] std::vector<Said> both(const std::string& english) const;
  [[nodiscard]] Said english(const std::string& phrase) const;
  /// In one language; the text is empty where it is missing.
  [[nodiscard]] Said other(const std::string& phrase, const std::string& language) const;
  /// The lines of `both`: the first as large as `em`, the second not over `second`.
  [[nodiscard]] std::vector<Line> lines(const std::string& english, double em, double second,
                                        bool bold) const;

  /// The family reads from right to left: text and arrows mirror, buttons keep their places.
  [[nodiscard]] bool mirrored() const { return right_to_left(screen.language); }
  [[nodiscard]] bool tall() const { return place.mm.tall(); }
  [[nodiscard]] bool staff() const;
  /// An adult is choosing: time-outs with "More time" can come.
  [[nodiscard]] bool choosing() const;
  [[nodiscard]] double touch() const { return staff() ? kStaffTouch : kTouch; }
  /// A larger display has room for larger words.
  [[nodiscard]] double zoom() const;
  /// What goes for {class}, {time} and {count}.
  [[nodiscard]] Insertions inserted() const;

  void picture(const Box& box, const std::string& key, Rgb tint);
  /// In the middle of `box`, as a square of `side`.
  void picture_in(const Box& box, double side, const std::string& key, Rgb tint);
  void face(const Box& box, Rgb fill, Rgb edge);
  void write(const Box& box, const std::vector<Line>& lines, const Setting& setting);

 private:
  const Words& words_;
};

/// A name, a time or a number: shown as it is.
[[nodiscard]] inline Said as_it_is(const std::string& text, const std::string& language = "en") {
  return {text, language.empty() ? "en" : language, ""};
}

}  // namespace handbell::kiosk
