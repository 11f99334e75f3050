// The kiosk is killed at any moment, while it starts too. A child whom the screen did not greet
// taps again, as children do. Afterwards each is in the journal and in the register, once.
// HANDBELL_KILLS: how often (40; whole: 200).
#include "evidence.h"

#include <array>
#include <chrono>
#include <set>
#include <sstream>

namespace handbell::chain {
namespace {

int kills() {
  const char* wanted = std::getenv("HANDBELL_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 40;
}

/// Mornings with kills in them: each child of the school comes once in a morning.
class KilledMornings {
 public:
  explicit KilledMornings(RunningSchool& school)
      : school_(school), children_(children_of(school)) {}

  [[nodiscard]] SchoolDay day() const {
    const int n = static_cast<int>(days_.size());
    // The first school days of January; five a week.
    return SchoolDay::parse("2026-01-12").value().plus(n + n / 5 * 2);
  }
  /// Some more children come; the kiosk starts, is tapped, and dies at a moment of chance.
  void kill() {
    if (days_.empty() || next_ + kMostAtOnce > children_.size()) next_morning();
    const auto chance = bytes();
    const std::size_t more = 1 + chance[0] % kMostAtOnce;
    for (std::size_t i = 0; i < more; ++i) waiting_.push_back(children_[next_++]);
    const bool while_starting = chance[1] % 4 == 0;
    if (while_starting) {
      school_.begin_kiosk();
      std::this_thread::sleep_for(std::chrono::microseconds(chance[2] * 200));
    } else {
      start();
      const std::size_t now = std::min(waiting_.size(), kMostAtOnce + more);
      for (std::size_t i = 0; i < now; ++i) (void)school_.card(waiting_[i].card);
      taps_ += now;
      std::this_thread::sleep_for(std::chrono::microseconds(chance[2] * 150));
    }
    EXPECT_EQ(school_.end_kiosk(SIGKILL), -SIGKILL);
    take_greeted();
  }
  /// Whoever still waits is let in by a kiosk that lives.
  void end_morning() {
    if (days_.empty()) return;
    start();
    while (!waiting_.empty() && !testing::Test::HasFatalFailure()) {
      const Child child = waiting_.front();
      (void)school_.card(child.card);
      ++taps_;
      const bool in = until([&] { return greeted(school_.described()).contains(child.shown); });
      EXPECT_TRUE(in) << child.shown << "\n" << school_.lately();
      if (!in) return;
      take_greeted();
    }
    EXPECT_EQ(school_.end_kiosk(), 0);
  }
  [[nodiscard]] const std::vector<SchoolDay>& days() const { return days_; }
  /// Who was greeted, by day.
  [[nodiscard]] const std::set<std::pair<SchoolDay, PupilId>>& came() const { return came_; }
  [[nodiscard]] std::size_t taps() const { return taps_; }
  [[nodiscard]] std::vector<long> ready_ms() const { return ready_ms_; }

 private:
  static constexpr std::size_t kMostAtOnce = 8;

  std::array<std::uint8_t, 3> bytes() {
    std::array<std::uint8_t, 3> chance{};
    random_.fill(chance);
    return chance;
  }
  void next_morning() {
    end_morning();
    school_.set_clock(day().text() + "T08:50:00");
    days_.push_back(day());
    next_ = 0;
  }
  void start() {
    const auto from = std::chrono::steady_clock::now();
    school_.start_kiosk();
    const auto took = std::chrono::steady_clock::now() - from;
    ready_ms_.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
  }
  void take_greeted() {
    const auto names = greeted(school_.described());
    std::erase_if(waiting_, [&](const Child& child) {
      if (!names.contains(child.shown)) return false;
      came_.emplace(days_.back(), child.pupil);
      return true;
    });
  }

  RunningSchool& school_;
  std::vector<Child> children_;
  CountedRandom random_{42};
  std::vector<SchoolDay> days_;
  std::size_t next_ = 0;
  std::vector<Child> waiting_;
  std::set<std::pair<SchoolDay, PupilId>> came_;
  std::vector<long> ready_ms_;
  std::size_t taps_ = 0;
};

/// The same children, each once.
void expect_each_once(const std::vector<KeptTap>& taps,
                      const std::set<std::pair<SchoolDay, PupilId>>& came) {
  std::set<std::pair<SchoolDay, PupilId>> kept;
  for (const auto& tap : taps) kept.emplace(tap.day, tap.pupil);
  EXPECT_EQ(kept, came);
  EXPECT_EQ(taps.size(), came.size());
}

TEST(KilledKiosk, who_was_greeted_is_in_the_register_once) {
  RunningSchool school;
  school.learn_school();
  school.start_office();
  KilledMornings mornings(school);
  for (int i = 0; i < kills(); ++i) mornings.kill();
  mornings.end_morning();
  auto ready = mornings.ready_ms();
  std::sort(ready.begin(), ready.end());
  std::cout << kills() << " kills, " << mornings.taps() << " taps, " << mornings.came().size()
            << " children greeted, ready after " << ready[ready.size() / 2] << " ms (median), "
            << ready.back() << " ms (worst)\n";
  RecordProperty("ready_median_ms", static_cast<int>(ready[ready.size() / 2]));
  RecordProperty("ready_worst_ms", static_cast<int>(ready.back()));
  EXPECT_LT(ready.back(), 10'000);

  const auto written = taps_in_journal(school);
  expect_each_once(written, mornings.came());
  school.start_kiosk();
  const bool arrived = until([&] { return taps_in_register(school, mornings.days()) == written; });
  EXPECT_TRUE(arrived) << taps_in_register(school, mornings.days()).size() << " of "
                       << written.size();
  std::size_t late = 0;
  for (const SchoolDay day : mornings.days()) late += school.late(day.text()).size();
  EXPECT_EQ(late, mornings.came().size());
  EXPECT_EQ(school.end_kiosk(), 0);
  EXPECT_NE(school.verified().find("all as they were written"), std::string::npos);
  EXPECT_EQ(school.end_office(), 0);
}

TEST(KilledKiosk, its_reader_is_free_for_the_next_start) {
  RunningSchool school;
  school.learn_school();
  EmulatedReader chip(school.folder());
  const auto children = children_of(school);
  for (std::size_t i = 0; i < 5; ++i) {
    school.start_kiosk(chip.connection());
    chip.say("on " + children[i].card);
    EXPECT_TRUE(until([&] { return school.greets(children[i].shown); })) << school.lately();
    EXPECT_EQ(school.end_kiosk(SIGKILL), -SIGKILL);
    chip.say("off all");
  }
  EXPECT_EQ(taps_in_journal(school).size(), 5U);
}

}  // namespace
}  // namespace handbell::chain
