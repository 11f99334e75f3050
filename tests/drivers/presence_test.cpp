#include "drivers/card/presence.h"

#include "counted_random.h"
#include <gtest/gtest.h>

namespace handbell::card {
namespace {

const CardNumber kAmira = CardNumber::parse("04A1B2C3D4E580").value();
const CardNumber kBen = CardNumber::parse("11223344").value();
using Events = std::vector<ReaderEvent>;

TEST(Presence, a_card_that_lies_there_is_seen_once) {
  Presence presence;
  EXPECT_EQ(presence.looked({kAmira}, {1}), (Events{CardSeen{kAmira, {1}}}));
  for (int i = 2; i < 100; ++i) EXPECT_EQ(presence.looked({kAmira}, {i}), Events{});
}

TEST(Presence, two_missed_looks_are_no_leaving_three_are) {
  Presence presence;
  (void)presence.looked({kAmira}, {1});
  EXPECT_EQ(presence.looked({}, {2}), Events{});
  EXPECT_EQ(presence.looked({}, {3}), Events{});
  EXPECT_EQ(presence.looked({kAmira}, {4}), Events{});
  EXPECT_EQ(presence.looked({}, {5}), Events{});
  EXPECT_EQ(presence.looked({}, {6}), Events{});
  EXPECT_EQ(presence.looked({}, {7}), (Events{CardGone{kAmira, {7}}}));
}

TEST(Presence, the_next_child_need_not_wait_for_the_last_one_to_be_gone) {
  Presence presence;
  (void)presence.looked({kAmira}, {1});
  EXPECT_EQ(presence.looked({kBen}, {2}), (Events{CardGone{kAmira, {2}}, CardSeen{kBen, {2}}}));
}

TEST(Presence, a_second_card_is_told_of_once_and_seen_when_it_lies_alone) {
  Presence presence;
  (void)presence.looked({kAmira}, {1});
  EXPECT_EQ(presence.looked({kAmira, kBen}, {2}), Events{ManyCards{}});
  EXPECT_EQ(presence.looked({kBen, kAmira}, {3}), Events{});
  EXPECT_EQ(presence.looked({kBen}, {4}), (Events{CardGone{kAmira, {4}}, CardSeen{kBen, {4}}}));
}

TEST(Presence, over_any_looks_each_seen_has_its_gone_before_the_next) {
  CountedRandom random(3);
  Presence presence;
  int open = 0;
  for (int i = 0; i < 50'000; ++i) {
    Bytes byte(1);
    random.fill(byte);
    std::vector<CardNumber> found;
    if ((byte[0] & 1) != 0) found.push_back(kAmira);
    if ((byte[0] & 6) == 6) found.push_back(kBen);
    for (const auto& event : presence.looked(found, {i})) {
      if (std::holds_alternative<CardSeen>(event)) ++open;
      if (std::holds_alternative<CardGone>(event)) --open;
      ASSERT_GE(open, 0);
      ASSERT_LE(open, 1);
    }
  }
}

}  // namespace
}  // namespace handbell::card
