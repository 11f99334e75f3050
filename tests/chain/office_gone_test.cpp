// The office is away, dies, comes back older, or the kiosk is set up anew: nothing is lost, nothing
// is doubled.
#include "evidence.h"

#include <filesystem>

namespace handbell::chain {
namespace {

namespace fs = std::filesystem;

/// The kiosk asks an office that was away again within a minute at most.
constexpr int kUntilAskedAgain = 90;

class OfficeGone : public ::testing::Test {
 protected:
  void SetUp() override {
    school_.learn_school();
    children_ = children_of(school_);
  }
  /// The next children come, each until the kiosk let it in.
  void tap(int count) {
    for (int i = 0; i < count; ++i) {
      const Child& child = children_[next_++];
      (void)school_.card(child.card);
      ASSERT_TRUE(until([&] { return school_.greets(child.shown); })) << school_.lately();
      came_.push_back(child.pupil);
    }
  }
  [[nodiscard]] std::vector<PupilId> in_register() const {
    std::vector<PupilId> pupils;
    for (const auto& tap : taps_in_register(school_, {day_})) pupils.push_back(tap.pupil);
    return pupils;
  }
  /// Each who came once, and nobody else: at the latest after the kiosk has asked again.
  void expect_register_holds_all() {
    auto wanted = came_;
    std::sort(wanted.begin(), wanted.end());
    EXPECT_TRUE(until([&] { return in_register() == wanted; }, kUntilAskedAgain))
        << in_register().size() << " of " << wanted.size();
    EXPECT_EQ(school_.late(day_.text()).size(), wanted.size());
  }
  void expect_verified() {
    EXPECT_EQ(school_.end_kiosk(), 0);
    EXPECT_EQ(school_.end_office(), 0);
    (void)school_.verified();
  }

  RunningSchool school_;
  SchoolDay day_ = SchoolDay::parse("2026-01-12").value();
  std::vector<Child> children_;
  std::size_t next_ = 0;
  std::vector<PupilId> came_;
};

TEST_F(OfficeGone, taps_without_an_office_arrive_once_when_it_is_there) {
  school_.start_kiosk();
  tap(20);
  EXPECT_TRUE(in_register().empty());
  school_.start_office();
  expect_register_holds_all();
  expect_verified();
}

TEST_F(OfficeGone, an_office_that_is_killed_again_and_again_has_each_once) {
  CountedRandom random(7);
  school_.start_kiosk();
  for (int i = 0; i < 10; ++i) {
    school_.start_office();
    tap(3);
    // In the middle of what it does for these three, or after it.
    std::array<std::uint8_t, 1> chance{};
    random.fill(chance);
    std::this_thread::sleep_for(std::chrono::microseconds(chance[0] * 100));
    EXPECT_EQ(school_.end_office(SIGKILL), -SIGKILL);
  }
  school_.start_office();
  expect_register_holds_all();
  expect_verified();
}

TEST_F(OfficeGone, an_office_restored_from_an_older_copy_gets_everything_again) {
  school_.start_office();
  school_.start_kiosk();
  tap(5);
  expect_register_holds_all();
  school_.end_office();
  fs::copy(school_.site() + "/office", school_.file("older"), fs::copy_options::recursive);
  school_.start_office();
  tap(5);
  expect_register_holds_all();
  school_.end_office();
  fs::remove_all(school_.site() + "/office");
  fs::rename(school_.file("older"), school_.site() + "/office");
  EXPECT_EQ(in_register().size(), 5U);
  school_.start_office();
  expect_register_holds_all();
  expect_verified();
}

TEST_F(OfficeGone, a_kiosk_set_up_anew_loses_nothing_of_either_life) {
  school_.start_office();
  school_.start_kiosk();
  tap(5);
  expect_register_holds_all();
  EXPECT_EQ(school_.end_kiosk(), 0);
  for (const char* file : {"journal.db", "journal.db-wal", "journal.db-shm"}) {
    fs::remove(school_.kiosk_folder() + "/" + file);
  }
  school_.start_kiosk();
  tap(5);
  expect_register_holds_all();
  EXPECT_NE(school_.verified().find(" of 2 journals"), std::string::npos);
  expect_verified();
}

}  // namespace
}  // namespace handbell::chain
