// After each fault: did the screen live, when was the next card read, did anything grow.
#include "drivers/pn532/fault_kind.h"

#include "reader_bench.h"
#include "reader_school.h"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace handbell::bench {

namespace {

constexpr double kNextCardBar = 3'000;  // ms after the fault ended
constexpr double kTurnBar = 50;         // ms
constexpr double kMostFailed = 0.05;    // of the first tries
constexpr int kTries = 3;               // another program may have had the processor

/// One fault, begun and ended in its own way.
struct Trial {
  std::string name;
  std::function<void(ReaderSchool&)> begin;
  std::function<void(ReaderSchool&)> end;
};

struct Row {
  double screen = 0;  ///< ms from an alarm to its screen, while the fault lasts
  double turn = 0;
  double next_card = 0;
  [[nodiscard]] bool holds() const {
    return screen <= 1'000 && turn <= kTurnBar && next_card <= kNextCardBar;
  }
  /// Invariant: what was not measured stays so.
  void take_worse(const Row& other) {
    const auto worse = [](double a, double b) { return std::isnan(a) || a > b ? a : b; };
    screen = worse(other.screen, screen);
    turn = worse(other.turn, turn);
    next_card = worse(other.next_card, next_card);
  }
};

std::vector<Trial> all_trials() {
  std::vector<Trial> trials;
  for (const auto kind : pn532::all_faults()) {
    const std::string name(name_of(kind));
    trials.push_back({name, [name](ReaderSchool& at) { at.say("fault " + name); },
                      [](ReaderSchool& at) { at.say("fault none"); }});
  }
  trials.push_back({"unplugged", [](ReaderSchool& at) { at.say("unplug"); },
                    [](ReaderSchool& at) { at.say("replug"); }});
  trials.push_back({"two cards", [](ReaderSchool& at) { at.say("on " + at.next_child().card); },
                    [](ReaderSchool&) {}});
  trials.push_back({"a phone left there", [](ReaderSchool& at) { at.say("on 08000001 phone"); },
                    [](ReaderSchool&) {}});
  trials.push_back({"child killed",
                    [](ReaderSchool& at) {
                      if (const pid_t child = at.child()) ::kill(child, SIGKILL);
                    },
                    [](ReaderSchool&) {}});
  // It ends when the kiosk has noticed and killed it.
  trials.push_back({"child frozen",
                    [](ReaderSchool& at) {
                      if (const pid_t child = at.child()) ::kill(child, SIGSTOP);
                    },
                    [](ReaderSchool& at) {
                      const pid_t frozen = at.child();
                      const auto state = "/proc/" + std::to_string(frozen) + "/status";
                      (void)ReaderSchool::soon([&] {
                        return chain::text_of(state).find("State:\tT") == std::string::npos;
                      });
                    }});
  return trials;
}

Row tried(ReaderSchool& at, const Trial& trial, double lasts_ms) {
  Row row;
  (void)at.longest_turn();
  const Stopwatch since_begin;
  trial.begin(at);
  at.say("on " + at.next_child().card);
  sleep_ms(lasts_ms / 3);
  row.screen = at.alarm_and_see();
  sleep_ms(std::max(0.0, lasts_ms - since_begin.ms()));
  at.say("off all");
  trial.end(at);
  row.next_card = at.tap(at.next_child());
  row.turn = at.longest_turn();
  return row;
}

/// How often a second try was needed: what fails now and then is a fault, too.
struct Tries {
  int first = 0;
  int failed = 0;  ///< of the first ones
};

/// The first of up to three that holds. Each that does not is printed.
Row tried_again(ReaderSchool& at, const Trial& trial, double lasts_ms, Tries& all, int& tries) {
  Row row;
  ++all.first;
  for (tries = 1; tries <= kTries; ++tries) {
    row = tried(at, trial, lasts_ms);
    if (row.holds()) break;
    all.failed += tries == 1 ? 1 : 0;
    fmt::print(
        "{:<24} {:>10.0f} try {} did not hold: screen {:.0f}, turn {:.0f}, next card {:.0f} ms\n",
        trial.name, lasts_ms, tries, row.screen, row.turn, row.next_card);
  }
  return row;
}

void print_head() {
  fmt::print("{:<24} {:>10} {:>16} {:>14} {:>16} {:>6}  {}\n", "fault", "lasted ms",
             "alarm to screen", "longest turn", "next card after", "tries", "holds");
}

Row row_of(ReaderSchool& at, const Trial& trial, const std::vector<double>& lengths, Tries& all) {
  Row worst;
  for (const double lasts : lengths) {
    int tries = 0;
    const Row row = tried_again(at, trial, lasts, all, tries);
    fmt::print("{:<24} {:>10.0f} {:>13.0f} ms {:>11.0f} ms {:>13.0f} ms {:>6}  {}\n", trial.name,
               lasts, row.screen, row.turn, row.next_card, std::min(tries, kTries),
               row.holds() ? "yes" : "NO");
    std::fflush(stdout);
    worst.take_worse(row);
  }
  return worst;
}

/// Each fault strikes one command, the first, the second ... while a card is being read.
Row struck_commands(ReaderSchool& at, int commands, Tries& all) {
  Row worst;
  for (const auto kind : pn532::all_faults()) {
    Row of_kind;
    for (int n = 1; n <= commands; ++n) {
      const Trial trial{std::string(name_of(kind)),
                        [&](ReaderSchool& school) {
                          school.say(fmt::format("fault {} at {}", name_of(kind), n));
                        },
                        [](ReaderSchool& school) { school.say("fault none"); }};
      int tries = 0;
      of_kind.take_worse(tried_again(at, trial, 150, all, tries));
    }
    fmt::print("{:<24} {:>10} {:>13.0f} ms {:>11.0f} ms {:>13.0f} ms {:>6}  {}\n", name_of(kind),
               fmt::format("1 of {}", commands), of_kind.screen, of_kind.turn, of_kind.next_card,
               "", of_kind.holds() ? "yes" : "NO");
    std::fflush(stdout);
    worst.take_worse(of_kind);
  }
  return worst;
}

struct Held {
  double kiosk_mb = kNotMeasured;
  double child_mb = kNotMeasured;
  std::size_t kiosk_files = 0;
  std::size_t child_files = 0;
};

Held held_by(ReaderSchool& at) {
  // Whoever was started anew is ready, and what is written is written.
  sleep_ms(2'000);
  const pid_t child = at.child();
  return {resident_mb(at.kiosk()), resident_mb(child), descriptors_of(at.kiosk()),
          descriptors_of(child)};
}

/// Any fault at any of the next commands, a card meanwhile, and another card afterwards.
double cycle(ReaderSchool& at, CountedRandom& random) {
  static const auto kKinds = pn532::all_faults();
  std::array<std::uint8_t, 3> dice{};
  random.fill(dice);
  const std::string name(name_of(kKinds[dice[0] % kKinds.size()]));
  at.say(fmt::format("fault {} at {}", name, 1 + dice[1] % 8));
  at.say("on " + at.next_child().card);
  sleep_ms(20 + dice[2] % 64);
  at.say("off all");
  at.say("fault none");
  const double took = at.tap(at.next_child());
  if (!(took <= kNextCardBar)) {
    fmt::print("{} ms after {} at {}\n{}\n", took, name, 1 + dice[1] % 8, at.school().lately());
  }
  return took;
}

}  // namespace

std::vector<Figure> fault_figures(Length length) {
  ReaderSchool at;
  const bool whole = length == Length::whole;
  // The last one is long enough for a faulty reader and for the longest pauses.
  const std::vector<double> lengths =
      whole ? std::vector<double>{300, 2'000, 12'000} : std::vector<double>{600};
  print_head();
  Row worst;
  Tries all;
  for (const Trial& trial : all_trials()) worst.take_worse(row_of(at, trial, lengths, all));
  worst.take_worse(struck_commands(at, whole ? 12 : 2, all));
  at.end();
  return {
      {"next card after any fault ended, slowest", worst.next_card, kNextCardBar, "ms", true, ""},
      {"the kiosk's loop, longest turn", worst.turn, kTurnBar, "ms", true, ""},
      {"an alarm to its screen while a fault lasts, slowest", worst.screen, 1'000, "ms", true, ""},
      {"first tries that did not hold", static_cast<double>(all.failed),
       std::max(1.0, std::floor(kMostFailed * all.first)), "", true,
       fmt::format("of {}", all.first)}};
}

std::vector<Figure> growth_figures(Length length) {
  const int cycles = length == Length::whole ? 1'000 : 60;
  const int warm = length == Length::whole ? 200 : 30;
  ReaderSchool at;
  constexpr std::size_t kChildren = 12;
  at.keep_children(kChildren);
  CountedRandom random(6);
  std::vector<double> next_card;
  for (int i = 0; i < warm; ++i) next_card.push_back(cycle(at, random));
  const Held before = held_by(at);
  for (int i = 0; i < cycles; ++i) next_card.push_back(cycle(at, random));
  const Held after = held_by(at);
  at.end();
  const auto grown = [](std::size_t from, std::size_t to) {
    return static_cast<double>(to) - static_cast<double>(from);
  };
  const double slowest = *std::max_element(next_card.begin(), next_card.end());
  const bool all =
      std::none_of(next_card.begin(), next_card.end(), [](double ms) { return std::isnan(ms); });
  return {
      {"descriptors grown, kiosk", grown(before.kiosk_files, after.kiosk_files), 0, "", true,
       fmt::format("{} of {}", after.kiosk_files, before.kiosk_files)},
      {"descriptors grown, reader's child", grown(before.child_files, after.child_files), 0, "",
       true, fmt::format("{} of {}", after.child_files, before.child_files)},
      {"memory grown, kiosk", after.kiosk_mb - before.kiosk_mb, 1, "MB", true,
       fmt::format("{:.1f} MB after {} faults", after.kiosk_mb, cycles)},
      {"memory of the reader's child", after.child_mb, 6, "MB", true,
       fmt::format("{:.2f} MB before", before.child_mb)},
      {"next card after one of these faults, slowest", all ? slowest : kNotMeasured, kNextCardBar,
       "ms", false, fmt::format("median {:.0f}, p95 {:.0f}", median(next_card), p95(next_card))}};
}

}  // namespace handbell::bench
