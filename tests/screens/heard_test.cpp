// What the real kiosk plays, sample for sample: SDL's disk driver writes it to a file.
#include "app/kiosk/sound/chime.h"
#include "app/kiosk/sound/espeak.h"
#include "app/kiosk/sound/voices.h"

#include "../kiosk/sound/recording.h"
#include "window_school.h"

#include <algorithm>
#include <cstring>

namespace handbell::kiosk {
namespace {

constexpr int kVolume = 60;  // as handbell.toml is made

class HeardTest : public WindowSchool {
 protected:
  void SetUp() override {
    WindowSchool::SetUp();
    open_screen("1280x800");
    ::setenv("SDL_AUDIODRIVER", "disk", 1);
    ::setenv("SDL_DISKAUDIOFILE", raw_.c_str(), 1);
  }
  void TearDown() override { ::setenv("PATH", path_.c_str(), 1); }
  /// Puts `key = value` in the place of what handbell.toml has.
  void configure(const std::string& key, const std::string& value) {
    std::string text = text_of(site_ + "/handbell.toml");
    const auto at = text.find("\n" + key + " = ") + 1;
    ASSERT_NE(at, std::string::npos + 1) << key;
    text.replace(at, text.find('\n', at) - at, key + " = " + value);
    std::ofstream(site_ + "/handbell.toml") << text;
  }
  void start() {
    start_kiosk({"--display", "window"});
    ASSERT_TRUE(until([&] { return shows(R"("screen":"idle")"); })) << text_of(described());
    let_it_be_seen();
  }
  void tell(const std::string& line) { ASSERT_EQ(told(folder_.file("control"), line), "ok"); }

  /// Since the loudspeaker was opened last.
  [[nodiscard]] Samples heard() const {
    const std::string bytes = text_of(raw_);
    Samples samples(bytes.size() / sizeof(Samples::value_type));
    if (samples.empty()) return samples;
    std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(Samples::value_type));
    return samples;
  }
  /// Where the silence after the last sound begins, in seconds.
  [[nodiscard]] double end_of_sound() const {
    Samples samples = heard();
    while (!samples.empty() && std::abs(int{samples.back()}) < 20) samples.pop_back();
    return seconds_of(samples);
  }
  /// Where these samples begin; nothing where they were not heard.
  [[nodiscard]] std::optional<std::size_t> place_of(const Samples& wanted) const {
    const Samples all = heard();
    const auto found = std::search(all.begin(), all.end(), wanted.begin(), wanted.end());
    if (wanted.empty() || found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
  }
  [[nodiscard]] bool hears(const Samples& wanted) const {
    return until([&] { return place_of(wanted).has_value(); });
  }
  [[nodiscard]] Samples prompt(const std::string& key, const std::string& language) const {
    const Voices voices = Voices::read(kBin + "/../share/handbell/voice", site_ + "/kiosk-1/voice");
    return at_volume(voices.prompt(key, language), kVolume);
  }
  [[nodiscard]] static Samples read_out(const std::string& text) {
    const auto said = said_by_espeak(text, "en-gb", [] { return true; });
    return said ? at_volume(*said, kVolume) : Samples{};
  }
  /// The thread by which SDL feeds a loudspeaker is there.
  [[nodiscard]] bool loudspeaker_open() const {
    const std::string tasks = "/proc/" + std::to_string(kiosk_->pid()) + "/task";
    std::error_code error;
    for (const auto& task : std::filesystem::directory_iterator(tasks, error)) {
      if (text_of(task.path().string() + "/comm").starts_with("SDLAudio")) return true;
    }
    return false;
  }
  [[nodiscard]] bool comes_to_rest() const {
    return until([&] { return !loudspeaker_open(); });
  }
  [[nodiscard]] std::size_t times_told(const std::string& words) const {
    const std::string text = text_of(described());
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
      ++count;
    }
    return count;
  }

  std::string raw_ = folder_.file("heard.raw");
  const std::string path_ = ::getenv("PATH");
};

TEST_F(HeardTest, a_result_is_a_chime_alone_unless_the_school_wants_a_voice) {
  start();
  come_in();
  EXPECT_TRUE(hears(samples_of(Chime::in, kVolume)));
  EXPECT_TRUE(comes_to_rest());
  EXPECT_LT(end_of_sound(), 0.75);
}

TEST_F(HeardTest, a_voice_says_the_result_after_the_chime_in_the_language_of_the_family) {
  configure("speech", "true");
  start();
  come_in();
  ASSERT_TRUE(hears(prompt("you_are_in", "ur")));
  const Samples chime = samples_of(Chime::in, kVolume);
  ASSERT_TRUE(hears(chime));
  EXPECT_GE(*place_of(prompt("you_are_in", "ur")), *place_of(chime) + chime.size());
  EXPECT_TRUE(comes_to_rest()) << "while the result is still there";
  EXPECT_TRUE(shows(R"("screen":"late")"));
  EXPECT_FALSE(place_of(prompt("you_are_in", "en"))) << "in one language";
}

TEST_F(HeardTest, the_next_card_silences_the_voice_of_the_one_before) {
  configure("speech", "true");
  start();
  come_in();
  tell("card 00112233");
  ASSERT_TRUE(until([&] { return shows(R"("screen":"see_office")"); })) << text_of(described());
  ASSERT_TRUE(hears(prompt("go_to_office", "en")));
  EXPECT_FALSE(place_of(prompt("you_are_in", "ur"))) << "it was cut off";
}

TEST_F(HeardTest, in_quiet_hours_nothing_sounds_but_what_somebody_asks_for) {
  configure("speech", "true");
  configure("read_aloud", "true");
  configure("quiet", "\"08:30-09:30\"");
  start();
  come_in();
  tell("press not_me");
  ASSERT_TRUE(until([&] { return shows(R"("screen":"idle")"); }));
  EXPECT_FALSE(std::filesystem::exists(raw_)) << "no loudspeaker was opened";
  tell("press read_aloud");
  EXPECT_TRUE(hears(read_out("Please press the button.")));
}

TEST_F(HeardTest, a_screen_is_read_aloud_without_a_name_and_a_touch_stops_it) {
  configure("read_aloud", "true");
  start();
  tell("press read_aloud");
  ASSERT_TRUE(hears(read_out("Going out"))) << text_of(described());
  EXPECT_TRUE(hears(read_out("Please press the button.")));
  ASSERT_TRUE(comes_to_rest());
  EXPECT_FALSE(place_of(read_out("School"))) << "what is no phrase is not said";
  const double whole = end_of_sound();
  EXPECT_GT(whole, 1.5);
  tell("press read_aloud");
  ASSERT_TRUE(until([&] { return loudspeaker_open() && end_of_sound() > 0.3; }));
  tell("press going_out");
  ASSERT_TRUE(comes_to_rest());
  EXPECT_LT(end_of_sound(), whole - 0.5);
}

TEST_F(HeardTest, a_list_that_takes_longer_than_its_time_is_read_to_its_end) {
  configure("read_aloud", "true");
  start();
  tell("press no_card");
  tell("press choice:0");
  ASSERT_TRUE(until([&] { return shows(R"("screen":"pick_month")"); })) << text_of(described());
  tell("press read_aloud");
  constexpr int kLong = 40;
  ASSERT_TRUE(until([&] { return loudspeaker_open(); }));
  ASSERT_TRUE(until([&] { return !loudspeaker_open(); }, kLong));
  EXPECT_TRUE(place_of(read_out("December")));
  EXPECT_GT(end_of_sound(), 15);
  std::this_thread::sleep_for(std::chrono::seconds(4));  // longer than the list's own time by now
  EXPECT_TRUE(shows(R"("screen":"pick_month")")) << text_of(described());
}

TEST_F(HeardTest, names_are_read_where_the_school_wants_them) {
  configure("read_aloud", "true");
  configure("says_names", "true");
  start();
  tell("press read_aloud");
  EXPECT_TRUE(hears(read_out("School")));
}

TEST_F(HeardTest, a_recording_of_the_school_is_heard_and_a_broken_one_is_told_once) {
  configure("speech", "true");
  write_bytes(site_ + "/kiosk-1/voice/ur/you_are_in.wav", recording(1.5, 22'050));
  write_bytes(site_ + "/kiosk-1/voice/en/go_to_office.wav", "no sound at all");
  start();
  EXPECT_EQ(times_told("en/go_to_office.wav, which is no WAV file"), 1U) << text_of(described());
  come_in();
  EXPECT_TRUE(hears(
      at_volume(Voices::read("", site_ + "/kiosk-1/voice").prompt("you_are_in", "ur"), kVolume)));
  tell("card 00112233");
  EXPECT_TRUE(hears(prompt("go_to_office", "en")));
}

TEST_F(HeardTest, without_espeak_one_sentence_says_so_and_the_kiosk_goes_on) {
  configure("read_aloud", "true");
  ::setenv("PATH", "/nowhere", 1);
  start();
  ::setenv("PATH", path_.c_str(), 1);
  tell("press read_aloud");
  ASSERT_TRUE(until([&] { return times_told("Nothing can be read aloud") == 1; }));
  tell("press read_aloud");
  come_in();
  EXPECT_EQ(times_told("Nothing can be read aloud"), 1U) << text_of(described());
}

TEST_F(HeardTest, without_a_loudspeaker_the_kiosk_takes_cards_and_touches_all_the_same) {
  ::setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
  configure("speech", "true");
  configure("read_aloud", "true");
  start();
  tell("press read_aloud");
  come_in();
  EXPECT_FALSE(std::filesystem::exists(raw_));
  EXPECT_EQ(kiosk_->end(SIGTERM), 0);
  handbell("verify");
}

}  // namespace
}  // namespace handbell::kiosk
