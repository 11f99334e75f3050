#include "app/journal/receiver.h"
#include "app/journal/sender.h"

#include "history.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace handbell::journal {
namespace {

/// The office's side, in a vector.
struct Office {
  std::vector<Entry> held;

  Head head() const { return held.empty() ? Head{} : head_of(held.back()); }
  HeldLink link() const {
    return [this](std::uint64_t seq) -> std::optional<Digest> {
      if (seq < 1 || seq > held.size()) return std::nullopt;
      return held[seq - 1].link;
    };
  }
  Result<Received> take(const SyncMessage& message) {
    auto result = received(head(), link(), message);
    if (result) held.insert(held.end(), result->fresh.begin(), result->fresh.end());
    return result;
  }
};

SyncMessage message_of(const std::vector<Entry>& journal, std::size_t from, std::size_t count) {
  SyncMessage message;
  message.kiosk = 1;
  message.journal = {journal.front().history, head_of(journal.back())};
  for (std::size_t i = from; i < from + count && i <= journal.size(); ++i) {
    message.entries.push_back(journal[i - 1]);
  }
  return message;
}

TEST(Receiver, takes_each_entry_once_however_often_it_comes) {
  const auto journal = history_of(1, 10);
  Office office;
  ASSERT_TRUE(office.take(message_of(journal, 1, 6)));
  ASSERT_TRUE(office.take(message_of(journal, 1, 6)));
  ASSERT_TRUE(office.take(message_of(journal, 4, 7)));
  EXPECT_EQ(office.held, journal);
}

TEST(Receiver, a_gap_takes_nothing_and_is_no_fault) {
  const auto journal = history_of(1, 10);
  Office office;
  const auto result = office.take(message_of(journal, 3, 2));
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->fresh.empty());
  EXPECT_EQ(result->head.seq, 0U);
}

TEST(Receiver, an_office_restored_from_an_older_backup_gets_everything_again) {
  const auto journal = history_of(1, 10);
  Office office{{journal.begin(), journal.begin() + 4}};
  Sender sender;
  SyncAnswer answer;
  answer.received = office.head().seq;
  sender.answered(Steady{0}, answer);
  EXPECT_EQ(sender.from(), 5U);
  ASSERT_TRUE(office.take(message_of(journal, sender.from(), 10)));
  EXPECT_EQ(office.held, journal);
}

/// A journal that is `journal` up to `same`, and another life from there on.
std::vector<Entry> other_life(const std::vector<Entry>& journal, std::size_t same) {
  auto other = std::vector<Entry>(journal.begin(), journal.begin() + static_cast<long>(same));
  while (other.size() < journal.size()) {
    const Head head = other.empty() ? Head{} : head_of(other.back());
    other.push_back(sealed(journal.front().history, head,
                           {EntryKind::arrival, Retention::register_6_years, Instant{1}, {9}}, {}));
  }
  return other;
}

TEST(Receiver, the_same_number_with_another_link_is_a_fault_and_nothing_is_taken) {
  const auto journal = history_of(1, 10);
  for (std::size_t same = 0; same < 10; ++same) {
    Office office{journal};
    office.held.resize(8);
    const auto other = other_life(journal, same);
    const auto result = office.take(message_of(other, same < 8 ? same + 1 : 9, 10));
    if (same < 8) {
      ASSERT_FALSE(result) << same;
      EXPECT_EQ(result.error().code, FaultCode::same_number_other_link);
      EXPECT_EQ(office.held.size(), 8U);
    } else {
      EXPECT_TRUE(result) << "both lives are one up to what the office holds";
    }
  }
}

TEST(Receiver, another_life_behind_the_office_is_found_by_the_next_link) {
  const auto journal = history_of(1, 10);
  Office office{journal};
  office.held.resize(8);
  const auto other = other_life(journal, 5);
  const auto result = office.take(message_of(other, 9, 2));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, FaultCode::same_number_other_link);
}

TEST(Receiver, a_journal_that_lost_its_tail_is_named_by_what_the_office_holds) {
  const auto journal = history_of(1, 10);
  Office office{journal};
  const std::vector<Entry> cut(journal.begin(), journal.begin() + 7);
  const auto result = office.take(message_of(cut, 7, 1));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, FaultCode::tail_cut);
}

TEST(Receiver, a_reinstalled_kiosk_is_another_journal_and_loses_nothing) {
  Office first{history_of(1, 5)};
  Office second;
  const auto fresh = history_of(2, 3);
  ASSERT_TRUE(second.take(message_of(fresh, 1, 3)));
  EXPECT_EQ(first.held.size() + second.held.size(), 8U);
}

TEST(Receiver, a_text_that_is_not_what_was_written_stops_the_message) {
  const auto journal = history_of(1, 3);
  auto message = message_of(journal, 1, 3);
  message.entries[1].payload[0] ^= 1U;
  Office office;
  const auto result = office.take(message);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, FaultCode::commitment_broken);
  EXPECT_TRUE(office.held.empty());
}

TEST(Witness, a_register_cut_short_or_changed_is_named_by_the_kiosk) {
  const auto history = history_of(9, 6);
  const Office office{history};
  EXPECT_TRUE(witnessed(office.head(), office.link(), {}));
  EXPECT_TRUE(witnessed(office.head(), office.link(), head_of(history[3])));
  EXPECT_EQ(witnessed(office.head(), office.link(), {7, {}}).error().code, FaultCode::tail_cut);
  EXPECT_EQ(witnessed(office.head(), office.link(), {4, {}}).error().code, FaultCode::link_broken);
}

TEST(Sender, sends_while_anything_waits_and_greets_every_15_seconds) {
  Sender sender;
  EXPECT_TRUE(sender.is_due(Steady{0}, 3));
  SyncAnswer answer;
  answer.received = 3;
  sender.answered(Steady{1000}, answer);
  EXPECT_FALSE(sender.is_due(Steady{1001}, 3));
  EXPECT_TRUE(sender.is_due(Steady{1001}, 4));
  EXPECT_TRUE(sender.is_due(Steady{16'000}, 3));
}

TEST(Sender, a_refusing_office_is_not_asked_in_a_tight_loop) {
  Sender sender;
  SyncAnswer answer;
  answer.fault = "No.";
  sender.answered(Steady{0}, answer);
  EXPECT_FALSE(sender.is_due(Steady{14'999}, 5));
  EXPECT_TRUE(sender.is_due(Steady{15'000}, 5));
}

RC_GTEST_PROP(Sender, waits_at_most_75_seconds_and_gives_up_never, ()) {
  Sender sender;
  Steady now{0};
  const auto tries = *rc::gen::inRange(1, 2000);
  for (int i = 0; i < tries; ++i) {
    sender.failed(now, *rc::gen::arbitrary<std::uint32_t>());
    const auto wait = (sender.due_at(1) - now).count;
    RC_ASSERT(wait >= 375);
    RC_ASSERT(wait <= 75'000);
    now = sender.due_at(1);
  }
  RC_ASSERT(sender.is_due(now, 1));
}

TEST(Sync, any_loss_on_the_way_ends_with_each_entry_once) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    const auto journal = history_of(1, 1 + random() % 60);
    Office office;
    Sender sender;
    for (int round = 0; round < 2000 && office.held.size() < journal.size(); ++round) {
      const Steady now = sender.due_at(journal.size());
      const auto message = message_of(journal, sender.from(), random() % 9);
      const auto fate = random() % 3;  // lost going, lost coming back, delivered
      if (fate > 0) {
        ASSERT_TRUE(office.take(message));
      }
      SyncAnswer answer;
      answer.received = office.head().seq;
      if (fate == 2) sender.answered(now, answer);
      if (fate < 2) sender.failed(now, static_cast<std::uint32_t>(random()));
    }
    EXPECT_EQ(office.held, journal) << "seed " << seed;
  }
}

}  // namespace
}  // namespace handbell::journal
