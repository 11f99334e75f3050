// Six years later: what is due is named, erased from the file itself, and the chain still stands.
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class ErasureTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "memory") {
      store_ = std::make_unique<MemoryRegister>(random_);
    } else {
      store_ = open();
    }
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_TRUE(store_->put_periods(one_year()));
    ASSERT_TRUE(store_->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
    door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
    ASSERT_TRUE(store_->apply(door_.message(1), instant("2026-01-12T09:00:00")));
    enter(PupilId(1), "2026-01-12", "L", "came with a red scooter");
    enter(PupilId(2), "2026-01-12", "N", "nobody rang");
    enter(PupilId(2), "2026-01-12", "I", "rang the next day", "2026-01-13T09:00:00");
    enter(PupilId(1), "2026-03-02", "/", "in class", "2026-03-02T08:40:00");
  }
  std::unique_ptr<RegisterFile> open() {
    auto file = RegisterFile::open("register.db", random_, {vfs_.vfs_name()});
    EXPECT_TRUE(file) << (file ? "" : sentence(file.error()));
    return std::move(*file);
  }
  void enter(PupilId pupil, const char* day, const char* code, const char* reason,
             const char* at = "2026-01-12T09:30:00") {
    ASSERT_TRUE(store_->enter({{pupil,
                                {on(day), Half::am},
                                reg::code_of(code),
                                std::nullopt,
                                std::nullopt,
                                reason,
                                "Office",
                                patel_}},
                              instant(at)));
  }
  bool in_files(const std::string& text) {
    for (const char* name : {"register.db", "register.db-wal"}) {
      if (vfs_.read(name).find(text) != std::string::npos) return true;
    }
    return false;
  }

  PowerCutVfs vfs_{"erasure"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
};

class ErasureFile : public ErasureTest {};

TEST_P(ErasureTest, nothing_is_erased_before_its_time) {
  EXPECT_EQ(store_->due(on("2032-01-12"))->count(), 0U);
  EXPECT_EQ(*store_->erase(on("2032-01-12"), patel_, instant("2032-01-12T10:00:00")), 0U);
  EXPECT_EQ(store_->verify()->entries, 4U) << "and nothing is written";
}

TEST_P(ErasureTest, what_is_due_goes_by_whole_chains_and_the_rest_stands_D39_D51) {
  const auto kept = *store_->years(2025, 2025);
  const auto due = *store_->due(on("2032-01-13"));
  EXPECT_EQ(due.entries, (std::vector<std::uint64_t>{1})) << "2 waits for its amendment, 3";
  EXPECT_EQ(due.count(), 2U) << "and the tap that it rests on";
  EXPECT_EQ(*store_->erase(on("2032-01-14"), patel_, instant("2032-01-14T10:00:00")), 4U);
  const auto count = store_->verify();
  ASSERT_TRUE(count) << sentence(count.error());
  EXPECT_EQ(count->entries, 5U) << "four, and the erasure";
  EXPECT_TRUE(store_->marks({on("2026-01-12"), Half::am})->empty());
  EXPECT_TRUE(store_->events(on("2026-01-12"))->empty());
  const auto left = *store_->years(2025, 2025);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].at({on("2026-03-02"), Half::am}), kept[0].at({on("2026-03-02"), Half::am}));
  EXPECT_EQ(*store_->erase(on("2032-01-14"), patel_, instant("2032-01-14T11:00:00")), 0U);
  enter(PupilId(3), "2026-03-02", "/", "in class", "2032-01-14T11:30:00");
  EXPECT_EQ(store_->verify()->entries, 6U);
}

TEST_P(ErasureFile, what_was_erased_is_in_no_page_of_the_files) {
  ASSERT_TRUE(in_files("red scooter"));
  ASSERT_TRUE(store_->erase(on("2032-01-14"), patel_, instant("2032-01-14T10:00:00")));
  EXPECT_FALSE(in_files("red scooter"));
  EXPECT_FALSE(in_files("nobody rang"));
  EXPECT_TRUE(in_files("in class"));
}

TEST_P(ErasureFile, the_file_refuses_every_other_change_of_an_entry) {
  store_.reset();
  SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
  raw.exec("PRAGMA recursive_triggers=ON");
  for (const char* attack :
       {"UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 1", "UPDATE entry SET at = at + 1",
        "DELETE FROM entry WHERE seq = 2", "UPDATE event SET salt = NULL, payload = x''",
        "DELETE FROM event", "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 1"}) {
    EXPECT_THROW(raw.exec(attack), SQLite::Exception) << attack;
  }
}

TEST_P(ErasureFile, a_text_blanked_as_if_erased_is_named_by_verify) {
  store_.reset();
  const auto after = [&](const std::string& attack) {
    {
      SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
      raw.exec("DROP TRIGGER IF EXISTS entry_is_never_changed");
      raw.exec(attack);
    }
    return open()->verify().error();
  };
  const auto blank = after(
      "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 4;"
      "DELETE FROM mark WHERE seq = 4; DELETE FROM year_line");
  EXPECT_EQ(blank.code, FaultCode::blank_unnamed);
  EXPECT_EQ(blank.where.substr(0, 2), "4 ");
}

INSTANTIATE_TEST_SUITE_P(Store, ErasureFile, testing::Values("sqlite"));
INSTANTIATE_TEST_SUITE_P(Stores, ErasureTest, testing::Values("memory", "sqlite"),
                         [](const auto& about) { return std::string(about.param); });

}  // namespace
}  // namespace handbell::store
