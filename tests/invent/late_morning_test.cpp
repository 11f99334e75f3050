#include "app/invent/late_morning.h"

#include "app/invent/invented_school.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace handbell::invent {
namespace {

SchoolDay dated(const char* text) { return *SchoolDay::parse(text); }
std::int32_t seconds(const Tap& tap) { return tap.at.ms() / 1000; }
std::int32_t seconds(const char* text) { return TimeOfDay::parse(text)->ms() / 1000; }

const Tap* tap_at(const std::vector<Tap>& taps, const char* time) {
  const auto found = std::find_if(taps.begin(), taps.end(),
                                  [&](const Tap& tap) { return seconds(tap) == seconds(time); });
  return found == taps.end() ? nullptr : &*found;
}

class LateMorning : public testing::Test {
 protected:
  template <class Check>
  void each(Check check) const {
    for (const char* day : {"2026-01-12", "2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"}) {
      for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(testing::Message() << day << ", seed " << seed);
        check(late_morning(school_, seed, dated(day)), dated(day));
      }
    }
  }
  [[nodiscard]] const reg::PupilRecord* pupil(const Tap& tap) const {
    return tap.pupil.empty() ? nullptr : school_.named(tap.pupil);
  }
  [[nodiscard]] bool is_nursery_tap(const Tap& tap) const {
    return pupil(tap) != nullptr && reg::is_nursery(pupil(tap)->group);
  }
  reg::School school_ = *invent_school({});
};

TEST_F(LateMorning, is_sixty_taps_between_half_past_eight_and_twenty_past_nine) {
  each([](const std::vector<Tap>& taps, SchoolDay) {
    EXPECT_EQ(taps.size(), 60U);
    EXPECT_GE(seconds(taps.front()), seconds("08:30:00"));
    EXPECT_LE(seconds(taps.back()), seconds("09:20:00"));
    for (const Tap& tap : taps) EXPECT_EQ(tap.at.ms() % 1000, 0);
  });
}

TEST_F(LateMorning, keeps_taps_two_seconds_apart_but_for_the_two_around_nine) {
  each([](const std::vector<Tap>& taps, SchoolDay) {
    for (std::size_t i = 1; i < taps.size(); ++i) {
      const bool at_nine = seconds(taps[i]) == seconds("09:00:00");
      EXPECT_GE(seconds(taps[i]) - seconds(taps[i - 1]), at_nine ? 1 : 2) << taps[i].at.hh_mm_ss();
    }
  });
}

TEST_F(LateMorning, has_a_child_at_each_second_that_decides_a_mark) {
  each([this](const std::vector<Tap>& taps, SchoolDay) {
    for (const char* time : {"08:35:59", "08:59:59"}) {
      const Tap* tap = tap_at(taps, time);
      ASSERT_NE(tap, nullptr) << time;
      EXPECT_NE(pupil(*tap), nullptr);
      EXPECT_FALSE(is_nursery_tap(*tap)) << time;
    }
    for (const char* time : {"08:46:00", "09:00:00"}) {
      const Tap* tap = tap_at(taps, time);
      ASSERT_NE(tap, nullptr) << time;
      EXPECT_TRUE(is_nursery_tap(*tap)) << time;
    }
  });
}

TEST_F(LateMorning, has_one_card_of_nobody_and_one_of_a_child_who_left_and_else_children_due) {
  each([this](const std::vector<Tap>& taps, SchoolDay day) {
    int unknown = 0;
    int left = 0;
    for (const Tap& tap : taps) {
      const auto card =
          std::find_if(school_.cards.begin(), school_.cards.end(),
                       [&](const reg::CardRecord& c) { return c.uid.text() == tap.card_uid; });
      EXPECT_EQ(card == school_.cards.end(), tap.pupil.empty());
      if (tap.pupil.empty()) {
        ++unknown;
        EXPECT_TRUE(CardNumber::parse(tap.card_uid)->fit_as_identity());
        continue;
      }
      ASSERT_NE(pupil(tap), nullptr);
      EXPECT_EQ(card->pupil, pupil(tap)->id);
      EXPECT_TRUE(!card->revoked || day < *card->revoked);
      if (!pupil(tap)->on_roll(day)) {
        ++left;
        EXPECT_LT(*pupil(tap)->leaving, day);
      } else {
        EXPECT_TRUE(pupil(tap)->pattern.expects({day, Half::am}));
      }
    }
    EXPECT_EQ(unknown, 1);
    EXPECT_EQ(left, 1);
  });
}

TEST_F(LateMorning, has_siblings_together_double_taps_and_nursery_children) {
  each([this](const std::vector<Tap>& taps, SchoolDay) {
    std::map<std::string, std::vector<std::int32_t>> families;
    std::map<std::string, int> times;
    for (const Tap& tap : taps) {
      ++times[tap.card_uid];
      if (pupil(tap) != nullptr && !pupil(tap)->family.empty()) {
        families[pupil(tap)->family].push_back(seconds(tap));
      }
    }
    EXPECT_EQ(families.size(), 6U);
    for (const auto& [name, at] : families) {
      ASSERT_GE(at.size(), 2U) << name;
      for (std::size_t i = 1; i < at.size(); ++i) EXPECT_LE(at[i] - at[i - 1], 3) << name;
    }
    EXPECT_EQ(
        std::count_if(times.begin(), times.end(), [](const auto& t) { return t.second == 2; }), 4);
    EXPECT_GE(std::count_if(taps.begin(), taps.end(),
                            [this](const Tap& tap) { return is_nursery_tap(tap); }),
              8);
  });
}

TEST_F(LateMorning, is_the_same_for_a_seed_and_another_for_another) {
  const auto day = dated("2026-01-12");
  EXPECT_EQ(late_morning(school_, 3, day), late_morning(school_, 3, day));
  EXPECT_NE(late_morning(school_, 3, day), late_morning(school_, 4, day));
}

TEST_F(LateMorning, is_shorter_in_a_small_school_and_the_same_length_in_a_large_one) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto small = late_morning(*invent_school({seed, 30, 2025}), seed, dated("2026-01-12"));
    EXPECT_GE(small.size(), 15U);
    EXPECT_LT(small.size(), 60U);
    const auto large = late_morning(*invent_school({seed, 2000, 2025}), seed, dated("2026-01-12"));
    EXPECT_EQ(large.size(), 60U);
  }
}

}  // namespace
}  // namespace handbell::invent
