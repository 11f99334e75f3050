// Places things from above to below on a display of any shape.
#pragma once

#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/scene.h"

namespace handbell::kiosk {

/// The physical size of the screen, in millimetres.
struct DisplayMm {
  double width = 217;
  double height = 136;
  [[nodiscard]] bool tall() const { return height > width; }
};

/// A column of texts, each under the one before it.
class Column {
 public:
  Column(Scene& scene, Box box, bool centred) : scene_(scene), box_(box), centred_(centred) {}

  /// Smaller, down to `least`, where it would not fit on one line.
  struct Size {
    double em = 6;
    double least = 6;
    bool bold = false;
  };
  void add(const std::string& text, const std::string& language, Size size);
  void skip(double mm) { used_ += mm; }
  [[nodiscard]] double bottom() const { return box_.y + used_; }

 private:
  Scene& scene_;
  Box box_;
  bool centred_;
  double used_ = 0;
};

/// About how wide a text is, in ems: the view cannot measure, the scene lint does.
[[nodiscard]] double ems_of(const std::string& text, const std::string& language, bool bold);

/// A band over the whole width at the top, with a picture, a word at its start and one at its end.
struct Band {
  Rgb colour;
  Rgb ink;
  std::string icon;
  std::string word;
  std::string other;  ///< the same in `language`
  std::string language;
  std::string end;  ///< the time
};
/// The height that it took.
double add_band(Scene& scene, const Band& band);

}  // namespace handbell::kiosk
