#include "app/kiosk/sound/speaker.h"

#include "../../store/temporary_folder.h"
#include "recording.h"
#include "running_program.h"
#include <gtest/gtest.h>

#include <atomic>

namespace handbell::kiosk {
namespace {

using testing_support::until;

class SpeakerTest : public ::testing::Test {
 protected:
  /// Everything that becomes ready, in its order.
  [[nodiscard]] bool hears(std::size_t count) {
    return until([&] {
      for (Samples& samples : speaker_.take()) heard_.push_back(std::move(samples));
      return heard_.size() >= count;
    });
  }

  std::atomic<int> ready_ = 0;
  std::atomic<int> told_ = 0;
  std::vector<Samples> heard_;
  Speaker speaker_{Voices::read(HANDBELL_SHARE "/voice", ""),
                   {[this] { ++ready_; }, [this](const Fault&) { ++told_; }}};
};

TEST_F(SpeakerTest, recorded_and_read_sentences_come_in_their_order) {
  speaker_.say({{"pl", "you_are_in", ""}, {"", "", "Which class?"}, {"", "you_are_in", ""}});
  EXPECT_TRUE(speaker_.is_busy());
  ASSERT_TRUE(hears(3));
  EXPECT_EQ(heard_[0], speaker_.voices().prompt("you_are_in", "pl"));
  EXPECT_EQ(heard_[2], speaker_.voices().prompt("you_are_in", "en"));
  EXPECT_GT(seconds_of(heard_[1]), 0.4);
  EXPECT_EQ(ready_, 3);
  EXPECT_FALSE(speaker_.is_busy());
}

TEST_F(SpeakerTest, marks_that_set_a_name_apart_are_not_said) {
  speaker_.say({{"", "", "Go to \u2068Owls\u2069."}, {"", "", "Go to Owls."}});
  ASSERT_TRUE(hears(2));
  EXPECT_EQ(heard_[0], heard_[1]);
}

TEST_F(SpeakerTest, what_is_new_takes_the_place_of_what_was_to_be_said) {
  std::vector<Utterance> list(50, {"", "", "A long list of many things"});
  speaker_.say(std::move(list));
  ASSERT_TRUE(hears(1));
  speaker_.say({{"", "welcome_back", ""}});
  heard_.clear();
  ASSERT_TRUE(hears(1));
  speaker_.hush();
  EXPECT_EQ(heard_, std::vector<Samples>{speaker_.voices().prompt("welcome_back", "")});
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_TRUE(speaker_.take().empty());
}

TEST_F(SpeakerTest, a_missing_program_is_told_once_and_recorded_sentences_are_said) {
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  speaker_.say({{"", "", "One"}, {"", "", "Two"}, {"", "you_are_in", ""}});
  const bool heard = hears(1);
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_TRUE(heard);
  EXPECT_EQ(told_, 1);
}

}  // namespace
}  // namespace handbell::kiosk
