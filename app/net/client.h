// Asks a server one thing and waits for the answer, no longer than it is told to.
#pragma once

#include "app/net/address.h"
#include "app/net/message.h"
#include "app/net/tls.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace handbell::net {

/// An address with whom to trust there.
struct Reached {
  Address address;
  std::optional<TlsContext> trust;
  /// `authority`: PEM, empty without TLS. Faults: address_wrong, certificate_unreadable.
  [[nodiscard]] static Result<Reached> parse(std::string_view address,
                                             const std::string& authority);
};

class Client {
 public:
  /// `trust`: for an address with TLS; without it nobody is believed there.
  explicit Client(Address address, std::optional<TlsContext> trust = std::nullopt);
  explicit Client(Reached reached) : Client(std::move(reached.address), std::move(reached.trust)) {}
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// `longest` is for all of it. Faults: office_unreachable (nobody there, too slow, aborted),
  /// office_answered_wrong (what came is no HTTP, or larger than 8 MB), office_not_proven.
  [[nodiscard]] Result<Response> send(const Request& request, std::chrono::milliseconds longest);
  /// From another thread: whatever waits answers office_unreachable, and all later ones.
  void abort();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbell::net
