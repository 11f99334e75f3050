// The real kiosk with a real window, on an X server without a screen.
#pragma once

#include "../chain/running_school.h"

#include <filesystem>

namespace handbell::bench {

/// Xvfb; what is started afterwards shows itself there. Its sounds go nowhere.
class VirtualScreen {
 public:
  explicit VirtualScreen(const std::string& log)
      : number_(std::to_string(6000 + ::getpid() % 3000)),
        program_(
            {"/usr/bin/Xvfb", ":" + number_, "-screen", "0", "1280x800x24", "-nolisten", "tcp"},
            log) {
    ::setenv("DISPLAY", (":" + number_).c_str(), 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    testing_support::until([&] { return std::filesystem::exists("/tmp/.X11-unix/X" + number_); });
  }
  VirtualScreen(const VirtualScreen&) = delete;
  VirtualScreen& operator=(const VirtualScreen&) = delete;
  ~VirtualScreen() { program_.end(SIGTERM); }

 private:
  std::string number_;
  testing_support::RunningProgram program_;
};

/// Describes each screen in the school's file "described" as soon as it was shown. `more`: further
/// options of the program.
class KioskInWindow {
 public:
  explicit KioskInWindow(const chain::RunningSchool& school, std::vector<std::string> more = {})
      : program_(command(school, std::move(more)), fresh(school.file("described"))) {}

  [[nodiscard]] pid_t pid() const { return program_.pid(); }
  int end() { return program_.end(SIGTERM); }

 private:
  static std::vector<std::string> command(const chain::RunningSchool& school,
                                          std::vector<std::string> more) {
    std::vector<std::string> words{HANDBELL_BIN "/handbell-kiosk",
                                   "--site",
                                   school.site(),
                                   "--describe",
                                   "--display",
                                   "window"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  static std::string fresh(const std::string& file) {
    std::remove(file.c_str());
    return file;
  }

  testing_support::RunningProgram program_;
};

}  // namespace handbell::bench
