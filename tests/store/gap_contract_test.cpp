// An office that was set back by more than a week, and a kiosk that has removed that week (D51):
// asked of the twin in memory and of SQLite's file.
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class GapContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->name_school("Oak Lane Infants"));
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
  }
  journal::SyncAnswer send(std::uint64_t from) {
    auto answer = store_->apply(door_.message(from), now_);
    EXPECT_TRUE(answer);
    return *answer;
  }
  void taps(int count) {
    for (int i = 0; i < count; ++i) {
      door_.tap(PupilId(1 + i % 3), instant("2026-01-12T08:52:00") + seconds(i), std::nullopt);
    }
  }
  std::string fault() { return (*store_->kiosks())[0].fault; }

  PowerCutVfs vfs_{"gap"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  Instant now_ = instant("2026-01-21T09:30:00");
};

TEST_P(GapContract, a_pruned_journal_goes_on_as_before) {
  taps(10);
  EXPECT_EQ(send(1).received, 10U);
  door_.prune(6, now_);
  taps(1);
  EXPECT_EQ(send(1).received, 12U) << "a kiosk that was started anew sends what it has";
  EXPECT_EQ(fault(), "");
  EXPECT_EQ(*store_->verify(), (VerifiedCount{0, 12, 1, 0}));
}

TEST_P(GapContract, what_no_side_has_is_named_and_the_taps_of_today_arrive) {
  taps(4);
  EXPECT_EQ(send(1).received, 4U);
  taps(6);  // the office had them, and was set back to the day before
  door_.prune(8, now_);
  taps(2);
  EXPECT_EQ(send(12).received, 4U) << "asked to send from 5";
  EXPECT_EQ(fault(), "");
  const auto answer = send(5);
  EXPECT_EQ(answer.received, 13U);
  EXPECT_EQ(answer.fault, "") << "nothing for the kiosk to do";
  EXPECT_NE(fault().find("Entries 5 to 8 of kiosk 1 were removed"), std::string::npos) << fault();
  EXPECT_EQ(store_->events(on("2026-01-12"))->size(), 8U);
  EXPECT_EQ(*store_->verify(), (VerifiedCount{0, 9, 1, 4}));
  EXPECT_EQ(
      store_->verify()->text(),
      "0 entries and 9 events of 1 journals, all as they were written; 4 events that an older "
      "backup lacked are lost");
  taps(1);
  EXPECT_EQ(send(9).received, 14U);
  EXPECT_EQ(send(14).received, 14U);
  EXPECT_EQ(store_->verify()->lost, 4U) << "once";
}

TEST_P(GapContract, a_new_office_begins_where_the_kiosk_begins) {
  taps(10);
  door_.prune(8, now_);
  EXPECT_EQ(send(1).received, 11U);
  EXPECT_NE(fault().find("Entries 1 to 8 of kiosk 1 were removed"), std::string::npos) << fault();
  EXPECT_EQ(*store_->verify(), (VerifiedCount{0, 3, 1, 8}));
}

TEST_P(GapContract, a_sealed_head_that_the_office_knows_otherwise_is_another_history) {
  taps(10);
  EXPECT_EQ(send(1).received, 10U);
  door_.prune(6, now_);
  auto message = door_.message(1);
  message.sealed.link[0] ^= 1;
  EXPECT_EQ(store_->apply(message, now_)->received, 10U);
  EXPECT_NE(fault().find("entry 6"), std::string::npos) << fault();
}

TEST_P(GapContract, a_journal_with_a_gap_is_erased_like_any_other_D51) {
  taps(10);
  door_.prune(8, now_);
  EXPECT_EQ(send(1).received, 11U);
  const auto by = *reg::Author::parse("E Stone, Headteacher");
  const auto today = on("2032-09-02");
  EXPECT_EQ(store_->due(today)->count(), 3U);
  EXPECT_EQ(*store_->erase(today, by, instant("2032-09-02T09:00:00")), 3U);
  const auto count = store_->verify();
  ASSERT_TRUE(count) << sentence(count.error());
  EXPECT_EQ(count->lost, 8U);
}

INSTANTIATE_TEST_SUITE_P(Both, GapContract, testing::Values("memory", "sqlite"));

TEST(GapAttack, a_gap_that_no_kiosk_made_is_named) {
  PowerCutVfs vfs("gap_attack");
  CountedRandom random;
  PaperKiosk door{1, 0xA1};
  {
    auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
    ASSERT_TRUE(file);
    ASSERT_TRUE((*file)->name_school("Oak Lane Infants"));
    ASSERT_TRUE((*file)->enrol("Front door", {1}));
    for (int i = 0; i < 9; ++i) door.tap(PupilId(1), instant("2026-01-12T08:52:00"), std::nullopt);
    ASSERT_TRUE((*file)->apply(door.message(1), instant("2026-01-12T09:00:00")));
  }
  {
    auto raw =
        SQLite::Database(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs.vfs_name());
    raw.exec("DROP TRIGGER event_is_never_removed");
    raw.exec("INSERT INTO gap SELECT 1, history, 3, 5, link FROM event WHERE seq = 5");
    raw.exec("DELETE FROM event WHERE seq BETWEEN 3 AND 5");
  }
  auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  const auto found = (*file)->verify();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, FaultCode::entry_missing);
  EXPECT_EQ(found.error().where.substr(0, 2), "3 ");
}

}  // namespace
}  // namespace handbell::store
