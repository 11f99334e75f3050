// The kiosk's memory over a simulated day of 24 hours with 2,000 cards, and over 10,000 scenes: in
// a real window, with the journal and the sounds of a real one.
#include "figures.h"
#include "kiosk_in_window.h"
#include "resident.h"
#include <fmt/format.h>

#include <random>
#include <thread>

namespace handbell::bench {

namespace {

using namespace std::chrono_literals;

/// The scenes that were described, one after the other.
class Described {
 public:
  explicit Described(const std::string& path) : file_(path) { (void)more(); }
  /// Whether there is another one since.
  bool more() {
    bool any = false;
    file_.clear();
    file_.seekg(at_);
    for (std::string line; std::getline(file_, line) && !file_.eof(); any = true) {
      ++scenes_;
      at_ += static_cast<std::streamoff>(line.size()) + 1;
      newest_ = std::move(line);
    }
    return any;
  }
  [[nodiscard]] int scenes() const { return scenes_; }
  /// What can be pressed on the newest.
  [[nodiscard]] std::vector<std::string> buttons() const {
    const auto screen = nlohmann::json::parse(newest_, nullptr, false);
    std::vector<std::string> ids;
    if (screen.is_discarded()) return ids;
    for (const auto& button : screen["buttons"]) ids.push_back(button["id"]);
    return ids;
  }

 private:
  std::ifstream file_;
  std::streamoff at_ = 0;
  std::string newest_;
  int scenes_ = 0;
};

/// What is left to be written or shown is done, and what was given back is given back.
void let_it_settle() { std::this_thread::sleep_for(2s); }

struct Growth {
  double mb = kNotMeasured;
  double at_most = kNotMeasured;
  int scenes = 0;
};

/// Every child once warms it up: fonts and pictures are read when they are needed first.
Growth day_of_cards(const chain::RunningSchool& school, int pid) {
  constexpr int kCards = 2000;
  constexpr double kRate = 1440;  // a day in a minute
  (void)school.handbell(fmt::format("clock set 2026-01-12T00:00:00 --rate {}", kRate));
  const auto cards = chain::demo_cards();
  const int warming = static_cast<int>(cards.size());
  const auto begun = std::chrono::steady_clock::now();
  double warm = kNotMeasured;
  for (int i = 0; i < warming + kCards; ++i) {
    if (i == warming) {
      let_it_settle();
      warm = resident_mb(pid);
    }
    std::this_thread::sleep_until(begun + 27ms * i);
    if (school.card(cards[static_cast<std::size_t>(i) % cards.size()]) != "ok") return {};
  }
  let_it_settle();
  const double end = resident_mb(pid);
  return {end - warm, end, 0};
}

/// Whatever an adult may press, and a card now and then, each once the one before was shown.
Growth many_scenes(const chain::RunningSchool& school, int pid) {
  constexpr int kWarm = 3'000;
  constexpr int kScenes = 10'000;
  constexpr unsigned kSeed = 7;
  constexpr auto kAnswers = 20ms;
  std::mt19937 dice(kSeed);
  Described described(school.file("described"));
  const auto cards = chain::demo_cards();
  const auto go_on = [&](int until) {
    for (int i = 0; described.scenes() < until && i < 4 * until; ++i) {
      const auto buttons = described.buttons();
      const auto roll = dice();
      const std::string what = buttons.empty() || roll % 12 == 0
                                   ? "card " + cards[roll / 12 % cards.size()]
                                   : "press " + buttons[roll / 12 % buttons.size()];
      (void)testing_support::told(school.control(), what);
      const auto end = std::chrono::steady_clock::now() + kAnswers;
      while (!described.more() && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(500us);
      }
    }
  };
  go_on(described.scenes() + kWarm);
  const double warm = most_resident_mb(pid);
  const int begun = described.scenes();
  go_on(begun + kScenes);
  const double end = most_resident_mb(pid);
  return {end - warm, end, described.scenes() - begun};
}

}  // namespace

std::vector<Figure> memory_figures() {
  chain::RunningSchool school;
  school.learn_school();
  const VirtualScreen screen(school.file("xvfb"));
  KioskInWindow kiosk(school, {"--control", school.control()});
  testing_support::until([&] { return school.shows("School") && school.answers(); });
  const Growth day = day_of_cards(school, kiosk.pid());
  (void)school.handbell("clock set 2026-01-13T08:51:00");
  const Growth scenes = many_scenes(school, kiosk.pid());
  const int status = kiosk.end();
  const double end = status == 0 ? std::max(day.at_most, scenes.at_most) : kNotMeasured;
  return {{"memory grown over 24 simulated hours, 2,000 cards", day.mb, 1, "MB", true, ""},
          {"memory grown over 10,000 scenes", scenes.scenes >= 10'000 ? scenes.mb : kNotMeasured, 1,
           "MB", true, fmt::format("{} scenes", scenes.scenes)},
          {"kiosk resident after both", end, 64, "MB", true, ""}};
}

}  // namespace handbell::bench
