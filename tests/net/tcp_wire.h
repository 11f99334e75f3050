// Nothing but a TCP socket to a server on this machine.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <utility>

namespace handbell::net {

class TcpWire {
 public:
  /// `from`: an address of this machine, all of which begin with 127; `seconds`: how long to wait
  /// for what is said.
  explicit TcpWire(std::uint16_t port, const std::string& from = "127.0.0.1", int seconds = 5)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval longest{seconds, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
    const int at_once = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    const sockaddr_in own = place(from, 0);
    ::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own);
    const sockaddr_in other = place("127.0.0.1", port);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&other), sizeof other) == 0;
  }
  TcpWire(TcpWire&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_) {}
  TcpWire& operator=(TcpWire&&) = delete;
  TcpWire(const TcpWire&) = delete;
  TcpWire& operator=(const TcpWire&) = delete;
  ~TcpWire() {
    if (socket_ >= 0) ::close(socket_);
  }

  [[nodiscard]] bool connected() const { return connected_; }
  [[nodiscard]] int handle() const { return socket_; }
  bool say(const std::string& text) const {
    return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(text.size());
  }
  /// Everything until the other side ends, or `until` was seen.
  [[nodiscard]] std::string hear(const std::string& until = "") const {
    std::string all;
    char part[4096];
    while (until.empty() || all.find(until) == std::string::npos) {
      const auto got = ::recv(socket_, part, sizeof part, 0);
      if (got <= 0) break;
      all.append(part, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  static sockaddr_in place(const std::string& host, std::uint16_t port) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_port = htons(port);
    ::inet_pton(AF_INET, host.c_str(), &made.sin_addr);
    return made;
  }
  int socket_;
  bool connected_ = false;
};

}  // namespace handbell::net
