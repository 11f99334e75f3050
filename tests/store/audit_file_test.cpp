// Who read what is kept for a year, in a chain of its own.
#include "app/store/audit_file.h"

#include "counted_random.h"
#include "small_school.h"
#include "temporary_folder.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

reg::Reading reading(const char* at, int pupil, const char* words = "") {
  return {reg::ReadKind::mark_history, PupilId(pupil), words, instant(at),
          *reg::Author::from("R Patel", "Office")};
}

class Audit : public testing::Test {
 protected:
  std::unique_ptr<AuditFile> open() {
    auto made = AuditFile::open(path(), random_);
    EXPECT_TRUE(made) << (made ? "" : sentence(made.error()));
    return made ? std::move(*made) : nullptr;
  }
  std::string path() const { return folder_.path() + "/audit.db"; }
  void attack(const std::string& sql) const {
    SQLite::Database raw(path(), SQLite::OPEN_READWRITE);
    for (const char* name :
         {"entry_is_never_changed", "entry_is_never_removed", "sealed_is_never_removed"}) {
      raw.exec(std::string("DROP TRIGGER IF EXISTS ") + name);
    }
    raw.exec(sql);
  }
  FaultCode fault() {
    const auto file = AuditFile::open_to_read(path(), random_);
    if (!file) return file.error().code;
    const auto count = (*file)->verify();
    EXPECT_FALSE(count);
    return count.error().code;
  }

  CountedRandom random_;
  TemporaryFolder folder_;
};

const Instant kLongAgo = instant("2020-01-01T00:00:00");
const Instant kLater = instant("2030-01-01T00:00:00");

TEST_F(Audit, what_was_read_is_there_after_the_office_started_again_newest_first) {
  ASSERT_TRUE(
      open()->append({reading("2026-01-12T09:00:00", 1), reading("2026-01-12T09:01:00", 2)}));
  ASSERT_TRUE(open()->append({reading("2026-01-13T09:00:00", 3, "2026-01-12 am")}));
  const auto file = open();
  const auto all = file->read(kLongAgo, kLater, 10);
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ(all->front(), reading("2026-01-13T09:00:00", 3, "2026-01-12 am"));
  EXPECT_EQ(all->back().pupil, PupilId(1));
  EXPECT_EQ(file->read(kLongAgo, instant("2026-01-13T00:00:00"), 1)->size(), 1U);
  EXPECT_EQ(*file->verify(), 3U);
}

TEST_F(Audit, it_goes_after_a_year_and_the_chain_still_stands_D51) {
  const auto file = open();
  ASSERT_TRUE(file->append({reading("2025-01-10T09:00:00", 1), reading("2025-01-11T09:00:00", 2),
                            reading("2026-01-12T09:00:00", 3)}));
  EXPECT_EQ(*file->prune(instant("2026-01-10T12:00:00")), 0U);
  EXPECT_EQ(*file->prune(instant("2026-01-12T12:00:00")), 2U);
  EXPECT_EQ(*file->prune(instant("2026-01-12T12:00:00")), 0U);
  EXPECT_EQ(*file->verify(), 1U);
  ASSERT_TRUE(file->append({reading("2026-01-13T09:00:00", 4)}));
  EXPECT_EQ(*open()->verify(), 2U);
}

TEST_F(Audit, a_changed_entry_is_named) {
  ASSERT_TRUE(open()->append({reading("2026-01-12T09:00:00", 1), reading("2026-01-12T09:01:00", 2),
                              reading("2026-01-12T09:02:00", 3)}));
  attack("UPDATE entry SET payload = x'01' WHERE seq = 1");
  EXPECT_EQ(fault(), FaultCode::commitment_broken);
}

TEST_F(Audit, a_removed_entry_is_named) {
  ASSERT_TRUE(open()->append({reading("2026-01-12T09:00:00", 1), reading("2026-01-12T09:01:00", 2),
                              reading("2026-01-12T09:02:00", 3)}));
  attack("DELETE FROM entry WHERE seq = 1");
  EXPECT_EQ(fault(), FaultCode::entry_missing);
}

TEST_F(Audit, nobody_changes_or_removes_an_entry_through_the_front_door) {
  ASSERT_TRUE(open()->append({reading("2026-01-12T09:00:00", 1)}));
  SQLite::Database raw(path(), SQLite::OPEN_READWRITE);
  EXPECT_THROW(raw.exec("UPDATE entry SET at = 0"), SQLite::Exception);
  EXPECT_THROW(raw.exec("DELETE FROM entry"), SQLite::Exception);
}

}  // namespace
}  // namespace handbell::store
