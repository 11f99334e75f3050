// Our server with a handler that throws, in a process of its own.
#pragma once

#include "app/net/server.h"

#include "victim.h"

#include <stdexcept>

namespace handbell::chain {

class ThrowingServer : public Victim {
 public:
  ThrowingServer() : Victim(false) {
    int told[2] = {};
    EXPECT_EQ(::pipe(told), 0);
    pid_ = ::fork();
    if (pid_ == 0) serve(told[1]);
    std::uint16_t port = 0;
    EXPECT_EQ(::read(told[0], &port, sizeof port), static_cast<ssize_t>(sizeof port));
    ::close(told[0]);
    ::close(told[1]);
    runs(pid_, port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  }
  ThrowingServer(const ThrowingServer&) = delete;
  ThrowingServer& operator=(const ThrowingServer&) = delete;
  ~ThrowingServer() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }

 private:
  [[noreturn]] static void serve(int tell) {
    const auto server =
        net::Server::start({*net::Address::parse("127.0.0.1:0")},
                           [](const net::Request& asked, const net::Reply& reply) {
                             if (asked.path == "/throws") throw std::runtime_error("secret");
                             if (asked.path == "/evil")
                               return reply.send({200, "text/html", "", {{"X", "a\r\nX-Evil: 1"}}});
                             reply.send({200, "text/html", "<html></html>\n", {}});
                           });
    if (!server) ::_exit(1);
    const std::uint16_t port = (*server)->ports().front();
    (void)!::write(tell, &port, sizeof port);
    while (true) ::pause();
  }

  pid_t pid_ = 0;
};

}  // namespace handbell::chain
