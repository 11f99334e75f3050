#include "drivers/printer/emulated_printer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

namespace handbell::printer {

namespace {

constexpr int kTurn = 20;  // ms

bool readable(int fd) {
  pollfd wanted{fd, POLLIN, 0};
  return ::poll(&wanted, 1, kTurn) > 0;
}

}  // namespace

Result<std::unique_ptr<EmulatedPrinter>> EmulatedPrinter::listening(int port) {
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int yes = 1;
  ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  // A small one, as a printer has: what it does not take is seen.
  const int room = 2048;
  ::setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  socklen_t size = sizeof address;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what bind() takes
  auto* name = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener, name, size) != 0 || ::listen(listener, 4) != 0 ||
      ::getsockname(listener, name, &size) != 0) {
    ::close(listener);
    return fail(FaultCode::address_taken, "127.0.0.1:" + std::to_string(port));
  }
  return std::unique_ptr<EmulatedPrinter>(new EmulatedPrinter(listener, ntohs(address.sin_port)));
}

EmulatedPrinter::EmulatedPrinter(int listener, int port)
    : listener_(listener), port_(port), thread_([this] { run(); }) {}

EmulatedPrinter::~EmulatedPrinter() {
  ends_ = true;
  thread_.join();
  ::close(listener_);
}

std::vector<Bitmap> EmulatedPrinter::slips() {
  const std::lock_guard lock(mutex_);
  return page_.slips();
}

int EmulatedPrinter::strange_bytes() {
  const std::lock_guard lock(mutex_);
  return page_.strange_bytes();
}

void EmulatedPrinter::run() {
  while (!ends_) {
    if (!readable(listener_)) continue;
    const int caller = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (caller < 0) continue;
    serve(caller);
    ::close(caller);
  }
}

void EmulatedPrinter::serve(int caller) {
  std::array<char, 1024> buffer{};
  while (!ends_) {
    if (stuck_) {
      ::poll(nullptr, 0, kTurn);
      char byte = 0;  // whoever hung up is served no more
      const auto got = ::recv(caller, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
      if (got == 0 || (got < 0 && errno != EAGAIN)) return;
      continue;
    }
    if (!readable(caller)) continue;
    const auto got = ::recv(caller, buffer.data(), buffer.size(), 0);
    if (got <= 0) return;
    int asked = 0;
    {
      const std::lock_guard lock(mutex_);
      asked = page_.take({buffer.data(), static_cast<std::size_t>(got)});
    }
    asked_ += asked;
    const char answer = static_cast<char>(answer_of(paper_));
    for (int i = 0; i < asked && !mute_; ++i) ::send(caller, &answer, 1, MSG_NOSIGNAL);
  }
}

}  // namespace handbell::printer
