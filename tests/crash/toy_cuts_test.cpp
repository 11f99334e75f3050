// Does a commit survive the loss of power? On a toy table, before the journal builds on it.
#include "app/store/power_cut_vfs.h"
#include "app/store/sqlite_file.h"

#include <gtest/gtest.h>

#include <array>

namespace handbell::store {
namespace {

constexpr std::array<Migration, 1> kToy{
    {{1, "taps", "CREATE TABLE taps (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;",
      "DROP TABLE taps;"}}};

struct ToyTally {
  int cuts = 0;
  int acknowledged = 0;
  int lost = 0;
  int wrong = 0;
  int unreadable = 0;
};

class Life {
 public:
  Life(const std::string& vfs, Durability durability, bool exclusive)
      : options_{.application_id = 1,
                 .migrations = kToy,
                 .exclusive = exclusive,
                 .vfs = vfs,
                 .durability = durability} {}

  Result<SqliteFile> open() const { return SqliteFile::open("toy.db", options_); }

  /// Taps until the power goes; answers the last sequence that was acknowledged.
  static int tap_on(SqliteFile& file, int last, DiskChance& chance) {
    for (int next = last + 1; next <= last + 400; ++next) {
      const Status done = file.transact([&] {
        SQLite::Statement insert(file.database(), "INSERT INTO taps VALUES (?, ?)");
        insert.bind(1, next);
        insert.bind(2, text_of(next));
        insert.exec();
      });
      if (!done) return next - 1;
      if (chance() % 40 == 0) (void)file.checkpoint();
    }
    return last + 400;
  }

  static std::string text_of(int seq) {
    return std::string(static_cast<std::size_t>(seq * 37 % 900), 'x') + std::to_string(seq);
  }

 private:
  SqliteOptions options_;
};

/// What the file holds: rows 1..n without a gap and with the right text, or the power cut told on.
int judge(SqliteFile& file, int acknowledged, ToyTally& tally) {
  int held = 0;
  const Status read = file.guarded([&] {
    SQLite::Statement rows(file.database(), "SELECT seq, text FROM taps ORDER BY seq");
    while (rows.executeStep()) {
      const int seq = rows.getColumn(0).getInt();
      tally.wrong += seq != ++held || rows.getColumn(1).getString() != Life::text_of(seq) ? 1 : 0;
    }
  });
  if (!read || !file.check_integrity()) ++tally.unreadable;
  tally.lost += std::max(0, acknowledged - held);
  return held;
}

ToyTally play(Durability durability, bool exclusive, int cuts) {
  PowerCutVfs vfs("cuts");
  const Life life("cuts", durability, exclusive);
  DiskChance chance(42);
  ToyTally tally;
  int last = 0;
  for (int cut = 0; cut < cuts; ++cut) {
    auto file = life.open();
    if (!file) {
      ++tally.unreadable;
      return tally;
    }
    last = judge(*file, last, tally);
    vfs.lose_power_after(static_cast<int>(chance() % 120));
    const int before = last;
    last = Life::tap_on(*file, last, chance);
    tally.acknowledged += last - before;
    vfs.cut(chance());
    ++tally.cuts;
  }
  auto file = life.open();
  if (file) judge(*file, last, tally);
  if (!file) ++tally.unreadable;
  return tally;
}

void print(const char* what, const ToyTally& tally) {
  std::printf("%s: %d cuts, %d acknowledged, %d lost, %d wrong, %d unreadable\n", what, tally.cuts,
              tally.acknowledged, tally.lost, tally.wrong, tally.unreadable);
}

TEST(PowerCuts, with_EXTRA_nothing_acknowledged_is_lost) {
  for (const bool exclusive : {true, false}) {
    const ToyTally tally = play(Durability::extra, exclusive, 300);
    print(exclusive ? "EXTRA, exclusive" : "EXTRA, shared", tally);
    EXPECT_EQ(tally.cuts, 300);
    EXPECT_GT(tally.acknowledged, 3000);
    EXPECT_EQ(tally.lost, 0);
    EXPECT_EQ(tally.wrong, 0);
    EXPECT_EQ(tally.unreadable, 0);
  }
}

TEST(PowerCuts, with_NORMAL_the_same_check_finds_losses) {
  const ToyTally tally = play(Durability::normal, true, 300);
  print("NORMAL, exclusive", tally);
  EXPECT_GT(tally.lost, 100);
}

}  // namespace
}  // namespace handbell::store
