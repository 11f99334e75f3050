// handbell-reader CONNECTION: one reader, in a process of its own. Wiring only.
//
// How the connection begins says which driver: "pcsc:NAME", "wedge:PATH#FORMAT", else libnfc's.
// What it finds goes line by line to its output. It ends with whoever started it.
#include "drivers/card/nfc_loop.h"
#include "drivers/card/parent_lines.h"
#include "drivers/card/pcsc_loop.h"
#include "drivers/card/wedge_loop.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

using handbell::Millis;
using handbell::Steady;

Steady since_start_of_machine() {
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  return {std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000};
}

void sleep_for(Millis length) {
  const timespec wait{length.count / 1000, length.count % 1000 * 1'000'000};
  ::nanosleep(&wait, nullptr);
}

bool tell(const handbell::card::ReaderLine& line) {
  const std::string text = line_of(line) + "\n";
  return ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

/// libnfc breaks where its files get the numbers of the standard ones.
void hold_standard_descriptors() {
  while (true) {
    const int held = ::open("/dev/null", O_RDWR);
    if (held > STDERR_FILENO) {
      ::close(held);
      return;
    }
  }
}

int read_wedge(const std::string& connection, const handbell::card::LoopHands& hands) {
  auto name = handbell::card::parse_wedge_name(connection);
  if (!name) {
    std::cerr << sentence(name.error()) << '\n';
    return 2;
  }
  const auto open = [](const std::string& path) {
    return handbell::card::open_keyboard(path, since_start_of_machine);
  };
  handbell::card::WedgeLoop(std::move(*name), open, hands).run();
  return 0;
}

void read_nfc(const std::string& connection, const handbell::card::LoopHands& hands) {
  ::setenv("LIBNFC_LOG_LEVEL", "0", 1);      // NOLINT(concurrency-mt-unsafe): one thread
  ::setenv("LIBNFC_AUTO_SCAN", "false", 1);  // NOLINT(concurrency-mt-unsafe)
  handbell::card::NfcLoop(connection, hands).run();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || argv[1][0] == '-') {
    std::cerr << "Which reader? For example: handbell-reader pn532_uart:/dev/handbell-reader\n";
    return 2;
  }
  hold_standard_descriptors();
  // libnfc waits by select(), which ends the process where a descriptor is above 1023.
  ::close_range(STDERR_FILENO + 1, ~0U, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const std::string connection = argv[1];
  handbell::card::ParentLines parent(STDIN_FILENO);
  const auto tell_parent = [&](const handbell::card::ReaderLine& line) {
    return !parent.ended() && tell(line);
  };
  const handbell::card::LoopHands hands{since_start_of_machine, sleep_for, tell_parent,
                                        [&] { return parent.next(); }};
  if (connection.starts_with("wedge:")) return read_wedge(connection, hands);
  if (connection.starts_with("pcsc:")) {
    handbell::card::PcscLoop(connection, hands).run();
  } else {
    read_nfc(connection, hands);
  }
  return 0;
}
