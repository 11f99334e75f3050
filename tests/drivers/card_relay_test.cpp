// The child's side of a talk with a card, with lines, time and card in the test's hands.
#include "drivers/card/card_relay.h"

#include "drivers/card/parent_lines.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <deque>

namespace handbell::card {
namespace {

const CardNumber kPatelsCard = CardNumber::parse("04A1B2C3D4E580").value();
const CardNumber kAnotherCard = CardNumber::parse("04A1B2C3D4E581").value();

class NotedTalk final : public CardTalk {
 public:
  Status open(const CardNumber& card) override {
    ++opened;
    if (card == kPatelsCard) return {};
    return fail(FaultCode::card_left, card.masked());
  }
  Result<Bytes> exchange(const Bytes& command, Millis wait) override {
    waits.push_back(wait);
    if (command == Bytes{0xFF}) return fail(FaultCode::card_left, "...");
    Bytes answer = command;
    answer.push_back(0x90);
    return answer;
  }
  void close() override { ++closed; }

  int opened = 0;
  int closed = 0;
  std::vector<Millis> waits;
};

class CardRelayTest : public ::testing::Test {
 protected:
  /// Serves as the loop does, until it goes on by itself.
  bool serve(std::deque<std::string> lines) {
    lines_ = std::move(lines);
    return relay_.serve(talk_);
  }

  NotedTalk talk_;
  Steady now_{1'000'000};
  int beats_ = 0;
  std::deque<std::string> lines_;
  std::vector<std::string> told_;
  CardRelay relay_{{[this] { return now_; }, [this](Millis length) { now_ = now_ + length; },
                    [this](const ReaderLine& line) {
                      told_.push_back(line_of(line));
                      return true;
                    },
                    [this]() -> std::optional<std::string> {
                      if (lines_.empty()) return std::nullopt;
                      std::string line = lines_.front();
                      lines_.pop_front();
                      return line;
                    }},
                   [this] { ++beats_; }};
};

TEST_F(CardRelayTest, nothing_asked_is_nothing_done) {
  EXPECT_FALSE(serve({}));
  EXPECT_EQ(talk_.opened, 0);
  EXPECT_EQ(now_, Steady{1'000'000});
}

TEST_F(CardRelayTest, a_talk_is_carried_word_by_word_until_it_is_closed) {
  EXPECT_TRUE(serve({"open 1 04A1B2C3D4E580", "apdu 2 9060", "apdu 3 90AF", "close 4", "left"}));
  EXPECT_EQ(told_, (std::vector<std::string>{"opened 1", "answer 2 906090", "answer 3 90AF90"}));
  EXPECT_EQ(talk_.closed, 1);
  EXPECT_EQ(lines_.size(), 1U);
}

TEST_F(CardRelayTest, a_talk_that_nobody_closes_is_over_after_a_second_and_a_half) {
  EXPECT_TRUE(serve({"open 1 04A1B2C3D4E580"}));
  EXPECT_EQ(talk_.closed, 1);
  EXPECT_EQ(now_ - Steady{1'000'000}, CardRelay::kLongestTalk);
  EXPECT_GT(beats_, 100);
  told_.clear();
  EXPECT_FALSE(serve({"apdu 2 9060"}));
  EXPECT_EQ(told_, std::vector<std::string>{"failed 2 left"});
}

TEST_F(CardRelayTest, another_card_or_none_is_no_talk) {
  EXPECT_TRUE(serve({"open 1 04A1B2C3D4E581", "apdu 2 9060"}));
  EXPECT_EQ(told_, std::vector<std::string>{"failed 1 left"});
  EXPECT_EQ(talk_.closed, 0);
}

TEST_F(CardRelayTest, a_card_that_left_ends_it) {
  EXPECT_TRUE(serve({"open 1 04A1B2C3D4E580", "apdu 2 FF", "apdu 3 9060"}));
  EXPECT_EQ(told_, (std::vector<std::string>{"opened 1", "failed 2 left"}));
  EXPECT_EQ(talk_.closed, 1);
}

TEST_F(CardRelayTest, no_command_waits_beyond_the_end_of_the_talk) {
  EXPECT_TRUE(serve({"open 1 04A1B2C3D4E580", "apdu 2 9060", "close 3"}));
  ASSERT_EQ(talk_.waits.size(), 1U);
  EXPECT_LE(talk_.waits.front(), Millis{600});
}

TEST_F(CardRelayTest, a_garbled_line_is_passed_over) {
  EXPECT_TRUE(serve({"nonsense", "open 1 04A1B2C3D4E580", "apdu x", "close 2"}));
  EXPECT_EQ(told_, std::vector<std::string>{"opened 1"});
}

TEST(ParentLines, come_one_by_one_and_say_when_the_other_end_is_gone) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  ParentLines lines(ends[0]);
  EXPECT_FALSE(lines.next());
  const std::string text = "close 1\nclose 2\nclo";
  ASSERT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  EXPECT_EQ(lines.next(), "close 1");
  EXPECT_EQ(lines.next(), "close 2");
  EXPECT_FALSE(lines.next());
  EXPECT_FALSE(lines.ended());
  ::close(ends[1]);
  EXPECT_FALSE(lines.next());
  EXPECT_TRUE(lines.ended());
  ::close(ends[0]);
}

TEST(ParentLines, a_reader_that_was_started_by_hand_has_no_parent_and_does_not_end) {
  std::FILE* nothing = std::fopen("/dev/null", "r");
  ASSERT_NE(nothing, nullptr);
  ParentLines lines(::fileno(nothing));
  EXPECT_FALSE(lines.next());
  EXPECT_FALSE(lines.ended());
  std::fclose(nothing);
}

}  // namespace
}  // namespace handbell::card
