// handbell-pn532: a reader that is none, for the demo and the tests. Wiring only.
#include "drivers/pn532/emulator.h"

#include "command_words.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>

namespace {

std::atomic<bool> end_asked{false};

void ask_end(int) { end_asked = true; }

handbell::pn532::Micros micros_now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("An emulated PN532 on a pseudo-terminal");
  handbell::pn532::EmulatorPaths paths;
  app.add_option("--link", paths.link, "name of the serial port to make")->required();
  app.add_option("--control", paths.control, "socket that takes on, off and fault")->required();
  if (const auto status = handbell::ends_with(app, argc, argv)) return *status;
  struct sigaction action {};
  action.sa_handler = ask_end;
  ::sigaction(SIGTERM, &action, nullptr);
  ::sigaction(SIGINT, &action, nullptr);
  auto emulator = handbell::pn532::Emulator::make(paths, micros_now);
  if (!emulator) {
    std::cerr << handbell::sentence(emulator.error()) << "\n";
    return 1;
  }
  emulator->run(end_asked);
  return 0;
}
