#include "drivers/keyholder/attempts.h"

#include "counted_random.h"
#include <gtest/gtest.h>

namespace handbell::keys {
namespace {

const CardNumber kTriedCard = CardNumber::parse("04A1B2C3D4E580").value();
const CardNumber kOtherCard = CardNumber::parse("04A1B2C3D4E581").value();
const BootId kMonday{1};
const BootId kTuesday{2};

class AttemptsTest : public ::testing::Test {
 protected:
  void wrong(int times, MachineTime at) {
    for (int i = 0; i < times; ++i) ASSERT_TRUE(list_.note_wrong(kTriedCard, at));
  }

  CountedRandom random_;
  Attempts list_{random_};
};

TEST(WaitAfter, is_nothing_twice_then_30_s_doubling_to_an_hour) {
  const std::vector<std::int64_t> minutes_and_halves{0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 120, 120};
  for (unsigned wrong = 0; wrong < minutes_and_halves.size(); ++wrong) {
    EXPECT_EQ(wait_after(wrong), seconds(30 * minutes_and_halves[wrong])) << wrong;
  }
  EXPECT_EQ(wait_after(60'000), hours(1));
}

TEST_F(AttemptsTest, the_wait_runs_out_by_the_machines_own_time) {
  wrong(3, {kMonday, {1'000'000}});
  EXPECT_EQ(list_.wait_left(kTriedCard, {kMonday, {1'000'000}}), seconds(30));
  EXPECT_EQ(list_.wait_left(kTriedCard, {kMonday, {1'029'999}}), Millis{1});
  EXPECT_EQ(list_.wait_left(kTriedCard, {kMonday, {1'030'000}}), Millis{0});
  EXPECT_EQ(list_.wait_left(kOtherCard, {kMonday, {1'000'000}}), Millis{0});
}

TEST_F(AttemptsTest, after_a_restart_only_the_new_machines_time_counts) {
  wrong(3, {kMonday, {50'000'000}});
  EXPECT_EQ(list_.wait_left(kTriedCard, {kTuesday, {5'000}}), seconds(25));
  EXPECT_EQ(list_.wait_left(kTriedCard, {kTuesday, {30'000}}), Millis{0});
  EXPECT_EQ(list_.wait_left(kTriedCard, {kTuesday, {0}}), seconds(30));
}

TEST_F(AttemptsTest, a_time_before_the_last_try_shortens_nothing) {
  wrong(4, {kMonday, {50'000'000}});
  EXPECT_EQ(list_.wait_left(kTriedCard, {kMonday, {1'000}}), minutes(1));
}

TEST_F(AttemptsTest, right_forgets_that_card_alone) {
  wrong(5, {kMonday, {0}});
  ASSERT_TRUE(list_.note_wrong(kOtherCard, {kMonday, {0}}));
  list_.forget(kTriedCard);
  EXPECT_EQ(list_.wrong(kTriedCard), 0U);
  EXPECT_EQ(list_.wrong(kOtherCard), 1U);
}

TEST_F(AttemptsTest, what_is_kept_is_read_again_and_names_no_card) {
  wrong(7, {kTuesday, {123'456'789}});
  const Bytes kept = list_.bytes();
  const auto read = Attempts::parse(kept);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->wrong(kTriedCard), 7U);
  EXPECT_EQ(read->wait_left(kTriedCard, {kTuesday, {123'456'789}}), wait_after(7));
  const auto& uid = kTriedCard.bytes();
  EXPECT_EQ(std::search(kept.begin(), kept.end(), uid.begin(), uid.end()), kept.end());
}

TEST_F(AttemptsTest, a_file_cut_or_changed_anywhere_is_refused_whole) {
  wrong(1, {kMonday, {5}});
  const Bytes whole = list_.bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    EXPECT_FALSE(Attempts::parse({whole.begin(), whole.begin() + static_cast<long>(at)})) << at;
    Bytes turned = whole;
    turned[at] ^= 0x20;
    EXPECT_FALSE(Attempts::parse(turned)) << at;
  }
}

TEST_F(AttemptsTest, more_cards_than_any_school_has_are_not_noted) {
  for (std::uint32_t i = 0; i < 4096; ++i) {
    const Bytes uid{
        4, 1, 2, 3, 4, static_cast<std::uint8_t>(i >> 8U), static_cast<std::uint8_t>(i)};
    ASSERT_TRUE(list_.note_wrong(CardNumber::from_bytes(uid).value(), {kMonday, {0}}));
  }
  EXPECT_FALSE(list_.note_wrong(kTriedCard, {kMonday, {0}}));
  EXPECT_TRUE(Attempts::parse(list_.bytes()));
}

}  // namespace
}  // namespace handbell::keys
