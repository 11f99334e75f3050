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

TEST(Presence, a_card_left_there_for_an_hour_is_one_arrival_though_looks_miss_it) {
  constexpr int kLooksInAnHour = 36'000;  // some ten a second
  CountedRandom random(60);
  Presence presence;
  std::vector<ReaderEvent> events;
  int missed = 0;
  for (int i = 0; i < kLooksInAnHour; ++i) {
    Bytes dice(1);
    random.fill(dice);
    const bool miss = missed < Presence::kMissesToGone - 1 && dice[0] < 64;
    missed = miss ? missed + 1 : 0;
    const auto found = miss ? std::vector<CardNumber>{} : std::vector{kAmira};
    for (const auto& event : presence.looked(found, {i})) events.push_back(event);
  }
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<CardSeen>(events.front()));
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
  EXPECT_EQ(presence.looked({kBen}, {4}), Events{});
  EXPECT_EQ(presence.looked({kBen}, {5}), Events{});
  EXPECT_EQ(presence.looked({kBen}, {6}), (Events{CardGone{kAmira, {6}}, CardSeen{kBen, {6}}}));
}

TEST(Presence, a_card_that_another_hides_for_a_look_or_two_has_not_left) {
  Presence presence;
  (void)presence.looked({kAmira, kBen}, {1});
  for (int i = 2; i < 100; ++i) {
    const bool hidden = i % 3 != 0;
    const auto found = hidden ? std::vector{kBen} : std::vector{kAmira, kBen};
    EXPECT_EQ(presence.looked(found, {i}), Events{});
  }
}

TEST(Presence, a_second_card_that_stays_is_told_of_each_second) {
  Presence presence;
  int told = 0;
  (void)presence.looked({kAmira}, {0});
  for (int i = 100; i <= 10'000; i += 100) {
    told += static_cast<int>(presence.looked({kAmira, kBen}, {i}).size());
  }
  EXPECT_EQ(told, 10);
}

TEST(Presence, a_second_card_that_comes_again_is_told_of_again) {
  Presence presence;
  (void)presence.looked({kAmira}, {1});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(presence.looked({kAmira, kBen}, {2}), Events{ManyCards{}});
    EXPECT_EQ(presence.looked({kAmira}, {3}), Events{});
    EXPECT_EQ(presence.looked({kAmira, kBen}, {4}), Events{}) << "it was hidden";
    for (int miss = 0; miss < 3; ++miss) EXPECT_EQ(presence.looked({kAmira}, {5}), Events{});
  }
}

TEST(Presence, three_siblings_within_fifteen_looks_are_three_arrivals) {
  const CardNumber cara = CardNumber::parse("04A1B2C3D4E581").value();
  Presence presence;
  std::vector<ReaderEvent> events;
  int look = 0;
  for (const auto& card : {kAmira, kBen, cara}) {
    for (int i = 0; i < 5; ++i) {
      for (const auto& event : presence.looked({card}, {++look})) events.push_back(event);
    }
  }
  EXPECT_EQ(events, (Events{CardSeen{kAmira, {1}}, CardGone{kAmira, {6}}, CardSeen{kBen, {6}},
                            CardGone{kBen, {11}}, CardSeen{cara, {11}}}));
}

TEST(Presence, a_phones_number_changes_with_each_look_and_it_is_one_tap) {
  Presence presence;
  const auto number = [](int i) {
    return CardNumber::from_bytes(Bytes{0x08, 1, 2, static_cast<std::uint8_t>(i)}).value();
  };
  EXPECT_EQ(presence.looked({number(0)}, {0}), (Events{CardSeen{number(0), {0}}}));
  for (int i = 1; i < 200; ++i) EXPECT_EQ(presence.looked({number(i)}, {i}), Events{});
  // A bank card beside the phone can't be told from it; a child's card can.
  EXPECT_EQ(presence.looked({number(7), number(9)}, {200}), Events{});
  EXPECT_EQ(presence.looked({number(7), kAmira}, {201}), Events{ManyCards{}});
  EXPECT_EQ(presence.looked({}, {202}), Events{});
  EXPECT_EQ(presence.looked({}, {203}), Events{});
  EXPECT_EQ(presence.looked({}, {204}), (Events{CardGone{number(0), {204}}}));
  EXPECT_EQ(presence.looked({number(3)}, {205}), (Events{CardSeen{number(3), {205}}}));
}

TEST(Presence, a_tap_that_nobody_could_watch_is_over) {
  Presence presence;
  EXPECT_EQ(presence.lost({1}), Events{});
  (void)presence.looked({kAmira}, {2});
  EXPECT_EQ(presence.lost({3}), (Events{CardGone{kAmira, {3}}}));
  EXPECT_EQ(presence.looked({kAmira}, {4}), (Events{CardSeen{kAmira, {4}}}));
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
