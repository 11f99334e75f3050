// An X server without a screen (Xvfb), under a number that nobody else has.
#pragma once

#include "running_program.h"

#include <cstdlib>
#include <fstream>

namespace handbell::testing_support {

/// ":3", that an X server which was started with "-displayfd 1" wrote to this file; empty where it
/// did not come up.
inline std::string display_in(const std::string& said) {
  std::string number;
  const bool came = until([&] {
    std::ifstream file(said);
    number.clear();
    for (std::string line; std::getline(file, line) && !file.eof();) {
      if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) number = line;
    }
    return !number.empty();
  });
  return came ? ":" + number : "";
}

class VirtualScreen {
 public:
  /// `size`: "1280x800". `said`: a file for its words. Programs that are started afterwards show
  /// themselves there; their sounds go nowhere.
  VirtualScreen(const std::string& size, const std::string& said)
      // It must not begin anew when its first client has gone.
      : program_({"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten",
                  "tcp", "-noreset"},
                 said),
        display_(display_in(said)) {
    ::setenv("DISPLAY", display_.c_str(), 1);
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
  }
  VirtualScreen(const VirtualScreen&) = delete;
  VirtualScreen& operator=(const VirtualScreen&) = delete;
  ~VirtualScreen() { program_.end(SIGTERM); }

  [[nodiscard]] bool works() const { return !display_.empty(); }

 private:
  RunningProgram program_;
  std::string display_;
};

}  // namespace handbell::testing_support
