// Two kiosks, 10,000 entries, and an office that dies between its commit and its answer, loses
// power in the middle, or comes back from an older backup: is each entry in the register once?
#include "app/journal/sender.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <map>

namespace handbell::store {
namespace {

constexpr int kEach = 5000;

class SyncKilled : public testing::Test {
 protected:
  void SetUp() override {
    open();
    ASSERT_TRUE(office_->enrol("Front door", {1}));
    ASSERT_TRUE(office_->enrol("Nursery door", {2}));
    for (int i = 0; i < kEach; ++i) {
      const auto at = instant("2026-01-12T08:30:00") + Millis{i};
      door_.tap(PupilId(1 + i % 280), at, std::nullopt);
      nursery_.tap(PupilId(1 + i % 280), at, std::nullopt);
    }
  }

  void open() {
    office_.reset();
    auto made = RegisterFile::open("register.db", random_, {vfs_.vfs_name()});
    ASSERT_TRUE(made) << sentence(made.error());
    office_ = std::move(*made);
  }

  /// One exchange. False: the kiosk heard nothing.
  bool exchange(PaperKiosk& kiosk, std::uint64_t& received) {
    vfs_.lose_power_after(chance_() % 5 == 0 ? static_cast<int>(chance_() % 300) : -1);
    const auto answer = office_->apply(kiosk.message(received + 1, 1 + chance_() % 64), now_);
    const bool died = !answer || chance_() % 3 == 0;
    if (died) {
      office_.reset();
      vfs_.cut(chance_());
      open();
      return false;
    }
    received = answer->received;
    EXPECT_EQ(answer->fault, "");
    return true;
  }

  void send_all() {
    std::uint64_t from_door = 0;
    std::uint64_t from_nursery = 0;
    for (int i = 0; i < 5000 && (from_door < kEach || from_nursery < kEach); ++i) {
      const bool front = chance_() % 2 == 0;
      deaths_ += exchange(front ? door_ : nursery_, front ? from_door : from_nursery) ? 0 : 1;
    }
    vfs_.lose_power_after(-1);
  }

  void each_is_there_once() {
    const auto count = office_->verify();
    ASSERT_TRUE(count) << sentence(count.error());
    EXPECT_EQ(count->events, 2U * kEach);
    EXPECT_EQ(count->journals, 2U);
    const auto events = office_->events(on("2026-01-12"));
    ASSERT_TRUE(events);
    std::map<reg::EventRef, int> seen;
    for (const auto& event : *events) ++seen[event.ref];
    EXPECT_EQ(seen.size(), 2U * kEach);
    EXPECT_EQ(events->size(), 2U * kEach);
  }

  PowerCutVfs vfs_{"sync_killed"};
  CountedRandom random_;
  std::mt19937_64 chance_{5};
  std::unique_ptr<RegisterFile> office_;
  PaperKiosk door_{1, 0xA1};
  PaperKiosk nursery_{2, 0xB2};
  const Instant now_ = instant("2026-01-12T09:30:00");
  int deaths_ = 0;
};

TEST_F(SyncKilled, ten_thousand_entries_of_two_kiosks_are_each_in_the_register_once) {
  send_all();
  EXPECT_GT(deaths_, 10);
  std::printf("10,000 entries, the office died %d times\n", deaths_);
  each_is_there_once();
}

TEST_F(SyncKilled, an_office_restored_from_an_older_backup_gets_everything_again) {
  std::uint64_t from_door = 0;
  while (from_door < 1000) {
    from_door = office_->apply(door_.message(from_door + 1), now_)->received;
  }
  ASSERT_TRUE(office_->rest());
  const std::string backup = vfs_.read("register.db");
  send_all();
  office_.reset();
  vfs_.write("register.db", backup);
  vfs_.write("register.db-wal", "");
  open();
  // The kiosk asks from its own end, is told where the office is, and goes on from there.
  from_door = kEach;
  for (int i = 0; i < 100; ++i) {
    const auto answer = office_->apply(door_.message(from_door + 1), now_);
    ASSERT_TRUE(answer);
    from_door = answer->received;
    if (i == 0) {
      EXPECT_EQ(from_door, 1024U);
    }
  }
  std::uint64_t from_nursery = kEach;
  for (int i = 0; i < 100; ++i) {
    from_nursery = office_->apply(nursery_.message(from_nursery + 1), now_)->received;
  }
  each_is_there_once();
}

}  // namespace
}  // namespace handbell::store
