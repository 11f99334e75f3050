// The office's and the kiosks' HTTP server.
//
// 1. A handler gets a request and a Reply, which it may answer at once, later from any thread (a
//    long poll), or turn into a stream of events. A Reply that is dropped answers 500.
// 2. Every request has one deadline from its first byte to its last, so slow or half-open ones go
//    away; sizes are limited, and the number of connections in all and from one address.
// 3. A handler that throws answers 500 and nothing of what was thrown.
// 4. A request that two readers could read differently (two lengths, two hosts, a control
//    character) is answered 400 and reaches no handler.
#pragma once

#include "app/base/result.h"
#include "app/net/address.h"
#include "app/net/message.h"
#include "app/net/tls.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
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
  std::uint32_t header = 16 * 1024;
  std::uint64_t body = 64 * 1024;
  /// How large the body may be where it differs; asked before it is read, with path and cookie
  /// alone. May be empty.
  std::function<std::uint64_t(const Request& head)> body_of{};
  std::size_t connections = 768;
  std::size_t connections_of_one = 192;         ///< address; those of unix sockets have no limit
  std::chrono::milliseconds handshake{10'000};  ///< of TLS
  std::chrono::milliseconds request{10'000};    ///< from the first byte to the last
  std::chrono::milliseconds upload{120'000};    ///< instead, for a body larger than `body`
  std::chrono::milliseconds answer{30'000};     ///< until the other side took it whole
  std::chrono::milliseconds idle{30'000};       ///< between two requests
  std::chrono::milliseconds hear_out{2'000};    ///< after an answer that ends the connection
  std::chrono::milliseconds heartbeat{15'000};  ///< of event streams
};

class Server {
 public:
  /// `tls`: for the addresses that are no unix sockets. Faults: address_taken, address_wrong,
  /// folder_missing.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(
      const std::vector<Address>& addresses, Handler handler, const ServerLimits& limits = {},
      std::optional<TlsContext> tls = std::nullopt);
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

/// As many connections as the limits say want as many files of this process.
void allow_many_files();

}  // namespace handbell::net
