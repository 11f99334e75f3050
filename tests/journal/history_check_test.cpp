#include "app/journal/history_check.h"

#include "app/journal/event_codec.h"

#include "history.h"
#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

Result<Head> checked(const std::vector<Entry>& entries,
                     const std::vector<Witness>& witnesses = {}) {
  HistoryCheck check(entries.front().history, witnesses);
  for (const auto& entry : entries) {
    if (Status good = check.take(entry); !good) return fail(good.error());
  }
  return check.end();
}

TEST(HistoryCheck, a_history_that_stands_is_read_to_its_head) {
  const auto entries = history_of(0xA1, 9);
  EXPECT_EQ(*checked(entries), head_of(entries.back()));
}

TEST(HistoryCheck, an_entry_that_is_missing_changed_or_blank_is_named) {
  auto missing = history_of(0xA1, 9);
  missing.erase(missing.begin() + 4);
  EXPECT_EQ(checked(missing).error().code, FaultCode::entry_missing);
  auto changed = history_of(0xA1, 9);
  changed[4].payload.push_back(1);
  EXPECT_EQ(checked(changed).error(), (Fault{FaultCode::commitment_broken, "5"}));
  auto blank = history_of(0xA1, 9);
  blank[4].salt.reset();
  blank[4].payload.clear();
  EXPECT_EQ(checked(blank).error(), (Fault{FaultCode::blank_unnamed, "5"}));
}

TEST(HistoryCheck, who_remembers_more_or_otherwise_is_believed) {
  const auto entries = history_of(0xA1, 9);
  const auto& history = entries.front().history;
  const std::vector<Entry> cut(entries.begin(), entries.begin() + 6);
  EXPECT_EQ(checked(cut, {Witness{history, head_of(entries[8])}}).error().code,
            FaultCode::tail_cut);
  Head other = head_of(entries[3]);
  other.link[0] ^= 1;
  EXPECT_EQ(checked(entries, {Witness{history, other}}).error(),
            (Fault{FaultCode::link_broken, "4"}));
  EXPECT_TRUE(
      checked(entries, {Witness{history, head_of(entries[3])}, Witness{HistoryId{9}, {99, {}}}}));
}

/// Entries 6 to 9 of a journal whose first five were removed, and the entry that says so.
std::vector<Entry> shortened(const Head& named) {
  auto entries = history_of(0xA1, 9);
  const reg::Pruned pruned{named.seq, named.link, {}};
  entries.push_back(
      sealed(entries[0].history, head_of(entries.back()), draft_of(pruned, {}), Salt{}));
  entries.erase(entries.begin(), entries.begin() + 5);
  return entries;
}

TEST(HistoryCheck, a_shortened_history_begins_at_the_head_that_its_newest_pruning_names_D51) {
  const auto whole = history_of(0xA1, 9);
  const auto check = [&](const Head& named, const Head& sealed) -> Result<Head> {
    HistoryCheck reading(whole[0].history, {}, sealed);
    for (const auto& entry : shortened(named)) {
      if (Status good = reading.take(entry); !good) return fail(good.error());
    }
    return reading.end();
  };
  const Head fifth = head_of(whole[4]);
  EXPECT_EQ(check(fifth, fifth)->seq, 10U);
  EXPECT_EQ(check(head_of(whole[2]), fifth).error(), (Fault{FaultCode::entry_missing, "4"}));
  EXPECT_EQ(check(head_of(whole[6]), fifth).error(), (Fault{FaultCode::erasure_wrong, "10"}));
  EXPECT_EQ(check({5, {1}}, fifth).error(), (Fault{FaultCode::link_broken, "5"}));
}

TEST(Witness, is_read_back_from_its_line) {
  const auto entries = history_of(0xA1, 3);
  const Witness witness{entries[0].history, head_of(entries[2])};
  EXPECT_EQ(*parse_witness(text_of(witness)), witness);
  for (const char* text : {"", "a b c", "00 1 00", "  "}) EXPECT_FALSE(parse_witness(text)) << text;
  EXPECT_FALSE(parse_witness(text_of(witness) + "00"));
}

}  // namespace
}  // namespace handbell::journal
