// Where a program listens, or is reached: HOST:PORT or unix:PATH.
#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace handbell::net {

class Address {
 public:
  /// "127.0.0.1:8400", "[::1]:8400", "unix:/run/kiosks.sock". Port 0: any free one. Fault:
  /// address_wrong.
  [[nodiscard]] static Result<Address> parse(std::string_view text);

  [[nodiscard]] bool is_unix() const { return port_ < 0; }
  [[nodiscard]] const std::string& host() const { return host_; }  ///< or the path
  [[nodiscard]] std::uint16_t port() const { return static_cast<std::uint16_t>(port_); }
  /// This machine alone can reach it.
  [[nodiscard]] bool is_local() const;
  [[nodiscard]] std::string text() const;
  friend bool operator==(const Address&, const Address&) = default;

 private:
  Address(std::string host, int port) : host_(std::move(host)), port_(port) {}
  std::string host_;
  int port_;
};

}  // namespace handbell::net
