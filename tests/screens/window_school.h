// A rehearsal school whose kiosk shows itself in a real window.
#pragma once

#include "../store/temporary_folder.h"
#include "emulated_reader.h"
#include "virtual_screen.h"
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace handbell::kiosk {

using testing_support::RunningProgram;
using testing_support::told;
using testing_support::until;

inline const std::string kBin = HANDBELL_BIN;

inline std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The newest screen; between screens the kiosk, and SDL, may say something else.
inline std::string last_line(const std::string& path) {
  std::ifstream file(path);
  std::string newest;
  for (std::string line; std::getline(file, line) && !file.eof();) {
    if (line.starts_with("{")) newest = std::move(line);
  }
  return newest;
}

class WindowSchool : public ::testing::Test {
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
  /// The kiosk as the one window of a Wayland compositor, which refuses root: this user under
  /// another number.
  void start_kiosk_in_cage() {
    const std::string runtime = folder_.file("runtime");
    std::filesystem::create_directories(runtime);
    std::filesystem::permissions(runtime, std::filesystem::perms::owner_all);
    const std::string as_user =
        ::geteuid() == 0 ? "unshare -U --map-user=1000 --map-group=1000 " : "";
    const std::string command =
        "exec " + as_user + "env XDG_RUNTIME_DIR=" + runtime +
        " WLR_BACKENDS=x11 WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 SDL_VIDEODRIVER=wayland"
        " cage -- " +
        kBin + "/handbell-kiosk --site " + site_ +
        " --describe --display window"
        " --control " +
        folder_.file("control");
    kiosk_.emplace(std::vector<std::string>{"/bin/sh", "-c", command}, described());
  }
  /// Ends the kiosk itself; the compositor then ends with the kiosk's status.
  int end_kiosk_in_cage() {
    const std::string lock = text_of(site_ + "/kiosk-1/lock");
    const auto at = lock.find_first_of("0123456789");
    if (at == std::string::npos) return -1;
    ::kill(std::stoi(lock.substr(at)), SIGTERM);
    return kiosk_->wait();
  }
  int run(const std::string& command) const {
    return std::system((command + " >>" + folder_.file("said") + " 2>&1").c_str());
  }

  /// Held up long enough after the screen changed: touches at once are not meant.
  static void let_it_be_seen() { std::this_thread::sleep_for(std::chrono::milliseconds(400)); }
  /// A card was held up, and the child is in.
  void come_in() {
    ASSERT_EQ(told(folder_.file("control"), "card 042CDB325E3BD3"), "ok");
    ASSERT_TRUE(until([&] { return shows(R"("screen":"late")"); })) << text_of(described());
    let_it_be_seen();
  }
  /// The screen that a program's window is on.
  static void use_display(const std::string& display) {
    ::setenv("DISPLAY", display.c_str(), 1);
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
  }

  /// Xvfb with a screen of this size.
  void open_screen(const std::string& size) {
    screen_.emplace(size, folder_.file("xvfb"));
    ASSERT_TRUE(screen_->works()) << text_of(folder_.file("xvfb"));
  }

  store::TemporaryFolder folder_;
  std::string site_ = folder_.file("site");
  std::optional<testing_support::VirtualScreen>
      screen_;  ///< goes after the kiosk whose window is on it
  std::optional<RunningProgram> kiosk_;
};

}  // namespace handbell::kiosk
