// A thousand mornings on which the power fails: is an acknowledged tap ever lost?
//
// Each morning starts on an empty disk and goes on, through one cut after the other, until 300
// taps were acknowledged. After each cut the journal is opened again and read whole. The same
// mornings with synchronous=NORMAL have to fail, as the proof that this check can.
#include "app/store/journal_file.h"
#include "app/store/power_cut_vfs.h"

#include "counted_random.h"
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

namespace handbell::store {
namespace {

constexpr std::size_t kTaps = 300;

struct Tally {
  int mornings = 0;
  int cuts = 0;
  std::size_t acknowledged = 0;
  std::size_t lost = 0;
  std::size_t doubled = 0;
  int unreadable = 0;
};

class Morning {
 public:
  Morning(std::uint64_t seed, Durability durability)
      : random_(seed), chance_(seed), options_{vfs_.vfs_name(), durability} {}

  void play(Tally& tally) {
    ++tally.mornings;
    for (int life = 0; acknowledged_.size() < kTaps && life < 1000; ++life) {
      auto file = JournalFile::open("journal.db", random_, options_);
      if (!file) {
        ++tally.unreadable;
        break;
      }
      if (!compare(**file, tally)) break;
      tap_until_the_cut(**file);
      file->reset();
      vfs_.cut(chance_());
      ++tally.cuts;
    }
    auto file = JournalFile::open("journal.db", random_, options_);
    if (file) compare(**file, tally);
    if (!file) ++tally.unreadable;
    tally.acknowledged += acknowledged_.size();
  }

 private:
  void tap_until_the_cut(JournalFile& file) {
    vfs_.lose_power_after(static_cast<int>(chance_() % 900));
    while (acknowledged_.size() < kTaps) {
      journal::Draft draft;
      draft.at = Instant{static_cast<std::int64_t>(++tapped_)};
      draft.payload = Bytes(40, static_cast<std::uint8_t>(tapped_ & 0xFFU));
      const auto entry = file.append(std::move(draft));
      if (!entry) return;
      acknowledged_.push_back(entry->at.ms);
      if (chance_() % 64 == 0) (void)file.rest();
    }
  }

  /// False where it cannot go on: what was lost is counted once.
  bool compare(JournalFile& file, Tally& tally) {
    const auto whole = file.verify_all();
    const auto held = file.read_from(1, 10'000);
    if (!whole || !held) {
      ++tally.unreadable;
      return false;
    }
    std::map<std::int64_t, int> times;
    for (const auto& entry : *held) ++times[entry.at.ms];
    std::size_t lost = 0;
    for (const auto at : acknowledged_) lost += times.count(at) == 0 ? 1U : 0U;
    for (const auto& [at, count] : times) tally.doubled += count > 1 ? 1U : 0U;
    tally.lost += lost;
    return lost == 0;
  }

  PowerCutVfs vfs_{"mornings"};
  CountedRandom random_;
  std::mt19937_64 chance_;
  JournalOptions options_;
  std::uint64_t tapped_ = 0;
  std::vector<std::int64_t> acknowledged_;
};

int mornings() {
  const char* asked = std::getenv("HANDBELL_MORNINGS");
  return asked == nullptr ? 100 : std::atoi(asked);
}

Tally play(Durability durability, const char* name) {
  Tally tally;
  for (int i = 0; i < mornings(); ++i) {
    Morning(static_cast<std::uint64_t>(i) + 1, durability).play(tally);
  }
  std::printf("%s: %d mornings, %d cuts, %zu acknowledged, %zu lost, %zu doubled, %d unreadable\n",
              name, tally.mornings, tally.cuts, tally.acknowledged, tally.lost, tally.doubled,
              tally.unreadable);
  return tally;
}

TEST(Mornings, no_acknowledged_tap_is_lost_doubled_or_unreadable) {
  const Tally tally = play(Durability::extra, "EXTRA");
  EXPECT_EQ(tally.acknowledged, kTaps * static_cast<std::size_t>(mornings()));
  EXPECT_GT(tally.cuts, mornings());
  EXPECT_EQ(tally.lost, 0U);
  EXPECT_EQ(tally.doubled, 0U);
  EXPECT_EQ(tally.unreadable, 0);
}

TEST(Mornings, with_NORMAL_the_same_check_finds_what_was_lost) {
  EXPECT_GT(play(Durability::normal, "NORMAL").lost, 0U);
}

}  // namespace
}  // namespace handbell::store
