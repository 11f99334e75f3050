#include "drivers/control/line_client.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace handbell::control {

Result<std::string> say(const std::string& socket_path, const std::string& line) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path.size() >= sizeof address.sun_path) {
    return fail(FaultCode::address_wrong, socket_path);
  }
  std::copy(socket_path.begin(), socket_path.end(), address.sun_path);
  const int caller = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{2, 0};
  ::setsockopt(caller, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what connect() takes
  const auto* name = reinterpret_cast<const sockaddr*>(&address);
  const std::string sent = line + "\n";
  std::array<char, 512> buffer{};
  ssize_t got = -1;
  if (::connect(caller, name, sizeof address) == 0 &&
      ::send(caller, sent.data(), sent.size(), MSG_NOSIGNAL) > 0) {
    got = ::recv(caller, buffer.data(), buffer.size(), 0);
  }
  ::close(caller);
  if (got <= 0) return fail(FaultCode::program_failed, socket_path + ": no answer");
  return std::string(buffer.data(), static_cast<std::size_t>(got) - 1);
}

}  // namespace handbell::control
