// What the kiosk does when nothing happens: nothing. In a real window under Xvfb, with a reader on
// the emulated chip, and an office that answers.
#include "figures.h"
#include "kiosk_in_window.h"
#include "stopwatch.h"
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace handbell::bench {

namespace {

namespace fs = std::filesystem;

struct Use {
  double wakes = 0;  ///< times that a thread woke up by itself
  double ns = 0;     ///< of processor
};

/// Of a process with all its threads.
Use use_of(int pid) {
  Use use;
  std::error_code gone;
  for (const auto& thread :
       fs::directory_iterator("/proc/" + std::to_string(pid) + "/task", gone)) {
    const std::string status = chain::text_of(thread.path().string() + "/status");
    const std::string key = "\nvoluntary_ctxt_switches:";
    const auto at = status.find(key);
    if (at != std::string::npos) use.wakes += std::stod(status.substr(at + key.size()));
    double on_processor = 0;
    std::istringstream(chain::text_of(thread.path().string() + "/schedstat")) >> on_processor;
    use.ns += on_processor;
  }
  return use;
}

/// The kiosk's reader; 0 where it has none.
int child_of(int pid) {
  std::error_code gone;
  for (const auto& thread :
       fs::directory_iterator("/proc/" + std::to_string(pid) + "/task", gone)) {
    const std::string children = chain::text_of(thread.path().string() + "/children");
    if (!children.empty()) return std::stoi(children);
  }
  return 0;
}

std::ptrdiff_t lines_of(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

std::vector<Figure> idle_figures() {
  constexpr auto kLooked = std::chrono::seconds(20);
  constexpr auto kSettles = std::chrono::seconds(3);
  chain::RunningSchool school;
  const VirtualScreen screen(school.file("xvfb"));
  testing_support::EmulatedReader chip(school.folder());
  school.start_office();
  KioskInWindow kiosk(school, {"--reader", chip.connection()});
  testing_support::until([&] { return school.shows("School"); });
  std::this_thread::sleep_for(kSettles);
  const int reader = child_of(kiosk.pid());
  const auto lines = lines_of(school.described());
  const Use kiosk_before = use_of(kiosk.pid());
  const Use reader_before = use_of(reader);
  const Stopwatch watch;
  std::this_thread::sleep_for(kLooked);
  const double seconds = watch.ms() / 1000;
  const Use kiosk_after = use_of(kiosk.pid());
  const Use reader_after = use_of(reader);
  const bool worked = reader != 0 && lines > 0 && kiosk_after.wakes > 0 && reader_after.wakes > 0;
  const auto redraws = static_cast<double>(lines_of(school.described()) - lines);
  const double by_kiosk = (kiosk_after.wakes - kiosk_before.wakes) / seconds;
  const double by_reader = (reader_after.wakes - reader_before.wakes) / seconds;
  const double ns = kiosk_after.ns - kiosk_before.ns + reader_after.ns - reader_before.ns;
  const std::string parts = fmt::format("kiosk {:.1f}, reader {:.1f}", by_kiosk, by_reader);
  return {
      {"redraws in 20 s when nothing changes", worked ? redraws : kNotMeasured, 0, "", true, ""},
      {"wake-ups of kiosk and reader, idle", worked ? by_kiosk + by_reader : kNotMeasured, 50,
       "a second", true, parts},
      {"processor of kiosk and reader, idle",
       worked && ns > 0 ? ns / 1e9 / seconds * 100 : kNotMeasured, 0.3, "% of a core", false, ""}};
}

}  // namespace handbell::bench
