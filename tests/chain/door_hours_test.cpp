// What handbell.toml says of the door, at the real kiosk: night, dim hours, going out, and more
// time.
#include "evidence.h"

namespace handbell::chain {
namespace {

class DoorHoursTest : public ::testing::Test {
 protected:
  void SetUp() override { school_.learn_school(); }
  /// `key` gets this value in the machine's file.
  void set(const std::string& key, const std::string& value) const {
    const std::string path = school_.site() + "/handbell.toml";
    std::string text = text_of(path);
    const auto at = text.find("\n" + key + " = ");
    ASSERT_NE(at, std::string::npos) << key;
    const auto end = text.find('\n', at + 1);
    text.replace(at, end - at, "\n" + key + " = " + value);
    std::ofstream(path) << text;
  }
  [[nodiscard]] bool comes(const std::string& screen) const {
    return until([&] { return school_.shows_screen(screen); }, 5);
  }
  RunningSchool school_;
};

TEST_F(DoorHoursTest, at_night_the_screen_is_black_until_a_finger_or_a_card) {
  set("night", "\"18:00-08:50\"");
  school_.set_clock("2026-01-12T08:49:30");
  school_.start_kiosk();
  ASSERT_TRUE(comes("night")) << school_.lately();
  EXPECT_FALSE(school_.shows("Tap your card"));
  EXPECT_EQ(told(school_.control(), "press "), "ok");
  EXPECT_TRUE(comes("idle")) << school_.lately();
  const auto child = children_of(school_).front();
  (void)school_.card(child.card);
  EXPECT_TRUE(until([&] { return school_.greets(child.shown); })) << school_.lately();
}

TEST_F(DoorHoursTest, at_the_end_of_the_night_the_screen_wakes_by_itself) {
  set("night", "\"18:00-08:50\"");
  school_.handbell("clock set 2026-01-12T08:49:56");
  school_.start_kiosk();
  EXPECT_TRUE(comes("night")) << school_.lately();
  EXPECT_TRUE(comes("idle")) << school_.lately();
}

TEST_F(DoorHoursTest, a_school_may_do_without_going_out_and_without_look_ups) {
  school_.start_kiosk();
  ASSERT_TRUE(comes("idle"));
  EXPECT_TRUE(school_.shows("going_out") && school_.shows("no_card")) << school_.lately();
  school_.end_kiosk();
  set("going_out", "false");
  set("look_up", "\"off\"");
  school_.start_kiosk();
  ASSERT_TRUE(comes("idle"));
  EXPECT_FALSE(school_.shows("going_out") || school_.shows("no_card")) << school_.lately();
  for (const char* button : {"going_out", "no_card"}) {
    (void)told(school_.control(), std::string("press ") + button);
  }
  EXPECT_TRUE(comes("idle"));
  EXPECT_EQ(school_.end_kiosk(), 0);
}

}  // namespace
}  // namespace handbell::chain
