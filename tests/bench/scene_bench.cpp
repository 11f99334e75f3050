// What a screen costs: from a touch until another one is painted in the window, and to paint it
// again.
#include "app/kiosk/paint/png.h"
#include "app/kiosk/view/view.h"

#include "figures.h"
#include "kiosk_in_window.h"
#include "screens.h"
#include "stopwatch.h"

#include <thread>

namespace handbell::bench {

namespace {

/// Whole lines so far.
std::size_t lines_in(const std::string& path) {
  const std::string text = chain::text_of(path);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::vector<double> pressed_to_painted(const chain::RunningSchool& school) {
  constexpr int kRounds = 60;
  std::vector<double> ms;
  for (int i = 0; i < kRounds; ++i) {
    for (const char* button : {"no_card", "choice:1", "back", "back"}) {
      const auto before = lines_in(school.file("described"));
      const Stopwatch watch;
      (void)testing_support::told(school.control(), std::string("press ") + button);
      const auto painted = [&] { return lines_in(school.file("described")) > before; };
      while (!painted() && watch.ms() < 1'000) {
        std::this_thread::sleep_for(std::chrono::microseconds(100));
      }
      if (painted()) ms.push_back(watch.ms());
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  return ms;
}

std::vector<double> painted_again(const std::string& cache) {
  using namespace kiosk;
  constexpr int kRounds = 20;
  Painter painter = Painter::make(HANDBELL_SHARE, cache);
  const Place place;
  Image image{1280, 800, std::vector<std::uint8_t>(std::size_t{1280} * 800 * 4)};
  std::vector<double> ms;
  for (int round = 0; round <= kRounds; ++round) {
    for (const auto& [name, screen] : every_screen()) {
      const Stopwatch watch;
      const Scene scene = view(screen, Words{}, place, painter);
      painter.paint(scene, image.canvas());
      if (round > 0) ms.push_back(watch.ms());
    }
  }
  return ms;
}

}  // namespace

std::vector<Figure> scene_figures() {
  chain::RunningSchool school;
  school.learn_school();
  const VirtualScreen screen(school.file("xvfb"));
  KioskInWindow kiosk(school, {"--control", school.control()});
  testing_support::until([&] { return school.shows("School") && school.answers(); });
  const auto pressed = pressed_to_painted(school);
  kiosk.end();
  return {times("touch to painted", pressed, 5, 16),
          times("any screen laid out and painted again", painted_again(school.file("fonts")), 2)};
}

}  // namespace handbell::bench
