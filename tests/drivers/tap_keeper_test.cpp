#include "drivers/card/tap_keeper.h"

#include <gtest/gtest.h>

namespace handbell::card {
namespace {

const CardNumber kLeft = CardNumber::parse("04A1B2C3D4E580").value();
const CardNumber kNext = CardNumber::parse("11223344").value();
const CardNumber kPhone = CardNumber::parse("08112233").value();
const CardNumber kPhoneLater = CardNumber::parse("08445566").value();
using Told = std::vector<ReaderEvent>;

/// A child that told of a card and then ended.
TapKeeper ended_with(const CardNumber& card) {
  TapKeeper taps;
  EXPECT_EQ(taps.alive(true, {0}), Told{});
  EXPECT_EQ(taps.told(CardSeen{card, {100}}, {100}), (Told{CardSeen{card, {100}}}));
  taps.ended();
  return taps;
}

TEST(TapKeeper, hands_on_what_one_child_tells) {
  TapKeeper taps;
  EXPECT_EQ(taps.told(CardSeen{kLeft, {1}}, {2}), (Told{CardSeen{kLeft, {1}}}));
  EXPECT_EQ(taps.told(ManyCards{}, {3}), Told{ManyCards{}});
  EXPECT_EQ(taps.told(CardGone{kLeft, {4}}, {5}), (Told{CardGone{kLeft, {4}}}));
  EXPECT_EQ(taps.told(CardSeen{kLeft, {6}}, {7}), (Told{CardSeen{kLeft, {6}}}));
  EXPECT_EQ(taps.alive(true, {100'000}), Told{});
}

TEST(TapKeeper, a_card_that_the_next_child_still_finds_is_no_new_tap) {
  for (const auto& [card, again] : {std::pair{kLeft, kLeft}, std::pair{kPhone, kPhoneLater}}) {
    TapKeeper taps = ended_with(card);
    EXPECT_EQ(taps.alive(true, {2'900}), Told{});
    EXPECT_EQ(taps.told(CardSeen{again, {2'910}}, {2'910}), Told{});
    // As many children as may be.
    taps.ended();
    EXPECT_EQ(taps.alive(true, {3'100}), Told{});
    EXPECT_EQ(taps.told(CardSeen{again, {3'110}}, {3'110}), Told{});
    EXPECT_EQ(taps.alive(true, {9'000}), Told{});
    EXPECT_EQ(taps.told(CardGone{again, {9'100}}, {9'100}), (Told{CardGone{card, {9'100}}}));
  }
}

TEST(TapKeeper, a_card_that_the_next_child_does_not_find_has_left) {
  TapKeeper taps = ended_with(kLeft);
  EXPECT_EQ(taps.alive(false, {400}), Told{});
  EXPECT_EQ(taps.alive(true, {500}), Told{});
  EXPECT_EQ(taps.alive(true, {1'001}), (Told{CardGone{kLeft, {1'001}}}));
  EXPECT_EQ(taps.alive(true, {2'000}), Told{});
  EXPECT_EQ(taps.told(CardSeen{kLeft, {2'100}}, {2'100}), (Told{CardSeen{kLeft, {2'100}}}));
}

TEST(TapKeeper, another_card_has_taken_its_place) {
  TapKeeper taps = ended_with(kLeft);
  EXPECT_EQ(taps.told(CardSeen{kNext, {500}}, {501}),
            (Told{CardGone{kLeft, {500}}, CardSeen{kNext, {500}}}));
}

TEST(TapKeeper, after_five_seconds_without_a_look_it_is_a_new_tap) {
  TapKeeper taps = ended_with(kLeft);
  EXPECT_EQ(taps.alive(false, {5'100}), Told{});
  EXPECT_EQ(taps.alive(false, {5'101}), (Told{CardGone{kLeft, {5'101}}}));
  EXPECT_EQ(taps.told(CardSeen{kLeft, {6'000}}, {6'000}), (Told{CardSeen{kLeft, {6'000}}}));
}

TEST(TapKeeper, a_leaving_that_no_seen_came_before_is_not_told) {
  TapKeeper taps;
  EXPECT_EQ(taps.told(CardGone{kLeft, {1}}, {1}), Told{});
}

}  // namespace
}  // namespace handbell::card
