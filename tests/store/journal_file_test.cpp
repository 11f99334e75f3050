#include "app/store/journal_file.h"

#include "app/store/power_cut_vfs.h"

#include "counted_random.h"
#include <gtest/gtest.h>

#include <random>

namespace handbell::store {
namespace {

constexpr Instant kMonday{1'768'204'800'000};  // 12 January 2026, 08:00

journal::Draft tap(int number) {
  journal::Draft draft;
  draft.at = Instant{1'768'207'920'000 + number};
  draft.payload =
      Bytes(static_cast<std::size_t>(number % 50 + 1), static_cast<std::uint8_t>(number));
  return draft;
}

class JournalFileTest : public testing::Test {
 protected:
  std::unique_ptr<JournalFile> open() {
    auto made = JournalFile::open("journal.db", random_, {vfs_.vfs_name()});
    EXPECT_TRUE(made) << (made ? "" : sentence(made.error()));
    return made ? std::move(*made) : nullptr;
  }
  Result<VerifiedJournal> verify(const std::vector<journal::Witness>& witnesses = {}) {
    return JournalFile::verify("journal.db", witnesses, {vfs_.vfs_name()});
  }
  /// A closed journal with this many entries, and what it held.
  std::vector<journal::Entry> filled(int taps) {
    auto file = open();
    for (int i = 0; i < taps; ++i) EXPECT_TRUE(file->append(tap(i)));
    EXPECT_TRUE(file->rest());
    return *file->read_from(1, 100'000);
  }

  PowerCutVfs vfs_{"journal_file"};
  CountedRandom random_;
};

TEST_F(JournalFileTest, keeps_id_entries_and_head_when_it_is_opened_again) {
  const auto before = filled(20);
  auto again = open();
  EXPECT_EQ(*again->read_from(1, 100), before);
  EXPECT_EQ(again->head(), head_of(before.back()));
  EXPECT_EQ(again->id(), before[0].history);
  ASSERT_TRUE(again->append(tap(21)));
  EXPECT_EQ(again->verify_all()->seq, 21U);
  EXPECT_EQ(again->read_from(19, 2)->size(), 2U);
}

TEST_F(JournalFileTest, costs_one_sync_a_tap_also_with_a_receipt_to_keep) {
  auto file = open();
  for (int i = 0; i < 50; ++i) {
    if (i % 3 == 0) {
      ASSERT_TRUE(file->keep_receipt(static_cast<std::uint64_t>(i), {}, kMonday));
    }
    const auto syncs = vfs_.counts("journal.db-wal").syncs;
    const auto base = vfs_.counts("journal.db").syncs;
    ASSERT_TRUE(file->append(tap(i)));
    EXPECT_EQ(vfs_.counts("journal.db-wal").syncs, syncs + 1);
    EXPECT_EQ(vfs_.counts("journal.db").syncs, base);
  }
}

TEST_F(JournalFileTest, costs_one_sync_a_tap_also_after_a_rest_and_the_log_stays_short) {
  auto file = open();
  ASSERT_TRUE(file->append(tap(0)));
  std::size_t longest = 0;
  for (int i = 1; i < 300; ++i) {
    ASSERT_TRUE(file->rest());
    const auto syncs = vfs_.counts("journal.db-wal").syncs;
    const auto base = vfs_.counts("journal.db").syncs;
    ASSERT_TRUE(file->append(tap(i)));
    EXPECT_EQ(vfs_.counts("journal.db-wal").syncs, syncs + 1) << i;
    EXPECT_EQ(vfs_.counts("journal.db").syncs, base) << i;
    longest = std::max(longest, vfs_.read("journal.db-wal").size());
  }
  EXPECT_LT(longest, std::size_t{1024 * 1024});
  EXPECT_GT(vfs_.counts("journal.db").syncs, 0) << "what was in the log came into the file";
  EXPECT_EQ(file->verify_all()->seq, 300U);
}

TEST_F(JournalFileTest, remembers_what_the_office_said) {
  const journal::Witness office{{9}, {77, {5}}};
  {
    auto file = open();
    ASSERT_TRUE(file->append(tap(1)));
    ASSERT_TRUE(file->keep_receipt(1, office, kMonday));
    ASSERT_TRUE(file->rest());
  }
  auto again = open();
  EXPECT_EQ(again->receipt(), 1U);
  EXPECT_EQ(again->office_witness(), office);
}

TEST_F(JournalFileTest, refuses_to_change_or_remove_an_entry) {
  filled(3);
  auto raw =
      SQLite::Database(std::string("journal.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
  raw.exec("PRAGMA recursive_triggers=ON");
  EXPECT_THROW(raw.exec("UPDATE entry SET at = 0 WHERE seq = 2"), SQLite::Exception);
  EXPECT_THROW(raw.exec("DELETE FROM entry WHERE seq = 3"), SQLite::Exception);
  EXPECT_THROW(
      raw.exec("INSERT OR REPLACE INTO entry SELECT seq, kind, retention, 0, salt, payload,"
               " commitment, link FROM entry WHERE seq = 1"),
      SQLite::Exception);
}

TEST_F(JournalFileTest, a_full_disk_leaves_it_as_it_was_and_the_next_append_goes_on) {
  auto file = open();
  ASSERT_TRUE(file->append(tap(1)));
  vfs_.fill_after_writes(0);
  EXPECT_EQ(file->append(tap(2)).error().code, FaultCode::disk_full);
  EXPECT_EQ(file->head().seq, 1U);
  vfs_.make_room();
  ASSERT_TRUE(file->append(tap(3)));
  EXPECT_EQ(file->verify_all()->seq, 2U);
}

TEST_F(JournalFileTest, verify_names_the_entry_that_was_changed_behind_its_back) {
  filled(9);
  {
    auto raw =
        SQLite::Database(std::string("journal.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
    raw.exec("DROP TRIGGER entry_is_never_changed");
    raw.exec("UPDATE entry SET payload = x'00' WHERE seq = 5");
  }
  const auto found = verify();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error(), (Fault{FaultCode::commitment_broken, "5"}));
}

TEST_F(JournalFileTest, a_cut_tail_is_named_by_the_offices_witness) {
  const auto before = filled(9);
  {
    auto raw =
        SQLite::Database(std::string("journal.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
    raw.exec("DROP TRIGGER entry_is_never_removed");
    raw.exec("DELETE FROM entry WHERE seq > 6");
  }
  EXPECT_TRUE(verify()) << "alone it looks whole";
  EXPECT_EQ(verify()->own.head, head_of(before[5]));
  const auto found = verify({{before[0].history, head_of(before[8])}});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, FaultCode::tail_cut);
}

TEST_F(JournalFileTest, cut_at_any_length_it_is_named_or_reads_back_identical) {
  const auto before = filled(12);
  const journal::Witness witness{before[0].history, head_of(before.back())};
  const std::string whole = vfs_.read("journal.db");
  int named = 0;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    vfs_.write("journal.db", whole.substr(0, length));
    vfs_.write("journal.db-wal", "");
    const auto found = verify({witness});
    named += found ? 0 : 1;
    if (found) {
      auto file = JournalFile::open("journal.db", random_, {vfs_.vfs_name()});
      ASSERT_TRUE(file);
      EXPECT_EQ(*(*file)->read_from(1, 100), before) << length;
    }
  }
  EXPECT_GT(named, 10'000);
}

TEST_F(JournalFileTest, with_a_bit_flipped_it_is_named_or_reads_back_identical) {
  const auto before = filled(40);
  const std::string whole = vfs_.read("journal.db");
  std::mt19937_64 chance(11);
  int named = 0;
  for (int flip = 0; flip < 1000; ++flip) {
    std::string changed = whole;
    const auto bit = chance() % (whole.size() * 8);
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    vfs_.write("journal.db", changed);
    vfs_.write("journal.db-wal", "");
    const auto found = verify();
    named += found ? 0 : 1;
    if (!found) continue;
    auto file = JournalFile::open("journal.db", random_, {vfs_.vfs_name()});
    if (!file) continue;  // named when it is opened
    EXPECT_EQ(*(*file)->read_from(1, 100), before) << "bit " << bit;
  }
  EXPECT_GT(named, 100);
}

}  // namespace
}  // namespace handbell::store
