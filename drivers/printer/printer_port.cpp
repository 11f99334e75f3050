#include "drivers/printer/printer_port.h"

#include "drivers/card/child_start.h"

#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

namespace handbell::printer {

namespace {

constexpr Millis kStep{20};

/// True once it is so. What is left of the time is not counted down: a slip is a few packets.
bool ready(int fd, short what, Millis within) {
  pollfd wanted{fd, what, 0};
  while (true) {
    const int found = ::poll(&wanted, 1, static_cast<int>(within.count));
    if (found < 0 && errno == EINTR) continue;
    return found > 0 && (wanted.revents & what) != 0;
  }
}

/// Whoever hung up is an answer here, and no signal that ends the program.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigemptyset(&signal_);
    sigaddset(&signal_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &signal_, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() {
    const timespec now{};
    while (::sigtimedwait(&signal_, nullptr, &now) == SIGPIPE) {
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t signal_{};
  sigset_t before_{};
};

bool write_all(int fd, std::string_view bytes, Millis within) {
  const WithoutPipeSignal quiet;
  while (!bytes.empty()) {
    if (!ready(fd, POLLOUT, within)) return false;
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// USB and network: bytes go both ways.
class WirePort final : public PrinterPort {
 public:
  explicit WirePort(int fd) : fd_(fd) {}
  WirePort(const WirePort&) = delete;
  WirePort& operator=(const WirePort&) = delete;
  ~WirePort() override { ::close(fd_); }

  [[nodiscard]] bool send(std::string_view bytes, Millis within) override {
    const bool sent = write_all(fd_, bytes, within);
    if (!sent) throw_away();
    return sent;
  }
  [[nodiscard]] std::optional<std::uint8_t> hear(Millis within) override {
    std::uint8_t byte = 0;
    if (!ready(fd_, POLLIN, within) || ::read(fd_, &byte, 1) != 1) return std::nullopt;
    return byte;
  }
  /// In the network the system takes a whole slip for a printer that stands still: it is out when
  /// the printer has all of it. What it does not take is thrown away, not printed hours later.
  [[nodiscard]] bool finish(Millis within) override {
    for (Millis waited{0}; waited <= within; waited = waited + kStep) {
      int waits = 0;
      if (::ioctl(fd_, SIOCOUTQ, &waits) != 0 || waits == 0) return true;
      ::poll(nullptr, 0, static_cast<int>(kStep.count));
    }
    throw_away();
    return false;
  }

 private:
  void throw_away() const {
    const linger at_once{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }

  int fd_;
};

/// `lp` reads the slip and puts it into its queue; it says nothing of paper.
class QueuePort final : public PrinterPort {
 public:
  explicit QueuePort(const std::string& queue) {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    child_ =
        card::started_child({"/usr/bin/lp", "-s", "-d", queue, "-o", "raw", "-"}, ends[0], nowhere);
    ::close(ends[0]);
    ::close(nowhere);
    if (child_ > 0) {
      fd_ = ends[1];
      ::fcntl(fd_, F_SETFL, O_NONBLOCK);
    } else {
      ::close(ends[1]);
    }
  }
  QueuePort(const QueuePort&) = delete;
  QueuePort& operator=(const QueuePort&) = delete;
  /// What was not finished is no slip: `lp` ends before it could take the end of its input for one.
  ~QueuePort() override {
    card::end_child(child_);
    close_pipe();
  }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

  [[nodiscard]] bool send(std::string_view bytes, Millis within) override {
    return write_all(fd_, bytes, within);
  }
  [[nodiscard]] std::optional<std::uint8_t> hear(Millis) override { return std::nullopt; }
  [[nodiscard]] bool finish(Millis within) override {
    close_pipe();
    for (Millis waited{0}; waited <= within; waited = waited + kStep) {
      int status = 0;
      if (::waitpid(child_, &status, WNOHANG) == child_) {
        child_ = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
      }
      ::poll(nullptr, 0, static_cast<int>(kStep.count));
    }
    return false;
  }

 private:
  void close_pipe() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

  int fd_ = -1;
  pid_t child_ = -1;
};

/// One of the addresses of that host, connected; -1: none within the time.
int connected(const addrinfo& address, Millis within) {
  const int fd = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return -1;
  int failed = 0;
  socklen_t size = sizeof failed;
  const bool there = ::connect(fd, address.ai_addr, address.ai_addrlen) == 0 ||
                     (errno == EINPROGRESS && ready(fd, POLLOUT, within) &&
                      ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &failed, &size) == 0 && failed == 0);
  if (there) return fd;
  ::close(fd);
  return -1;
}

int connected(const PrinterName& name, Millis within) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const std::string port = std::to_string(name.port);
  if (::getaddrinfo(name.where.c_str(), port.c_str(), &wanted, &found) != 0) return -1;
  int fd = -1;
  for (const addrinfo* each = found; each != nullptr && fd < 0; each = each->ai_next) {
    fd = connected(*each, within);
  }
  ::freeaddrinfo(found);
  return fd;
}

}  // namespace

std::unique_ptr<PrinterPort> open_port(const PrinterName& name, Millis within) {
  if (name.way == Way::queue) {
    auto queue = std::make_unique<QueuePort>(name.where);
    if (!queue->is_open()) return nullptr;
    return queue;
  }
  const int fd = name.way == Way::usb
                     ? ::open(name.where.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
                     : connected(name, within);
  if (fd < 0) return nullptr;
  return std::make_unique<WirePort>(fd);
}

}  // namespace handbell::printer
