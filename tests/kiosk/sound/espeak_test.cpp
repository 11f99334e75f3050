#include "app/kiosk/sound/espeak.h"

#include "recording.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

bool always() { return true; }

class EspeakTest : public ::testing::Test {
 protected:
  void TearDown() override { ::setenv("PATH", path_.c_str(), 1); }
  const std::string path_ = ::getenv("PATH");
};

TEST_F(EspeakTest, says_a_sentence_by_the_voice_of_its_language) {
  const auto english = said_by_espeak("Tap your card", "en-gb", always);
  const auto urdu =
      said_by_espeak("\u0627\u067E\u0646\u0627 \u06A9\u0627\u0631\u0688", "ur", always);
  ASSERT_TRUE(english && urdu);
  EXPECT_GT(seconds_of(*english), 0.5);
  EXPECT_LT(seconds_of(*english), 4);
  EXPECT_GT(loudest(*english), 3'000);
  EXPECT_NE(*english, *urdu);
}

TEST_F(EspeakTest, a_text_is_never_taken_for_an_option_or_markup) {
  const auto said = said_by_espeak("--version <b>", "en-gb", always);
  ASSERT_TRUE(said);
  EXPECT_GT(seconds_of(*said), 0.5);
}

TEST_F(EspeakTest, a_missing_program_is_a_fault) {
  ::setenv("PATH", "/nowhere", 1);
  EXPECT_EQ(said_by_espeak("Hello", "en-gb", always).error(),
            (Fault{FaultCode::voice_missing, "espeak-ng"}));
}

TEST_F(EspeakTest, what_nobody_wants_any_more_is_silence_and_no_fault) {
  const auto said = said_by_espeak("Hello", "en-gb", [] { return false; });
  ASSERT_TRUE(said);
  EXPECT_TRUE(said->empty());
}

}  // namespace
}  // namespace handbell::kiosk
