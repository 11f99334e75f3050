// Where a program listens, or is reached: HOST:PORT, tls:HOST:PORT or unix:PATH.
#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace handbell::net {

class Address {
 public:
  /// "127.0.0.1:8400", "[::1]:8400", "tls:oak.lan:8401", "unix:/run/kiosks.sock". Port 0: any free
  /// one. Fault: address_wrong.
  [[nodiscard]] static Result<Address> parse(std::string_view text);

  [[nodiscard]] bool is_unix() const { return port_ < 0; }
  [[nodiscard]] const std::string& host() const { return host_; }  ///< or the path
  [[nodiscard]] std::uint16_t port() const { return static_cast<std::uint16_t>(port_); }
  [[nodiscard]] bool is_tls() const { return tls_; }
  /// All addresses of this machine: nowhere that anybody can ask for.
  [[nodiscard]] bool is_everywhere() const { return host_ == "0.0.0.0" || host_ == "::"; }
  /// The same place as somebody else has to call it.
  [[nodiscard]] Address called(const std::string& host) const { return {host, port_, tls_}; }
  [[nodiscard]] Address at_port(std::uint16_t port) const { return {host_, port, false}; }
  /// This machine alone can reach it.
  [[nodiscard]] bool is_local() const;
  [[nodiscard]] std::string text() const;
  friend bool operator==(const Address&, const Address&) = default;

 private:
  Address(std::string host, int port, bool tls) : host_(std::move(host)), port_(port), tls_(tls) {}
  std::string host_;
  int port_;
  bool tls_;
};

}  // namespace handbell::net
