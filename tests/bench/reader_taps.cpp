// Random cards at random moments, with random faults between: each tap that the screen acknowledged
// is in the journal once. And 100 times the plug is pulled.
#include "drivers/pn532/fault_kind.h"

#include "reader_bench.h"
#include "reader_school.h"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>

namespace handbell::bench {

namespace {

/// Children come in any order, each holds the card there for a while, and comes again if the screen
/// did not greet it.
class TappedMornings {
 public:
  explicit TappedMornings(std::uint64_t seed) : dice_(seed) {}

  void tap(int count) {
    for (int i = 0; i < count; ++i) {
      if (waiting_.empty()) next_morning();
      const Waiting next = waiting_.front();
      waiting_.pop_front();
      tap(next);
    }
  }
  std::vector<Figure> judged(std::uint64_t seed);

 private:
  struct Waiting {
    chain::Child child;
    int tries = 0;
  };
  struct Tapped {
    Waiting who;
    std::string told;  ///< by the screen, from its tap to the end of the next one
  };

  unsigned below(unsigned count) { return static_cast<unsigned>(dice_()) % count; }
  void next_morning() {
    at_.set_day(mornings_++);
    auto children = at_.children();
    std::shuffle(children.begin(), children.end(), dice_);
    for (const auto& child : children) waiting_.push_back({child, 0});
  }
  void tap(Waiting next) {
    ++taps_;
    ++next.tries;
    const bool fault = below(5) == 0;
    if (fault) begin_fault();
    sleep_ms(below(80));
    if (last_) last_->told += at_.told();
    at_.say("on " + next.child.card);
    const double held = fault ? 100 + below(400) : 1'500;
    bool greeted = at_.until_greeted(next.child, held) < held;
    if (fault) end_fault();
    if (!greeted) greeted = at_.until_greeted(next.child, 1'200) < 1'200;
    at_.say("off all");
    take_told(next, greeted);
    if (!greeted) waiting_.push_back(next);
  }
  void take_told(const Waiting& next, bool greeted) {
    const std::string told = at_.told();
    if (greeted) ++acknowledged_[{at_.day(), next.child.pupil}];
    // What was late is said of the one before.
    if (last_ && last_->who.child.card != next.child.card) last_->told += told;
    judge_last();
    last_ = Tapped{next, told};
  }
  void judge_last() {
    if (last_ && told_twice(*last_)) ++doubled_;
    last_.reset();
  }
  /// "You are already in" is the answer to a second tap. Of one card that was laid down once it is
  /// a doubled one if it was the child's first, or if that tap was the arrival.
  static bool told_twice(const Tapped& tapped) {
    std::string again;
    std::string first;
    std::istringstream lines(tapped.told);
    for (std::string line; std::getline(lines, line);) {
      const bool second = line.find(R"("screen":"already_in")") != std::string::npos;
      (second ? again : first) += line + "\n";
    }
    if (!chain::greeted(again).contains(tapped.who.child.shown)) return false;
    return tapped.who.tries == 1 || chain::greeted(first).contains(tapped.who.child.shown);
  }
  void begin_fault() {
    static const auto kKinds = pn532::all_faults();
    ++faults_;
    const std::string name(name_of(kKinds[below(static_cast<unsigned>(kKinds.size()))]));
    switch (below(8)) {
      case 0:
        at_.say("unplug");
        unplugged_ = true;
        break;
      case 1:
        at_.say("brown_out");
        break;
      case 2:
        if (const pid_t child = at_.child()) ::kill(child, SIGKILL);
        break;
      case 3:
      case 4:
        at_.say("fault " + name);
        break;
      default:
        at_.say(fmt::format("fault {} at {}", name, 1 + below(8)));
    }
  }
  void end_fault() {
    at_.say("fault none");
    if (std::exchange(unplugged_, false)) at_.say("replug");
  }

  std::mt19937_64 dice_;
  ReaderSchool at_;
  std::deque<Waiting> waiting_;
  std::optional<Tapped> last_;
  std::map<std::pair<SchoolDay, PupilId>, int> acknowledged_;
  int mornings_ = 0;
  int taps_ = 0;
  int faults_ = 0;
  int doubled_ = 0;
  bool unplugged_ = false;
};

std::vector<Figure> TappedMornings::judged(std::uint64_t seed) {
  judge_last();
  at_.end();
  std::set<std::pair<SchoolDay, PupilId>> written;
  for (const auto& tap : chain::taps_in_journal(at_.school())) written.insert({tap.day, tap.pupil});
  int lost = 0;
  for (const auto& [tap, times] : acknowledged_) lost += written.contains(tap) ? 0 : 1;
  const auto more = fmt::format("seed {}: {} taps, {} faults, {} acknowledged, {} in the journal",
                                seed, taps_, faults_, acknowledged_.size(), written.size());
  return {
      {"acknowledged taps that the journal has not", acknowledged_.empty() ? kNotMeasured : lost, 0,
       "", true, more},
      {"taps that the kiosk was told of twice", static_cast<double>(doubled_), 0, "", true, ""}};
}

}  // namespace

std::vector<Figure> tapped_figures(Length length, std::uint64_t seed) {
  TappedMornings mornings(seed);
  mornings.tap(length == Length::whole ? 1'000 : 60);
  return mornings.judged(seed);
}

std::vector<Figure> replug_figures(Length length) {
  constexpr double kWorksAgain = 2'000;
  constexpr int kMostTries = 3;
  constexpr double kMostFailed = 0.05;
  const int cycles = length == Length::whole ? 100 : 10;
  ReaderSchool at;
  std::mt19937 dice(100);
  std::vector<double> ms;
  int failed = 0;
  for (int i = 0; i < cycles; ++i) {
    double took = kNotMeasured;
    // Another program may have had the processor.
    for (int tries = 0; tries < kMostTries && !(took <= kWorksAgain); ++tries) {
      at.say("unplug");
      sleep_ms(static_cast<double>(dice() % 1'500));
      at.say("replug");
      took = at.tap(at.next_child());
      if (took <= kWorksAgain) continue;
      failed += tries == 0 ? 1 : 0;
      fmt::print("plug pulled for the {}. time, try {}: next card after {:.0f} ms\n", i + 1,
                 tries + 1, took);
    }
    ms.push_back(took);
  }
  const auto files = descriptors_of(at.child());
  at.end();
  const bool all = std::none_of(ms.begin(), ms.end(), [](double took) { return std::isnan(took); });
  return {
      {"plugged in again to the next card read, slowest",
       all ? *std::max_element(ms.begin(), ms.end()) : kNotMeasured, kWorksAgain, "ms", true,
       fmt::format("median {:.0f}, p95 {:.0f}, {} times, child has {} descriptors", median(ms),
                   p95(ms), ms.size(), files)},
      {"first tries after a pulled plug that did not hold", static_cast<double>(failed),
       std::max(1.0, std::floor(kMostFailed * cycles)), "", true, fmt::format("of {}", cycles)}};
}

}  // namespace handbell::bench
