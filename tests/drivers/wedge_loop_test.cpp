#include "drivers/card/wedge_loop.h"

#include "wedge_test_keys.h"
#include <gtest/gtest.h>

namespace handbell::card {
namespace {

/// Keys at set times, on a clock that only waiting moves.
class WrittenKeys final : public WedgePort {
 public:
  WrittenKeys(Steady& now, std::vector<WedgeKey>& keys) : now_(now), keys_(keys) {}
  Result<WedgeHeard> hear(Millis wait) override {
    WedgeHeard heard;
    if (keys_.empty() || keys_.front().at - now_ > wait) {
      now_ = now_ + wait;
      return heard;
    }
    now_ = std::max(now_, keys_.front().at);
    if (keys_.front().code == KEY_UNKNOWN) {
      keys_.erase(keys_.begin());
      return fail(FaultCode::reader_missing, "");
    }
    heard.keys.push_back(keys_.front());
    keys_.erase(keys_.begin());
    return heard;
  }

 private:
  Steady& now_;
  std::vector<WedgeKey>& keys_;
};

class WedgeLoopTest : public ::testing::Test {
 protected:
  void types(std::string_view text, std::int64_t at_ms) {
    for (const auto& key : typed(text, Steady{at_ms})) keys_.push_back(key);
  }
  void is_unplugged(std::int64_t at_ms) { keys_.push_back({KEY_UNKNOWN, 1, Steady{at_ms}}); }
  /// Lets it run for a minute: what it told, without the beats.
  std::string told(std::string_view connection = "wedge:/dev/input/by-id/reader#10D") {
    std::string told;
    const LoopHands hands{[this] { return now_; }, [this](Millis length) { now_ = now_ + length; },
                          [&](const ReaderLine& line) {
                            if (std::holds_alternative<Beat>(line))
                              ++beats_;
                            else
                              told += line_of(line) + "; ";
                            return now_ < Steady{60'000};
                          },
                          [this]() -> std::optional<std::string> {
                            if (asked_.empty()) return std::nullopt;
                            return std::exchange(asked_, "");
                          }};
    WedgeLoop(
        parse_wedge_name(connection).value(),
        [this](const std::string& path) -> WedgeOpened {
          opened_.push_back(path);
          if (troubles_.empty()) return std::make_unique<WrittenKeys>(now_, keys_);
          const ReaderNews why = troubles_.back();
          troubles_.pop_back();
          return tl::unexpected(why);
        },
        hands)
        .run();
    return told;
  }

  Steady now_{1000};
  std::vector<WedgeKey> keys_;
  std::vector<std::string> opened_;
  std::vector<ReaderNews> troubles_;
  std::string asked_;
  int beats_ = 0;
};

TEST_F(WedgeLoopTest, a_number_is_a_card_seen_and_gone_after_it) {
  types("0012345678\n", 5000);
  EXPECT_EQ(told(),
            "state ready; seen wedge:10D:0012345678 5000; gone wedge:10D:0012345678 6600; ");
  EXPECT_EQ(opened_, std::vector<std::string>{"/dev/input/by-id/reader"});
}

TEST_F(WedgeLoopTest, without_enter_it_is_seen_too_and_gone_after_its_silence) {
  types("0012345678", 5000);
  EXPECT_EQ(told(),
            "state ready; seen wedge:10D:0012345678 5000; gone wedge:10D:0012345678 6690; ");
}

// Who lay there at 08:59:59.8 is not late because its reader types slowly.
TEST_F(WedgeLoopTest, its_moment_is_the_first_key_however_slowly_it_is_typed) {
  for (const auto& key : typed("0012345678", Steady{5000}, Millis{50})) keys_.push_back(key);
  EXPECT_EQ(told(),
            "state ready; seen wedge:10D:0012345678 5000; gone wedge:10D:0012345678 7050; ");
}

TEST_F(WedgeLoopTest, a_card_that_is_held_and_typed_each_second_is_one_tap) {
  for (int second = 0; second < 10; ++second) types("0012345678\n", 5000 + second * 1000);
  EXPECT_EQ(told(),
            "state ready; seen wedge:10D:0012345678 5000; gone wedge:10D:0012345678 15600; ");
}

TEST_F(WedgeLoopTest, the_same_card_after_it_was_gone_is_a_new_tap) {
  types("0012345678\n", 5000);
  types("0012345678\n", 8000);
  EXPECT_EQ(told(),
            "state ready; seen wedge:10D:0012345678 5000; gone wedge:10D:0012345678 6600; "
            "seen wedge:10D:0012345678 8000; gone wedge:10D:0012345678 9600; ");
}

TEST_F(WedgeLoopTest, the_next_child_in_the_queue_is_never_held_up) {
  types("0012345678\n", 5000);
  types("0000000042\n", 5200);
  EXPECT_EQ(told(),
            "state ready; seen wedge:10D:0012345678 5000; gone wedge:10D:0012345678 5200; "
            "seen wedge:10D:0000000042 5200; gone wedge:10D:0000000042 6800; ");
}

TEST_F(WedgeLoopTest, half_a_number_is_nobody) {
  types("00123", 5000);
  types("45678\n", 7000);
  EXPECT_EQ(told(), "state ready; ");
}

TEST_F(WedgeLoopTest, a_keyboard_that_is_unplugged_is_missing_and_taken_again) {
  types("00123", 5000);
  is_unplugged(5100);
  troubles_ = {{ReaderState::missing}, {ReaderState::missing}};
  // Both were for the first opening.
  types("0012345678\n", 9000);
  EXPECT_EQ(told(),
            "state missing; state ready; state missing; state ready; "
            "seen wedge:10D:0012345678 9000; gone wedge:10D:0012345678 10600; ");
  EXPECT_EQ(opened_.size(), 4U);
}

TEST_F(WedgeLoopTest, half_a_number_before_it_was_unplugged_goes_with_no_half_after) {
  types("00123", 5000);
  is_unplugged(5060);
  types("45678\n", 5070);
  EXPECT_EQ(told(), "state ready; state missing; state ready; ");
}

TEST_F(WedgeLoopTest, a_number_right_after_it_was_plugged_in_again_is_read) {
  is_unplugged(5000);
  types("0012345678\n", 5010);
  EXPECT_EQ(told(),
            "state ready; state missing; state ready; seen wedge:10D:0012345678 5010; "
            "gone wedge:10D:0012345678 6610; ");
}

TEST_F(WedgeLoopTest, why_it_cannot_be_opened_is_told_once) {
  troubles_ = {{ReaderState::busy, ReaderTrouble::other_program},
               {ReaderState::busy, ReaderTrouble::other_program},
               {ReaderState::faulty, ReaderTrouble::permission}};
  EXPECT_EQ(told(), "state faulty permission; state busy other_program; state ready; ");
}

TEST_F(WedgeLoopTest, whoever_asks_to_speak_to_its_card_is_told_that_it_is_mute) {
  asked_ = "open 7 wedge:10D:0012345678";
  types("0012345678\n", 5000);
  EXPECT_EQ(told(),
            "failed 7 mute; state ready; seen wedge:10D:0012345678 5000; "
            "gone wedge:10D:0012345678 6600; ");
}

TEST_F(WedgeLoopTest, it_beats_once_a_second_at_rest) {
  (void)told();
  EXPECT_GE(beats_, 59);
  EXPECT_LE(beats_, 61);
}

TEST(WedgeName, is_a_path_and_a_format_10D_where_none_stands) {
  const auto name = parse_wedge_name("wedge:/dev/input/by-id/usb-Sycreader-event-kbd#2H4H").value();
  EXPECT_EQ(name.path, "/dev/input/by-id/usb-Sycreader-event-kbd");
  EXPECT_TRUE(name.format.whole("142,27997"));
  EXPECT_TRUE(parse_wedge_name("wedge:/dev/x").value().format.whole("0012345678"));
}

TEST(WedgeName, without_a_path_it_is_no_reader_never_any_keyboard) {
  for (const char* name : {"wedge:", "wedge:#10D", "wedge:any", "wedge:/", "wedge:/dev/x#9D",
                           "wedge:/dev/x#", "pcsc:/dev/x"}) {
    const auto parsed = parse_wedge_name(name);
    ASSERT_FALSE(parsed) << name;
    EXPECT_EQ(parsed.error().code, FaultCode::bad_config) << name;
  }
}

}  // namespace
}  // namespace handbell::card
