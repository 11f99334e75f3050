#include "app/kiosk/shell/loudspeaker.h"

#include "app/kiosk/sound/chime.h"

#include "running_program.h"
#include "screens.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

using testing_support::until;

/// Keeps what it is given to play.
class EarDisplay final : public Display {
 public:
  Status show(const Scene&) override { return {}; }
  std::vector<Touch> wait(Millis) override { return {}; }
  void wake() override {}
  void play(const Samples& samples) override {
    heard.clear();
    if (!samples.empty()) heard.push_back(samples);
  }
  void play_next(const Samples& samples) override { heard.push_back(samples); }

  std::vector<Samples> heard;
};

class LoudspeakerTest : public ::testing::Test {
 protected:
  static SoundSettings settings() {
    SoundSettings made;
    made.speech = true;
    made.quiet = *DailyHours::parse("08:30-08:52");
    made.voices = Voices::read(HANDBELL_SHARE "/voice", "");
    return made;
  }
  static Screen at(const Screen& screen, int hour, int min) {
    Screen then = screen;
    then.clock = minute(hour, min);
    return then;
  }
  /// The chime and what the voice adds to it.
  [[nodiscard]] bool hears(std::size_t count) {
    return until([&] {
      loudspeaker_.serve(display_);
      return display_.heard.size() >= count;
    });
  }
  [[nodiscard]] static Samples prompt(const std::string& key, const std::string& language) {
    const SoundSettings own = settings();
    return at_volume(own.voices.prompt(key, language), own.volume);
  }

  EarDisplay display_;
  Loudspeaker loudspeaker_{settings(), {[] {}, [](const Fault&) {}}};
  const Sound in_{SoundName::in};
  const Screen late_ = screen_for(ScreenKind::late, "pl");
};

TEST_F(LoudspeakerTest, is_quiet_to_the_last_minute_of_its_hours_and_not_in_the_next) {
  loudspeaker_.sound(in_, at(late_, 8, 30), display_);
  loudspeaker_.sound(in_, at(late_, 8, 51), display_);
  EXPECT_TRUE(display_.heard.empty());
  loudspeaker_.sound(in_, at(late_, 8, 52), display_);
  EXPECT_EQ(display_.heard.size(), 1U);
}

TEST_F(LoudspeakerTest, without_a_trusted_clock_is_not_quiet_D17) {
  Screen untrusted = screen_for(ScreenKind::clock_unknown, "pl");
  loudspeaker_.sound(in_, untrusted, display_);
  ASSERT_TRUE(hears(3));
  EXPECT_EQ(display_.heard[1], prompt("you_are_in", "pl"));
  EXPECT_EQ(display_.heard[2], prompt("office_checks_time", "pl"));
}

TEST_F(LoudspeakerTest, a_sound_comes_first_and_the_sentence_after_it) {
  loudspeaker_.sound({SoundName::office}, at(screen_of(ScreenKind::see_office), 9, 0), display_);
  ASSERT_TRUE(hears(2));
  EXPECT_EQ(display_.heard[0], samples_of(Chime::office, settings().volume));
  EXPECT_EQ(display_.heard[1], prompt("go_to_office", "en"));
}

TEST_F(LoudspeakerTest, a_touch_leaves_a_result_to_be_heard_to_its_end) {
  loudspeaker_.sound(in_, at(late_, 9, 0), display_);
  loudspeaker_.stop_reading(display_);
  EXPECT_TRUE(hears(2));
}

TEST_F(LoudspeakerTest, who_comes_while_another_family_chooses_is_not_answered_in_its_language) {
  Screen choosing = at(in_language(months(), "pl"), 9, 0);
  loudspeaker_.sound(in_, choosing, display_);
  choosing.newcomer = ResultFor{"Ben R", "Foxes", "fox"};
  loudspeaker_.sound({SoundName::in, true}, choosing, display_);
  ASSERT_TRUE(hears(2));
  EXPECT_EQ(display_.heard[1], prompt("you_are_in", "en"));
}

TEST_F(LoudspeakerTest, one_card_at_a_time_is_said_without_a_sound_and_not_in_quiet_hours) {
  loudspeaker_.say(at(screen_of(ScreenKind::one_card), 8, 40), display_);
  loudspeaker_.say(at(screen_of(ScreenKind::one_card), 9, 0), display_);
  ASSERT_TRUE(hears(1));
  EXPECT_EQ(display_.heard, std::vector<Samples>{prompt("one_card", "en")});
}

TEST_F(LoudspeakerTest, a_school_that_wants_no_voice_hears_the_sound_alone) {
  SoundSettings silent = settings();
  silent.speech = false;
  Loudspeaker loudspeaker(silent, {[] {}, [](const Fault&) {}});
  loudspeaker.sound(in_, at(late_, 9, 0), display_);
  loudspeaker.say(at(screen_of(ScreenKind::one_card), 9, 0), display_);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  loudspeaker.serve(display_);
  EXPECT_EQ(display_.heard.size(), 1U);
}

}  // namespace
}  // namespace handbell::kiosk
