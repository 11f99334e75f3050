// Asks a server one thing and waits for the answer, no longer than it is told to.
#pragma once

#include "app/net/address.h"
#include "app/net/message.h"

#include <chrono>
#include <memory>

namespace handbell::net {

class Client {
 public:
  explicit Client(Address address);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// `longest` is for all of it. Faults: office_unreachable (nobody there, too slow, aborted),
  /// office_answered_wrong (what came is no HTTP, or larger than 8 MB).
  [[nodiscard]] Result<Response> send(const Request& request, std::chrono::milliseconds longest);
  /// From another thread: whatever waits answers office_unreachable, and all later ones.
  void abort();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbell::net
