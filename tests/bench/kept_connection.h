// One browser's connection that stays open from page to page.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>  // g++ 12: asio uses std::exchange without it

namespace handbell::bench {

class KeptConnection {
 public:
  /// To a server on this machine.
  explicit KeptConnection(std::uint16_t port);
  KeptConnection(const KeptConnection&) = delete;
  KeptConnection& operator=(const KeptConnection&) = delete;
  ~KeptConnection();

  /// The body; empty where the answer was not 200 or the server closed the connection.
  [[nodiscard]] std::string get(const std::string& path);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbell::bench
