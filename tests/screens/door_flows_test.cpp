// What an adult chooses at the real kiosk, in a real window, ends in the register: by a pointer
// under Xvfb, and by fingers under Xorg.
#include "app/store/register_file.h"

#include "counted_random.h"
#include "finger_screen.h"
#include "window_school.h"
#include <nlohmann/json.hpp>

#include <array>
#include <functional>
#include <thread>

namespace handbell::kiosk {
namespace {

using testing_support::FingerScreen;
using Press = std::function<void(double x, double y)>;

class DoorFlowTest : public WindowSchool {
 protected:
  void open_screen() {
    WindowSchool::open_screen("1280x800");
    press_ = [this](double x, double y) {
      EXPECT_EQ(run("xdotool mousemove " + std::to_string(static_cast<int>(x)) + " " +
                    std::to_string(static_cast<int>(y)) + " click 1"),
                0);
    };
  }
  void open_touch_screen() {
    fingers_.emplace(folder_.path());
    ASSERT_TRUE(fingers_->works()) << text_of(folder_.file("xorg.log"));
    use_display(fingers_->display());
    press_ = [this](double x, double y) { fingers_->press(x, y); };
  }
  void begin() {
    office_.emplace(std::vector<std::string>{kBin + "/handbell-office", "--site", site_, "--listen",
                                             "127.0.0.1:0"},
                    folder_.file("office"));
    start_kiosk({"--display", "window"});
    wait_for("idle");
    // The first picture is on the screen before a finger comes.
    ASSERT_TRUE(until([&] { return run("xdotool search --name Handbell") == 0; }));
    let_it_be_seen();
  }
  void wait_for(const std::string& screen) {
    ASSERT_TRUE(until([&] { return shows("\"screen\":\"" + screen + "\""); }))
        << screen << "\n"
        << last_line(described());
    let_it_be_seen();
  }
  /// Where the screen says that this button is.
  void press(const std::string& label) {
    const auto screen = nlohmann::json::parse(last_line(described()), nullptr, false);
    ASSERT_FALSE(screen.is_discarded());
    for (const auto& button : screen["buttons"]) {
      if (button["label"] != label) continue;
      const auto box = button["box"].get<std::array<double, 4>>();
      press_((box[0] + box[2] / 2) / 217 * 1280, (box[1] + box[3] / 2) / 136 * 800);
      ++touches_;
      return;
    }
    FAIL() << "no " << label << " in " << screen.dump();
  }
  void press(const std::string& label, const std::string& then) {
    ASSERT_NO_FATAL_FAILURE(press(label));
    wait_for(then);
  }
  /// What the register holds of this kind.
  template <class Kind>
  std::vector<Kind> in_register() const {
    CountedRandom random;
    const auto file = store::RegisterFile::open_for_pages(site_ + "/office/register.db", random);
    std::vector<Kind> found;
    if (!file) return found;
    const auto events = (*file)->events(SchoolDay::parse("2026-01-12").value());
    if (!events) return found;
    for (const auto& seen : *events) {
      if (const auto* one = std::get_if<Kind>(&seen.event)) found.push_back(*one);
    }
    return found;
  }

  void sign_in_without_a_card() {
    begin();
    press("No card today", "pick_class");
    press("Bees", "pick_month");
    press("December", "pick_child");
    press("Toby H", "late");
    EXPECT_EQ(touches_, 4);
    ASSERT_TRUE(until([&] { return in_register<reg::Arrived>().size() == 1; }));
    const auto came = in_register<reg::Arrived>();
    EXPECT_EQ(came.front().means, reg::ArrivalMeans::lookup);
    EXPECT_EQ(came.front().proposal->text(), "L");
  }
  void ask_for_a_child() {
    begin();
    come_in();
    // Nobody has to say why.
    wait_for("pick_reason");
    press("Skip", "idle");
    touches_ = 0;
    press("Going out", "out_child");
    ASSERT_EQ(told(folder_.file("control"), "card 042CDB325E3BD3"), "ok");
    wait_for("out_who");
    press("Grandparent", "out_why");
    press("Appointment", "out_back");
    press("Back today", "someone_comes");
    EXPECT_EQ(touches_, 4);
    ASSERT_TRUE(until([&] { return in_register<reg::ReleaseAsked>().size() == 1; }));
    const auto asked = in_register<reg::ReleaseAsked>();
    EXPECT_EQ(asked.front().who, "grandparent");
    EXPECT_EQ(asked.front().why, "appointment");
    EXPECT_TRUE(asked.front().back_today);
    // The screen is free for the next family, without a touch.
    wait_for("idle");
    EXPECT_EQ(touches_, 4);
  }

  int touches_ = 0;
  Press press_;
  std::optional<FingerScreen> fingers_;
  std::optional<RunningProgram> office_;
};

TEST_F(DoorFlowTest, a_child_without_a_card_is_in_the_register_after_four_clicks) {
  open_screen();
  sign_in_without_a_card();
}

TEST_F(DoorFlowTest, a_child_without_a_card_is_in_the_register_after_four_touches) {
  open_touch_screen();
  sign_in_without_a_card();
}

TEST_F(DoorFlowTest, who_asks_for_a_child_with_a_pointer_is_in_the_register) {
  open_screen();
  ask_for_a_child();
}

TEST_F(DoorFlowTest, who_asks_for_a_child_with_a_finger_is_in_the_register) {
  open_touch_screen();
  ask_for_a_child();
}

}  // namespace
}  // namespace handbell::kiosk
