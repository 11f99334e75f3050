// Seven days after the office had it, a tap leaves the kiosk's disk (D51); the chain still stands.
#include "app/journal/event_codec.h"
#include "app/store/journal_file.h"
#include "app/store/power_cut_vfs.h"

#include "counted_random.h"
#include <gtest/gtest.h>

#include <random>

namespace handbell::store {
namespace {

constexpr Instant kFirstDay{1'768'204'800'000};  // Monday 12 January 2026, 08:00

Instant day(int number) { return kFirstDay + hours(24 * number); }

reg::DoorMoment moment(int on_day) {
  reg::DoorMoment at;
  at.wall = day(on_day);
  return at;
}

class PruningTest : public testing::Test {
 protected:
  std::unique_ptr<JournalFile> open() {
    auto made = JournalFile::open("journal.db", random_, {vfs_.vfs_name()});
    EXPECT_TRUE(made) << (made ? "" : sentence(made.error()));
    return made ? std::move(*made) : nullptr;
  }
  Result<VerifiedJournal> verify(const std::vector<journal::Witness>& witnesses = {}) {
    return JournalFile::verify("journal.db", witnesses, {vfs_.vfs_name()});
  }
  /// Ten taps a day from day `first` to day `last`; the office had each day's in the evening.
  static void fill(JournalFile& file, int first, int last) {
    for (int on = first; on <= last; ++on) {
      for (int i = 0; i < 10; ++i) {
        journal::Draft draft;
        draft.at = day(on) + minutes(i);
        const std::string text = "tap of day " + std::to_string(on);
        draft.payload = Bytes(text.begin(), text.end());
        EXPECT_TRUE(file.append(std::move(draft)));
      }
      EXPECT_TRUE(file.keep_receipt(file.head().seq, {{9}, {1, {5}}}, day(on) + hours(9)));
      EXPECT_TRUE(file.rest());
    }
  }
  bool on_disk(const std::string& text) {
    return vfs_.read("journal.db").find(text) != std::string::npos ||
           vfs_.read("journal.db-wal").find(text) != std::string::npos;
  }
  void attack(const std::string& sql) {
    auto raw =
        SQLite::Database(std::string("journal.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
    for (const char* name :
         {"entry_is_never_removed", "sealed_only_grows", "sealed_is_never_removed"}) {
      raw.exec(std::string("DROP TRIGGER IF EXISTS ") + name);
    }
    raw.exec(sql);
  }

  PowerCutVfs vfs_{"pruning"};
  CountedRandom random_;
};

TEST_F(PruningTest, seven_whole_days_after_the_receipt_a_tap_is_in_no_page_of_the_disk_D51) {
  auto file = open();
  fill(*file, 0, 7);
  EXPECT_EQ(*file->prune(moment(7)), 0U) << "the evening of the first day is not a week ago";
  EXPECT_TRUE(on_disk("tap of day 0"));
  EXPECT_EQ(*file->prune(moment(8)), 10U);
  EXPECT_FALSE(on_disk("tap of day 0"));
  EXPECT_TRUE(on_disk("tap of day 1"));
  EXPECT_EQ(file->sealed_head().seq, 10U);
  EXPECT_EQ(file->read_from(1, 100)->front().seq, 11U);
  EXPECT_EQ(*file->prune(moment(8)), 0U) << "once is enough";
  EXPECT_EQ(file->head().seq, 81U) << "the entry that names it, and no other";
}

TEST_F(PruningTest, what_stays_follows_from_the_sealed_head_also_when_it_is_opened_again) {
  {
    auto file = open();
    fill(*file, 0, 7);
    ASSERT_EQ(*file->prune(moment(30)), 80U) << "nobody came for three weeks";
  }
  ASSERT_TRUE(verify());
  auto again = open();
  EXPECT_EQ(again->head().seq, 81U);
  EXPECT_EQ(again->sealed_head().seq, 80U);
  fill(*again, 30, 31);
  EXPECT_EQ(again->verify_all()->seq, 101U);
  again.reset();
  EXPECT_EQ(verify()->own.head.seq, 101U);
}

TEST_F(PruningTest, what_the_office_never_had_stays_for_as_long_as_it_takes) {
  auto file = open();
  fill(*file, 0, 0);
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(file->append({{}, {}, day(1), {1, 2, 3}}));
  EXPECT_EQ(*file->prune(moment(400)), 10U);
  EXPECT_EQ(file->read_from(1, 100)->size(), 6U) << "five that wait, and the pruning";
}

TEST_F(PruningTest, an_office_that_was_set_back_counts_anew) {
  auto file = open();
  fill(*file, 0, 2);
  // Restored from an old backup on day 3: it holds 4 entries, and gets the others again.
  ASSERT_TRUE(file->keep_receipt(4, {{9}, {1, {6}}}, day(3)));
  ASSERT_TRUE(file->keep_receipt(30, {{9}, {1, {7}}}, day(3)));
  ASSERT_TRUE(file->rest());
  EXPECT_EQ(*file->prune(moment(8)), 4U) << "the others came on day 3";
  EXPECT_EQ(*file->prune(moment(11)), 26U);
}

TEST_F(PruningTest, a_receipt_that_was_read_back_is_not_dated_again) {
  {
    auto file = open();
    fill(*file, 0, 0);
  }
  auto again = open();
  for (int i = 0; i < 70; ++i) ASSERT_TRUE(again->append({{}, {}, day(1), {1}}));
  ASSERT_TRUE(again->rest()) << "empties a long log, and writes the receipt anew";
  EXPECT_EQ(*again->prune(moment(7)), 0U);
  EXPECT_EQ(*again->prune(moment(8)), 10U);
}

TEST_F(PruningTest, the_next_tap_still_costs_one_sync) {
  auto file = open();
  fill(*file, 0, 7);
  ASSERT_EQ(*file->prune(moment(8)), 10U);
  ASSERT_TRUE(file->rest());
  const auto syncs = vfs_.counts("journal.db-wal").syncs;
  const auto base = vfs_.counts("journal.db").syncs;
  ASSERT_TRUE(file->append({{}, {}, day(8), {1}}));
  EXPECT_EQ(vfs_.counts("journal.db-wal").syncs, syncs + 1);
  EXPECT_EQ(vfs_.counts("journal.db").syncs, base);
}

TEST_F(PruningTest, nobody_else_shortens_a_journal_unseen) {
  {
    auto file = open();
    fill(*file, 0, 7);
    ASSERT_EQ(*file->prune(moment(8)), 10U);
  }
  const std::string whole = vfs_.read("journal.db");
  const auto attacked = [&](const std::string& sql) {
    vfs_.write("journal.db", whole);
    vfs_.write("journal.db-wal", "");
    attack(sql);
    const auto found = verify();
    return found ? "nothing" : name_of(found.error().code) + " " + found.error().where;
  };
  EXPECT_EQ(attacked("SELECT 1"), "nothing");
  EXPECT_EQ(attacked("DELETE FROM entry WHERE seq <= 20"), "entry_missing 11");
  EXPECT_EQ(attacked("UPDATE sealed SET seq = 20, link = (SELECT link FROM entry WHERE seq = 20);"
                     "DELETE FROM entry WHERE seq <= 20"),
            "entry_missing 11")
      << "the entry that names the pruning says 10";
  EXPECT_EQ(attacked("DELETE FROM sealed"), "entry_missing 1");
  EXPECT_EQ(attacked("UPDATE sealed SET link = zeroblob(32)"), "link_broken 11");
  EXPECT_EQ(attacked("DELETE FROM entry WHERE seq = 81;"), "entry_missing 1")
      << "without the entry that names it";
}

TEST_F(PruningTest, who_remembers_what_was_removed_is_no_longer_asked_and_who_remembers_more_is) {
  std::vector<journal::Entry> before;
  {
    auto file = open();
    fill(*file, 0, 7);
    before = *file->read_from(1, 100);
    ASSERT_EQ(*file->prune(moment(8)), 10U);
  }
  const auto remembers = [&](journal::Head head) {
    return verify({{before[0].history, head}}).has_value();
  };
  EXPECT_TRUE(remembers(head_of(before[4])));
  EXPECT_TRUE(remembers(head_of(before[9])));
  EXPECT_FALSE(remembers({10, {1, 2}})) << "the sealed head itself";
  EXPECT_TRUE(remembers(head_of(before[40])));
  EXPECT_FALSE(remembers({41, {1, 2}}));
}

TEST_F(PruningTest, cut_at_any_write_it_was_pruned_or_it_was_not) {
  int pruned = 0;
  int not_pruned = 0;
  for (int writes = 0; writes < 60; ++writes) {
    PowerCutVfs vfs("pruning_cut");
    const JournalOptions options{vfs.vfs_name()};
    auto file = JournalFile::open("journal.db", random_, options);
    ASSERT_TRUE(file);
    fill(**file, 0, 7);
    vfs.lose_power_after(writes);
    const auto gone = (*file)->prune(moment(8));
    file->reset();
    vfs.cut(static_cast<std::uint64_t>(writes) + 1);
    auto again = JournalFile::open("journal.db", random_, options);
    ASSERT_TRUE(again) << writes << sentence(again.error());
    const auto whole = (*again)->verify_all();
    ASSERT_TRUE(whole) << writes << sentence(whole.error());
    const auto first = (*again)->read_from(1, 1)->front().seq;
    ASSERT_TRUE(first == 1 || first == 11) << first;
    EXPECT_EQ(whole->seq, first == 1 ? 80U : 81U);
    if (gone) {
      EXPECT_EQ(first, 11U) << "what was answered stays done";
    }
    (first == 1 ? not_pruned : pruned) += 1;
    EXPECT_TRUE((*again)->prune(moment(8)));
    EXPECT_EQ((*again)->read_from(1, 1)->front().seq, 11U);
  }
  EXPECT_GT(pruned, 0);
  EXPECT_GT(not_pruned, 0);
}

}  // namespace
}  // namespace handbell::store
