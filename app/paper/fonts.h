// The fonts that paper is written with: our own copies in a private set, as at the door, so that a
// letter looks alike on every machine. Where they are missing the machine's own stand in.
#pragma once

#include "app/base/result.h"

#include <pango/pangocairo.h>

#include <memory>
#include <string>

namespace handbell::paper {

struct ObjectEnd {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, ObjectEnd>;

enum class Weight { normal, bold };

struct Face {
  double size = 10.5;  ///< points
  Weight weight = Weight::normal;
};

class Fonts {
 public:
  /// `folder` empty: share/handbell/fonts beside the running program. Fault: asset_missing where
  /// neither there nor on the machine is any font.
  [[nodiscard]] static Result<Fonts> open(const std::string& folder);
  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;
  ~Fonts();

  /// Broken into lines of so many points; a word that is longer is broken in itself.
  [[nodiscard]] Layout laid_out(const std::string& words, const Face& face, double width) const;
  /// In one line.
  [[nodiscard]] double width_of(const std::string& words, const Face& face) const;
  /// Of the longest word.
  [[nodiscard]] double widest_word(const std::string& words, const Face& face) const;

 private:
  struct Set;
  explicit Fonts(std::unique_ptr<Set> set);
  std::unique_ptr<Set> set_;
};

/// In a list or a table a name stands beside its heading, whichever way it runs.
void stand_left(PangoLayout* layout);
[[nodiscard]] double height_of(PangoLayout* layout);  ///< points
[[nodiscard]] inline double height_of(const Layout& layout) { return height_of(layout.get()); }
/// Of the first line, points from the top.
[[nodiscard]] double baseline_of(PangoLayout* layout);

}  // namespace handbell::paper
