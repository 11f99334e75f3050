// One browser's connection that stays open from page to page.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>  // g++ 12: asio uses std::exchange without it

namespace handbell::bench {

struct Answered {
  int status = 0;  ///< 0: nothing came, or the server closed the connection
  std::string place;
  std::string body;
};

class KeptConnection {
 public:
  /// To a server on this machine. `cookie`: whose; R Patel's where it is empty.
  explicit KeptConnection(std::uint16_t port, std::string cookie = "");
  KeptConnection(const KeptConnection&) = delete;
  KeptConnection& operator=(const KeptConnection&) = delete;
  ~KeptConnection();

  /// The body; empty where the answer was not 200.
  [[nodiscard]] std::string get(const std::string& path);
  /// A form with this person's own token, which is asked for once.
  [[nodiscard]] Answered post(const std::string& path, const std::string& form);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbell::bench
