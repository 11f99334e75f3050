// What a tap costs: instructions, syncs, and the time until it is painted.
#include "../chain/running_school.h"
#include "figures.h"

#include <chrono>

namespace handbell::bench {

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

/// Millions of instructions of a run with so many taps.
double instructions(const std::string& mode, int taps) {
  const std::string text = output_of(
      "valgrind --tool=callgrind --callgrind-out-file=/dev/null " HANDBELL_BIN "/tap_cost " + mode +
      " " + std::to_string(taps) + " 2>&1");
  const auto at = text.find("Collected : ");
  return at == std::string::npos ? 0 : std::stod(text.substr(at + 12)) / 1e6;
}

double instructions_a_tap(const std::string& mode) {
  constexpr int kWarm = 40;
  constexpr int kTaps = 200;
  return (instructions(mode, kWarm + kTaps) - instructions(mode, kWarm)) / kTaps * 1e6;
}

/// The time from `begin` until the kiosk has described another screen that says `words`.
double until_painted(const chain::RunningSchool& school, const std::function<void()>& begin) {
  const std::string before = school.described();
  const auto from = Clock::now();
  begin();
  while (school.described().size() == before.size() && since(from) < 5'000) {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  return since(from);
}

}  // namespace

std::vector<Figure> count_figures() {
  const double ours = instructions_a_tap("handbell");
  const double raw = instructions_a_tap("raw");
  const std::string syncs = output_of(HANDBELL_BIN "/tap_cost syncs 200");
  const std::string more = std::to_string(static_cast<long>(ours)) + " against " +
                           std::to_string(static_cast<long>(raw)) + " instructions";
  return {{"card seen to committed, against the same rows in raw SQLite", raw > 0 ? ours / raw : 99,
           3, "times", true, more},
          {"syncs a tap", syncs.empty() ? 99 : std::stod(syncs), 1, "", true, ""}};
}

std::vector<Figure> tap_figures() {
  chain::RunningSchool school;
  school.learn_school();
  std::vector<double> first;
  for (int i = 0; i < 15; ++i) {
    std::remove(school.file("described").c_str());
    const auto from = Clock::now();
    testing_support::RunningProgram kiosk({HANDBELL_BIN "/handbell-kiosk", "--site", school.site(),
                                           "--describe", "--display", "memory"},
                                          school.file("described"));
    while (school.described().empty() && since(from) < 5'000) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    first.push_back(since(from));
    kiosk.end(SIGTERM);
  }
  testing_support::EmulatedReader chip(school.folder());
  school.start_kiosk(chip.connection());
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const auto cards = chain::demo_cards();
  std::vector<double> seen;
  for (std::size_t i = 0; i < 60; ++i) {
    seen.push_back(until_painted(school, [&] { (void)school.card(cards[i]); }));
  }
  std::vector<double> chipped;
  for (std::size_t i = 60; i < 100; ++i) {
    chipped.push_back(until_painted(school, [&] { chip.say("on " + cards[i]); }));
    chip.say("off all");
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
  }
  const std::string status =
      chain::text_of("/proc/" + std::to_string(school.kiosk().pid()) + "/status");
  const double resident = std::stod(status.substr(status.find("VmRSS:") + 6)) / 1024;
  school.end_kiosk();
  return {times("card on the emulated chip to painted", chipped, 25),
          times("card seen to painted", seen, 5),
          times("start to first frame", first, 150),
          {"kiosk resident after 100 taps", resident, 48, "MB", false, ""}};
}

}  // namespace handbell::bench
