// Draws a scene, with Pango and Cairo, into the pixels that it is given.
//
// The fonts are our own copies in a private set: no other font of the machine can change a screen.
// Heights are measured, never assumed.
#pragma once

#include "app/kiosk/paint/icons.h"
#include "app/kiosk/paint/placement.h"
#include "app/kiosk/view/ruler.h"

#include <memory>
#include <string>
#include <vector>

namespace handbell::kiosk {

/// Pixels as SDL's window has them: 4 bytes each, blue first.
struct Canvas {
  std::uint8_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;  ///< bytes from one row to the next
};

class Painter : public Ruler {
 public:
  /// `assets`: the folder with fonts/ and icons/. `cache`: where the fonts' index is kept. Whatever
  /// is missing there, the kiosk takes cards: faults() tells it, and the machine's own fonts stand
  /// in.
  [[nodiscard]] static Painter make(const std::string& assets, const std::string& cache);
  Painter(Painter&&) noexcept;
  Painter& operator=(Painter&&) noexcept;
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;
  ~Painter() override;

  void paint(const Scene& scene, const Canvas& canvas, Turn turn = Turn::none);
  /// At 10 pixels a millimetre. What was measured is kept: a screen that comes again asks the same.
  [[nodiscard]] Measured measure(const Text& text) override;
  [[nodiscard]] bool has_icon(const std::string& icon);
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

 private:
  struct Fonts;
  /// All that a measure depends on.
  using MeasureKey = std::tuple<std::string, std::string, double, double, bool, int>;
  Painter(std::unique_ptr<Fonts> fonts, Icons icons);
  [[nodiscard]] Measured keep_measured(const MeasureKey& key, const Measured& measured);

  std::unique_ptr<Fonts> fonts_;
  Icons icons_;
  std::vector<Fault> faults_;  ///< asset_missing
  std::map<MeasureKey, Measured> measured_;
  std::map<MeasureKey, Measured> measured_before_;
};

}  // namespace handbell::kiosk
