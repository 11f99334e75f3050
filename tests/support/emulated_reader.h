// The emulated PN532 as a program of its own, with cards held to it by the test.
#pragma once

#include "running_program.h"
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

namespace handbell::testing_support {

/// One line to a socket, one line back; empty where nobody answers.
inline std::string told(const std::string& socket_path, const std::string& line) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::copy(socket_path.begin(), socket_path.end(), address.sun_path);
  const int caller = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::string answer;
  const std::string sent = line + "\n";
  if (::connect(caller, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::send(caller, sent.data(), sent.size(), MSG_NOSIGNAL) > 0) {
    std::array<char, 512> buffer{};
    const auto got = ::recv(caller, buffer.data(), buffer.size(), 0);
    if (got > 0) answer.assign(buffer.data(), static_cast<std::size_t>(got) - 1);
  }
  ::close(caller);
  return answer;
}

class EmulatedReader {
 public:
  explicit EmulatedReader(const std::string& folder)
      : link_(folder + "/reader"),
        control_(folder + "/reader.sock"),
        program_({HANDBELL_BIN "/handbell-pn532", "--link", link_, "--control", control_}) {
    until([&] { return say("state") != ""; });
  }

  std::string say(const std::string& line) { return told(control_, line); }
  [[nodiscard]] std::string connection() const { return "pn532_uart:" + link_; }

 private:
  std::string link_;
  std::string control_;
  RunningProgram program_;
};

}  // namespace handbell::testing_support
