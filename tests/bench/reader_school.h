// A school whose kiosk has the emulated reader: cards are put there, faults are made, and what the
// screen says of it is watched.
#pragma once

#include "../chain/evidence.h"
#include "resident.h"
#include "stopwatch.h"

#include <filesystem>

namespace handbell::bench {

/// The screens that a kiosk described, read on from where it was.
class NewestScreens {
 public:
  explicit NewestScreens(std::string path) : path_(std::move(path)) {}
  /// Whole lines since it was last asked.
  std::string more() {
    std::ifstream file(path_);
    file.seekg(at_);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    text.resize(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
    at_ += static_cast<std::streamoff>(text.size());
    return text;
  }

 private:
  std::string path_;
  std::streamoff at_ = 0;
};

class ReaderSchool {
 public:
  ReaderSchool() : chip_(school_.folder()), screens_(school_.file("described")) {
    school_.learn_school();
    set_day(0);
    school_.start_kiosk(chip_.connection());
    EXPECT_TRUE(chain::until([&] { return school_.shows("Tap your card"); })) << school_.lately();
    children_ = chain::children_of(school_);
    (void)screens_.more();
  }

  [[nodiscard]] chain::RunningSchool& school() { return school_; }
  [[nodiscard]] const std::vector<chain::Child>& children() const { return children_; }
  /// Another one each time, until all were.
  const chain::Child& next_child() { return children_[next_++ % children_.size()]; }
  /// Only so many of them: what is shown for the first time takes memory for its pictures.
  void keep_children(std::size_t count) {
    children_.erase(
        children_.begin() + static_cast<std::ptrdiff_t>(std::min(count, children_.size())),
        children_.end());
  }
  /// The n-th school day from here; nobody is in yet.
  void set_day(int n) {
    day_ = SchoolDay::parse("2026-01-12").value().plus(n + n / 5 * 2);
    school_.set_clock(day_.text() + "T08:30:00");
  }
  [[nodiscard]] SchoolDay day() const { return day_; }

  void say(const std::string& line) { EXPECT_EQ(chip_.say(line), "ok") << line; }
  /// An alarm must take the screen whatever the reader does: from the alarm to its screen, ms.
  double alarm_and_see() {
    (void)screens_.more();
    const Stopwatch watch;
    (void)chain::told(school_.control(), "evacuation on");
    std::string text;
    const bool shown = soon([&] {
      text += screens_.more();
      return text.find("\"screen\":\"evacuate\"") != std::string::npos;
    });
    const double took = shown ? watch.ms() : kNotMeasured;
    (void)chain::told(school_.control(), "evacuation off");
    return took;
  }
  /// From now until the screen greets the child by its name; kNotMeasured: not within `most` ms.
  double until_greeted(const chain::Child& child, double most = 10'000) {
    const Stopwatch watch;
    std::string text;
    const bool shown = soon(
        [&] {
          text += screens_.more();
          return chain::greeted(text).contains(child.shown);
        },
        most);
    told_ += text;
    return shown ? watch.ms() : kNotMeasured;
  }
  /// Holds the card there until the screen greets the child, and takes it away.
  double tap(const chain::Child& child, double most = 10'000) {
    (void)screens_.more();
    say("on " + child.card);
    const double took = until_greeted(child, most);
    say("off all");
    return took;
  }
  /// What the screen said since it was last asked, but for what tap() skipped.
  std::string told() {
    told_ += screens_.more();
    return std::exchange(told_, "");
  }
  /// The longest turn of the kiosk's loop since it was last asked, ms.
  double longest_turn() {
    const std::string answer = chain::told(school_.control(), "turn");
    return answer.empty() ? kNotMeasured : std::stod(answer);
  }

  [[nodiscard]] pid_t kiosk() { return school_.kiosk().pid(); }
  /// Its reader's child; 0: none now.
  [[nodiscard]] pid_t child() {
    std::error_code gone;
    const auto tasks = "/proc/" + std::to_string(kiosk()) + "/task";
    for (const auto& thread : std::filesystem::directory_iterator(tasks, gone)) {
      std::istringstream pids(chain::text_of(thread.path().string() + "/children"));
      for (pid_t pid = 0; pids >> pid;) {
        const auto program =
            std::filesystem::read_symlink("/proc/" + std::to_string(pid) + "/exe", gone);
        if (program.filename() == "handbell-reader") return pid;
      }
    }
    return 0;
  }
  void end() { EXPECT_EQ(school_.end_kiosk(), 0); }

  /// Looks each millisecond.
  static bool soon(const std::function<bool()>& is_so, double most = 10'000) {
    const Stopwatch watch;
    while (!is_so()) {
      if (watch.ms() > most) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
  }

 private:
  chain::RunningSchool school_;
  chain::EmulatedReader chip_;
  NewestScreens screens_;
  std::vector<chain::Child> children_;
  std::size_t next_ = 0;
  SchoolDay day_ = SchoolDay::parse("2026-01-12").value();
  std::string told_;
};

inline void sleep_ms(double ms) {
  std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(ms));
}

inline std::size_t descriptors_of(pid_t pid) {
  std::error_code gone;
  const std::filesystem::directory_iterator files("/proc/" + std::to_string(pid) + "/fd", gone);
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace handbell::bench
