#include "app/kiosk/sound/wav.h"

#include "../../store/temporary_folder.h"
#include "recording.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

class WavTest : public ::testing::Test {
 protected:
  Result<Samples> read(const std::string& bytes) {
    write_bytes(path_, bytes);
    return read_recording(path_);
  }
  std::string why(const std::string& bytes) {
    const auto samples = read(bytes);
    return samples ? "" : samples.error().where;
  }

  store::TemporaryFolder folder_;
  std::string path_ = folder_.file("said.wav");
};

TEST_F(WavTest, a_recording_of_any_rate_and_channels_is_as_long_and_loud_as_it_was) {
  for (const int rate : {8'000, 22'050, 44'100, 48'000}) {
    for (const int channels : {1, 2}) {
      const auto samples = read(recording(1.5, rate, channels));
      ASSERT_TRUE(samples) << rate;
      EXPECT_NEAR(seconds_of(*samples), 1.5, 0.02) << rate << " " << channels;
      EXPECT_NEAR(loudest(*samples), 10'000, 600) << rate << " " << channels;
    }
  }
}

TEST_F(WavTest, what_is_no_sound_is_a_fault_however_it_is_cut) {
  const std::string whole = recording(0.5, 22'050);
  EXPECT_EQ(why("ID3 this is no WAV"), "which is no WAV file");
  EXPECT_EQ(why(""), "which is no WAV file");
  for (std::size_t length = 0; length <= 44; ++length) {
    EXPECT_EQ(why(whole.substr(0, length)), "which is no WAV file") << length;
  }
  EXPECT_TRUE(read(whole));
}

TEST_F(WavTest, a_file_that_is_not_there_or_too_long_is_a_fault) {
  EXPECT_EQ(read_recording(folder_.file("gone.wav")).error().where, "which cannot be read");
  EXPECT_EQ(read_recording(folder_.path()).error().code, FaultCode::voice_unusable);
  EXPECT_TRUE(read(recording(9.9, 22'050)));
  EXPECT_EQ(why(recording(10.1, 8'000)), "which is longer than 10 seconds");
  EXPECT_EQ(why(recording(60, 48'000, 2)), "which is longer than 10 seconds");
}

TEST(Samples, are_made_quieter_by_the_volume_and_silent_at_none) {
  EXPECT_EQ(at_volume({1000, -1000}, 60), (Samples{600, -600}));
  EXPECT_EQ(at_volume({1000, -32768}, 100), (Samples{1000, -32768}));
  EXPECT_EQ(at_volume({1000, -1000}, 0), (Samples{0, 0}));
}

}  // namespace
}  // namespace handbell::kiosk
