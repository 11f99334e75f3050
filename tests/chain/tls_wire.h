// TLS over a socket, that believes everybody.
#pragma once

#include "../net/tcp_wire.h"
#include <openssl/ssl.h>

#include <memory>

namespace handbell::chain {

using net::TcpWire;

class TlsWire {
 public:
  explicit TlsWire(std::uint16_t port, const std::string& from = "127.0.0.1") : wire_(port, from) {
    static SSL_CTX* const kContext = SSL_CTX_new(TLS_client_method());
    ssl_.reset(SSL_new(kContext));
    SSL_set_fd(ssl_.get(), wire_.handle());
    connected_ = SSL_connect(ssl_.get()) == 1;
  }
  bool say(const std::string& text) const {
    return connected_ && SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) > 0;
  }
  [[nodiscard]] std::string hear(const std::string& until = "") const {
    std::string all;
    char part[4096];
    while (connected_ && (until.empty() || all.find(until) == std::string::npos)) {
      const int got = SSL_read(ssl_.get(), part, sizeof part);
      if (got <= 0) break;
      all.append(part, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  struct Free {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };
  TcpWire wire_;
  std::unique_ptr<SSL, Free> ssl_;
  bool connected_ = false;
};

}  // namespace handbell::chain
