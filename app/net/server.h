// The office's and the kiosks' HTTP server.
//
// 1. A handler gets a request and a Reply, which it may answer at once, later from any thread (a
//    long poll), or turn into a stream of events. A Reply that is dropped answers 500.
// 2. Every request has one deadline from its first byte to its last, so slow or half-open ones go
//    away; sizes and the number of connections are limited.
// 3. A handler that throws answers 500 and nothing of what was thrown.
#pragma once

#include "app/base/result.h"
#include "app/net/address.h"
#include "app/net/message.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace handbell::net {

/// A page that listens: what is sent arrives there as server-sent events.
class EventStream {
 public:
  class Impl;
  explicit EventStream(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
  /// False once the listener has gone.
  bool send(const std::string& event, const std::string& data);

 private:
  std::shared_ptr<Impl> impl_;
};

class Reply {
 public:
  class Impl;
  explicit Reply(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
  /// Once; what comes after the first is passed over.
  void send(Response response) const;
  /// Instead of send(): the connection stays open for events.
  [[nodiscard]] EventStream stream() const;

 private:
  std::shared_ptr<Impl> impl_;
};

using Handler = std::function<void(const Request&, const Reply&)>;

struct ServerLimits {
  std::uint32_t header = 8 * 1024;
  std::uint64_t body = 2 * 1024 * 1024;
  std::size_t connections = 256;
  std::chrono::milliseconds request{10'000};    ///< from the first byte to the last
  std::chrono::milliseconds heartbeat{15'000};  ///< of event streams
};

class Server {
 public:
  /// Faults: address_taken, address_wrong, folder_missing.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const std::vector<Address>& addresses,
                                                             Handler handler,
                                                             const ServerLimits& limits = {});
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  /// stop(), and drops what is left. No Reply or EventStream may outlive it.
  ~Server();

  /// No handler runs any more when it answers; what is sent from then on goes nowhere.
  void stop();

  /// The ports that it really listens on, in the order given; 0 for unix sockets.
  [[nodiscard]] std::vector<std::uint16_t> ports() const;

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbell::net
