// The real kiosk in a real window (under Xvfb), pressed with a real pointer.
#include "../store/temporary_folder.h"
#include "emulated_reader.h"
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace handbell::kiosk {
namespace {

using testing_support::RunningProgram;
using testing_support::told;
using testing_support::until;

const std::string kBin = HANDBELL_BIN;

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string last_line(const std::string& path) {
  std::string text = text_of(path);
  if (!text.empty()) text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

class WindowTest : public ::testing::Test {
 protected:
  void SetUp() override {
    handbell("init " + site_ + " --rehearsal --name School");
    for (const std::string what : {"pupils", "cards", "calendar"}) {
      handbell("import " + what + " " HANDBELL_SOURCE "/assets/demo/" + what + ".csv");
    }
    handbell("clock set 2026-01-12T08:51:00");
    // The office gives the door book; then it may go.
    RunningProgram office({kBin + "/handbell-office", "--site", site_, "--listen", "127.0.0.1:0"},
                          folder_.file("office"));
    start_kiosk({"--display", "memory"});
    ASSERT_TRUE(until([&] { return shows("School"); }));
    kiosk_.reset();
    std::remove(described().c_str());
  }
  void handbell(const std::string& words) const {
    const std::string command =
        kBin + "/handbell --site " + site_ + " " + words + " >" + folder_.file("said") + " 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << command << "\n" << text_of(folder_.file("said"));
  }
  void start_kiosk(const std::vector<std::string>& more) {
    std::vector<std::string> command{
        kBin + "/handbell-kiosk", "--site", site_, "--describe", "--control",
        folder_.file("control")};
    command.insert(command.end(), more.begin(), more.end());
    kiosk_.emplace(command, described());
  }
  [[nodiscard]] std::string described() const { return folder_.file("described"); }
  [[nodiscard]] bool shows(const std::string& words) const {
    return last_line(described()).find(words) != std::string::npos;
  }
  int run(const std::string& command) const {
    return std::system((command + " >>" + folder_.file("said") + " 2>&1").c_str());
  }

  store::TemporaryFolder folder_;
  std::string site_ = folder_.file("site");
  std::optional<RunningProgram> kiosk_;
};

TEST_F(WindowTest, a_card_is_shown_and_not_me_is_pressed_with_a_pointer) {
  const std::string display = ":" + std::to_string(100 + ::getpid() % 5000);
  RunningProgram screen(
      {"/usr/bin/Xvfb", display, "-screen", "0", "1280x800x24", "-nolisten", "tcp"},
      folder_.file("xvfb"));
  ::setenv("DISPLAY", display.c_str(), 1);
  ::setenv("SDL_AUDIODRIVER", "dummy", 1);
  ASSERT_TRUE(until([&] { return run("xdotool getmouselocation") == 0; }));
  start_kiosk({"--display", "window"});
  ASSERT_TRUE(until([&] { return shows(R"("screen":"idle")"); })) << text_of(described());
  ASSERT_EQ(told(folder_.file("control"), "card 042CDB325E3BD3"), "ok");
  ASSERT_TRUE(until([&] { return shows(R"("screen":"late")"); })) << text_of(described());
  EXPECT_TRUE(shows("Fatima A"));
  std::this_thread::sleep_for(std::chrono::milliseconds(400));  // touches at once are not meant
  const std::string picture = std::string(HANDBELL_ACTUAL) + "/window.png";
  ASSERT_EQ(run("import -window root " + picture), 0);
  // The amber of "late" is at the top of the real window.
  ASSERT_EQ(run("convert " + picture + " -crop 1x1+640+10 -depth 8 txt:" + folder_.file("pixel")),
            0);
  EXPECT_NE(text_of(folder_.file("pixel")).find("#FFC840"), std::string::npos)
      << text_of(folder_.file("pixel"));
  ASSERT_EQ(run("xdotool mousemove 1050 690 click 1"), 0);
  EXPECT_TRUE(until([&] { return shows(R"("screen":"idle")"); })) << text_of(described());
  EXPECT_EQ(kiosk_->end(SIGTERM), 0);
  handbell("verify");
}

}  // namespace
}  // namespace handbell::kiosk
