// The reader's child alone: from the card to the event, and what it costs when nothing happens.
#include "app/store/site_clock.h"
#include "drivers/card/reader_process.h"

#include "reader_bench.h"
#include "reader_school.h"
#include <fmt/format.h>

#include <random>

namespace handbell::bench {

namespace {

/// What the emulated chip takes for a card with 7 bytes, as it is modelled: one try of 5 ms, and an
/// answer of 22 bytes at 115200 baud.
constexpr double kChipsOwn = 5 + 22 * 0.087;

/// A reader's events, counted.
class ReaderAlone {
 public:
  ReaderAlone() {
    EXPECT_TRUE(reader_.start([this](const card::ReaderEvent& event) {
      if (std::holds_alternative<card::CardSeen>(event)) ++seen_;
      if (std::holds_alternative<card::CardGone>(event)) ++gone_;
    }));
    EXPECT_TRUE(chain::until([&] { return reader_.state() == card::ReaderState::ready; }));
  }
  /// Milliseconds from the card to its event.
  double tap(const std::string& uid) {
    const int seen = seen_;
    const int gone = gone_;
    const Stopwatch watch;
    chip_.say("on " + uid);
    const bool told = ReaderSchool::soon([&] { return seen_ > seen; });
    const double took = told ? watch.ms() : kNotMeasured;
    chip_.say("off all");
    (void)ReaderSchool::soon([&] { return gone_ > gone; });
    return took;
  }
  [[nodiscard]] pid_t child() const {
    pid_t found = 0;
    std::error_code gone;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", gone)) {
      std::istringstream pids(chain::text_of(thread.path().string() + "/children"));
      for (pid_t pid = 0; pids >> pid;) {
        const auto program =
            std::filesystem::read_symlink("/proc/" + std::to_string(pid) + "/exe", gone);
        if (program.filename() == "handbell-reader") found = pid;
      }
    }
    return found;
  }

 private:
  store::TemporaryFolder folder_;
  chain::EmulatedReader chip_{folder_.path()};
  std::atomic<int> seen_ = 0;
  std::atomic<int> gone_ = 0;
  card::ReaderProcess reader_{{HANDBELL_BIN "/handbell-reader", chip_.connection()},
                              store::steady_now};
};

struct Spent {
  double wakes = 0;
  double ms = 0;  ///< of processor
};

Spent spent_by(pid_t pid) {
  Spent spent;
  const std::string proc = "/proc/" + std::to_string(pid);
  const std::string status = chain::text_of(proc + "/status");
  const std::string key = "\nvoluntary_ctxt_switches:";
  const auto at = status.find(key);
  if (at != std::string::npos) spent.wakes = std::stod(status.substr(at + key.size()));
  double ns = 0;
  std::istringstream(chain::text_of(proc + "/schedstat")) >> ns;
  spent.ms = ns / 1e6;
  return spent;
}

/// KB of this process alone.
double private_kb(pid_t pid) {
  std::istringstream lines(chain::text_of("/proc/" + std::to_string(pid) + "/smaps_rollup"));
  double sum = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("Private_")) sum += std::stod(line.substr(line.find(':') + 1));
  }
  return sum;
}

}  // namespace

std::vector<Figure> reader_figures(Length length) {
  const int taps = length == Length::whole ? 200 : 20;
  constexpr double kIdle = 10;  // seconds
  ReaderAlone reader;
  std::mt19937 dice(12);
  std::vector<double> beyond;
  for (int i = 0; i < taps; ++i) {
    sleep_ms(static_cast<double>(dice() % 1'300));
    beyond.push_back(reader.tap(fmt::format("04A1B2C3D4E5{:02X}", i % 256)) - kChipsOwn);
  }
  sleep_ms(1'500);
  const pid_t child = reader.child();
  const Spent before = spent_by(child);
  sleep_ms(kIdle * 1'000);
  const Spent after = spent_by(child);
  const bool lived = child != 0 && after.wakes > before.wakes;
  return {
      times(fmt::format("card to CardSeen beyond the chip's own {:.1f} ms", kChipsOwn), beyond, 12,
            50),
      {"wake-ups of an idle reader's child",
       lived ? (after.wakes - before.wakes) / kIdle : kNotMeasured, 10, "a second", true, ""},
      {"memory of an idle reader's child", resident_mb(child), 6, "MB", true,
       fmt::format("{:.0f} KB of it its own", private_kb(child))},
      {"processor of an idle reader's child",
       lived ? (after.ms - before.ms) / kIdle / 10 : kNotMeasured, 0.1, "% of a core", false, ""}};
}

}  // namespace handbell::bench
