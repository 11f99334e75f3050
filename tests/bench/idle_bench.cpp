// What the kiosk does when nothing happens: nothing. In a real window under Xvfb, with a reader.
#include "../chain/running_school.h"
#include "figures.h"
#include <unistd.h>

#include <filesystem>
#include <sstream>

namespace handbell::bench {

namespace {

namespace fs = std::filesystem;

struct Use {
  double wakes = 0;    ///< times that a thread was woken
  double seconds = 0;  ///< of processor
};

/// Of a process with all its threads.
Use use_of(int pid) {
  Use use;
  const std::string folder = "/proc/" + std::to_string(pid);
  for (const auto& thread : fs::directory_iterator(folder + "/task")) {
    const std::string status = chain::text_of(thread.path().string() + "/status");
    const std::string key = "voluntary_ctxt_switches:";
    const auto at = status.find("\n" + key);
    if (at != std::string::npos) use.wakes += std::stod(status.substr(at + 1 + key.size()));
  }
  // Fields 14 and 15, counted behind the name in brackets.
  const std::string stat = chain::text_of(folder + "/stat");
  std::istringstream fields(stat.substr(stat.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  use.seconds = (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  return use;
}

int child_of(int pid) {
  const std::string path = "/proc/" + std::to_string(pid) + "/task/";
  for (const auto& thread : fs::directory_iterator(path)) {
    const std::string children = chain::text_of(thread.path().string() + "/children");
    if (!children.empty()) return std::stoi(children);
  }
  return 0;
}

}  // namespace

std::vector<Figure> idle_figures() {
  constexpr double kSeconds = 20;
  chain::RunningSchool school;
  const std::string display = ":" + std::to_string(6000 + ::getpid() % 3000);
  testing_support::RunningProgram screen(
      {"/usr/bin/Xvfb", display, "-screen", "0", "1280x800x24", "-nolisten", "tcp"},
      school.file("xvfb"));
  ::setenv("DISPLAY", display.c_str(), 1);
  ::setenv("SDL_AUDIODRIVER", "dummy", 1);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  testing_support::EmulatedReader chip(school.folder());
  school.start_office();
  testing_support::RunningProgram kiosk(
      {HANDBELL_BIN "/handbell-kiosk", "--site", school.site(), "--describe", "--display", "window",
       "--reader", chip.connection()},
      school.file("described"));
  testing_support::until([&] { return school.shows("School"); });
  std::this_thread::sleep_for(std::chrono::seconds(3));
  const int reader = child_of(kiosk.pid());
  const auto lines = school.described().size();
  const Use before = use_of(kiosk.pid());
  const Use reader_before = use_of(reader);
  std::this_thread::sleep_for(std::chrono::duration<double>(kSeconds));
  const Use after = use_of(kiosk.pid());
  const Use reader_after = use_of(reader);
  const double wakes = (after.wakes - before.wakes + reader_after.wakes - reader_before.wakes);
  const double busy = after.seconds - before.seconds + reader_after.seconds - reader_before.seconds;
  const bool redrawn = school.described().size() != lines;
  return {{"redraws in 20 s when nothing changes", redrawn ? 1.0 : 0.0, 0, "", true, ""},
          {"wake-ups of kiosk and reader, idle", wakes / kSeconds, 50, "a second", true, ""},
          {"processor of kiosk and reader, idle", busy / kSeconds * 100, 0.3, "% of a core", false,
           ""}};
}

}  // namespace handbell::bench
