// The kiosk's disk is full, or fails: no tick. A full one is waited for, a failed one ends the
// kiosk, so that it starts clean.
#include "evidence.h"
#include "small_disk.h"

namespace handbell::chain {
namespace {

class DiskFault : public ::testing::Test {
 protected:
  void SetUp() override {
    school_.learn_school();
    children_ = children_of(school_);
  }
  /// The next child that was not let in.
  const Child& next() { return children_[next_++]; }
  void expect_let_in(const Child& child) {
    (void)school_.card(child.card);
    EXPECT_TRUE(until([&] { return school_.greets(child.shown); })) << school_.lately();
    EXPECT_TRUE(school_.shows_screen("late")) << school_.lately();
    in_.push_back(child.pupil);
  }
  /// The child is on no screen, and is sent to the office.
  void expect_not_recorded() {
    EXPECT_TRUE(until([&] { return school_.shows_screen("not_recorded"); }));
    EXPECT_TRUE(school_.shows("Please go to the office")) << school_.lately();
    EXPECT_FALSE(school_.shows("You are in")) << school_.lately();
    EXPECT_FALSE(school_.shows("\"check\"")) << school_.lately();
  }
  /// Children come until one cannot be written down: that one.
  Child first_refused() {
    for (int i = 0; i < 60; ++i) {
      const Child& child = next();
      (void)school_.card(child.card);
      const auto answered = [&] {
        return school_.shows_screen("not_recorded") || school_.greets(child.shown);
      };
      EXPECT_TRUE(until(answered)) << school_.lately();
      if (school_.shows_screen("not_recorded")) return child;
      in_.push_back(child.pupil);
    }
    ADD_FAILURE() << "the disk took everything";
    return next();
  }
  /// Exactly those who were let in, in that order.
  void expect_journal() {
    std::vector<PupilId> kept;
    auto taps = taps_in_journal(school_);
    std::sort(taps.begin(), taps.end(),
              [](const KeptTap& a, const KeptTap& b) { return a.seq < b.seq; });
    for (const auto& tap : taps) kept.push_back(tap.pupil);
    EXPECT_EQ(kept, in_);
    EXPECT_NE(school_.verified().find("all as they were written"), std::string::npos);
  }

  RunningSchool school_;
  std::vector<Child> children_;
  std::size_t next_ = 0;
  std::vector<PupilId> in_;
};

TEST_F(DiskFault, a_full_disk_confirms_nothing_and_the_kiosk_goes_on_when_there_is_room) {
  const SmallDisk disk(school_.kiosk_folder());
  if (!disk.mounted()) GTEST_SKIP() << "only root may mount a small disk";
  school_.start_kiosk();
  expect_let_in(next());
  for (int i = 0; i < 3; ++i) {
    disk.fill();
    // The write-ahead log may have room left for a few more; then the disk is really full.
    const Child refused = first_refused();
    expect_not_recorded();
    EXPECT_FALSE(school_.kiosk().ended());
    disk.make_room();
    expect_let_in(refused);
    expect_let_in(next());
  }
  EXPECT_FALSE(school_.kiosk().ended());
  EXPECT_EQ(school_.end_kiosk(), 0);
  expect_journal();
}

TEST_F(DiskFault, a_kiosk_that_starts_on_a_full_disk_waits_for_room) {
  const SmallDisk disk(school_.kiosk_folder());
  if (!disk.mounted()) GTEST_SKIP() << "only root may mount a small disk";
  disk.fill();
  school_.start_kiosk();
  const Child child = next();
  (void)school_.card(child.card);
  expect_not_recorded();
  disk.make_room();
  expect_let_in(child);
  EXPECT_EQ(school_.end_kiosk(), 0);
  expect_journal();
}

TEST_F(DiskFault, on_a_full_disk_the_door_still_hears_leave_the_building) {
  const SmallDisk disk(school_.kiosk_folder());
  if (!disk.mounted()) GTEST_SKIP() << "only root may mount a small disk";
  school_.start_office();
  school_.start_kiosk();
  disk.fill();
  (void)first_refused();
  school_.handbell("evacuation on --by 'J Okafor, headteacher'");
  EXPECT_TRUE(until([&] { return school_.shows_screen("evacuate"); })) << school_.lately();
  disk.make_room();
  school_.handbell("evacuation off --by 'J Okafor, headteacher'");
  EXPECT_TRUE(until([&] { return school_.shows_screen("idle"); })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
}

// A limit on the size of a file makes the disk answer "too large", which SQLite takes for a failed
// write. The kiosk shows that, ends by itself, and the supervisor starts it again.
TEST_F(DiskFault, a_disk_that_fails_ends_the_kiosk_after_it_was_shown) {
  school_.start_kiosk("", "trap '' XFSZ; ulimit -f 96; ");  // 48 kB
  const Child refused = first_refused();
  expect_not_recorded();
  ASSERT_TRUE(until([&] { return school_.kiosk().exited(); }));
  EXPECT_EQ(school_.end_kiosk(), 1);
  school_.start_kiosk();
  expect_let_in(refused);
  EXPECT_EQ(school_.end_kiosk(), 0);
  expect_journal();
}

// The journal is larger than the limit, its write-ahead log is not: moving that into it fails, when
// nobody is at the door. The kiosk ends by itself.
TEST_F(DiskFault, a_disk_that_fails_while_the_journal_rests_ends_the_kiosk) {
  school_.start_kiosk();
  for (int i = 0; i < 40; ++i) expect_let_in(next());
  EXPECT_EQ(school_.end_kiosk(), 0);
  // Room for the entry of the start (one page in the log), not for the receipt that a rest writes.
  school_.start_kiosk("", "trap '' XFSZ; ulimit -f 14; ");  // 7 kB
  school_.start_office();
  EXPECT_TRUE(until([&] { return school_.kiosk().exited(); })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 1);
  EXPECT_EQ(school_.described().find("not_recorded"), std::string::npos);
  school_.start_kiosk();
  expect_let_in(next());
  EXPECT_EQ(school_.end_kiosk(), 0);
  expect_journal();
}

}  // namespace
}  // namespace handbell::chain
