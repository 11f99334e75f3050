// The real kiosk with a real window, on an X server without a screen.
#pragma once

#include "../chain/running_school.h"
#include "virtual_screen.h"

namespace handbell::bench {

/// What is started afterwards shows itself there.
class VirtualScreen {
 public:
  explicit VirtualScreen(const std::string& said) : screen_("1280x800", said) {
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
  }

 private:
  testing_support::VirtualScreen screen_;
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
