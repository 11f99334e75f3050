// What a tap costs: instructions, syncs, and the time until a result is painted in the window.
#include "figures.h"
#include "kiosk_in_window.h"
#include "resident.h"
#include "stopwatch.h"
#include <fmt/format.h>

namespace handbell::bench {

namespace {

/// What was described since it was made, without reading the rest again and again.
class NewScreens {
 public:
  explicit NewScreens(const std::string& path)
      : file_(path), from_(file_.seekg(0, std::ios::end).tellg()) {}

  /// Whether a whole line tells of a child's result: between two taps the screen is idle.
  bool tell_result() {
    file_.clear();
    file_.seekg(from_);
    std::string line;
    while (std::getline(file_, line) && !file_.eof()) {
      if (line.find("\"screen\":\"idle\"") == std::string::npos) return true;
    }
    return false;
  }

 private:
  std::ifstream file_;
  std::ifstream::pos_type from_;
};

/// From `begin` until the kiosk has shown a result that was not there before.
std::optional<double> until_painted(const chain::RunningSchool& school,
                                    const std::function<void()>& begin) {
  constexpr double kLongest = 5'000;
  NewScreens screens(school.file("described"));
  const Stopwatch watch;
  begin();
  while (!screens.tell_result()) {
    if (watch.ms() > kLongest) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  return watch.ms();
}

/// Until the last result was taken off by a tap and everything is quiet again.
void settle() { std::this_thread::sleep_for(std::chrono::milliseconds(300)); }

std::vector<double> seen_to_painted(const chain::RunningSchool& school,
                                    const std::vector<std::string>& cards) {
  std::vector<double> ms;
  for (const auto& card : cards) {
    const auto took = until_painted(school, [&] { (void)school.card(card); });
    if (took) ms.push_back(*took);
    settle();
  }
  return ms;
}

std::vector<double> chip_to_painted(const chain::RunningSchool& school,
                                    testing_support::EmulatedReader& chip,
                                    const std::vector<std::string>& cards) {
  std::vector<double> ms;
  for (const auto& card : cards) {
    const auto took = until_painted(school, [&] { chip.say("on " + card); });
    if (took) ms.push_back(*took);
    chip.say("off all");
    settle();
  }
  return ms;
}

std::vector<double> start_to_painted(const chain::RunningSchool& school) {
  constexpr int kStarts = 15;
  std::vector<double> ms;
  for (int i = 0; i < kStarts; ++i) {
    const Stopwatch watch;
    KioskInWindow kiosk(school);
    const bool shown = testing_support::until([&] { return school.shows("\"screen\""); });
    if (shown) ms.push_back(watch.ms());
    kiosk.end();
  }
  return ms;
}

}  // namespace

std::vector<Figure> count_figures() {
  const double ours = instructions_each("tap_cost handbell");
  const double raw = instructions_each("tap_cost raw");
  const std::string syncs = output_of(HANDBELL_BIN "/tap_cost syncs 200");
  const double each = syncs.empty() ? kNotMeasured : std::stod(syncs);
  // Exactly one: fewer would be a tick that a power cut takes back.
  return {{"card seen to committed, against the same rows in raw SQLite", ours / raw, 3, "times",
           true, fmt::format("{:.0f} against {:.0f} instructions", ours, raw)},
          {"syncs a tap, exactly 1", each < 1 ? kNotMeasured : each, 1, "", true, ""}};
}

std::vector<Figure> tap_figures() {
  constexpr std::size_t kTaps = 50;
  chain::RunningSchool school;
  school.learn_school();
  const VirtualScreen screen(school.file("xvfb"));
  const auto starts = start_to_painted(school);
  testing_support::EmulatedReader chip(school.folder());
  KioskInWindow kiosk(school, {"--reader", chip.connection(), "--control", school.control()});
  testing_support::until([&] { return school.shows("School") && school.answers(); });
  // The reader's child looks for the chip first.
  std::this_thread::sleep_for(std::chrono::seconds(2));
  const auto cards = chain::demo_cards();
  const auto half = cards.begin() + kTaps;
  const auto seen = seen_to_painted(school, {cards.begin(), half});
  const auto chipped = chip_to_painted(school, chip, {half, half + kTaps});
  const double resident = resident_mb(kiosk.pid());
  kiosk.end();
  return {times("card on the emulated chip to painted", chipped, 25, 80),
          times("card seen to painted", seen, 5),
          times("start to first frame", starts, 150),
          {"kiosk resident after 100 taps", resident, 48, "MB", false, ""}};
}

}  // namespace handbell::bench
