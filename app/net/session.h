// One connection, with its requests one after the other. Inside net alone.
//
// 1. Where there is TLS its handshake has 10 s; a request has as long from its first byte to its
//    last; between requests it may rest for 30 s.
// 2. How large a body may be is asked of the handler's path before a byte of it is read.
// 3. Who is answered late on purpose makes room for others meanwhile, as who rests does.
// 4. What is refused is answered first and then listened to for a moment, so that who sends too
//    much hears why.
#pragma once

#include "app/net/channel.h"
#include "app/net/connections.h"
#include "app/net/server.h"
#include "app/net/wire.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace handbell::net {

/// An answer may come from another thread after the server has ended: what it is written through
/// lives until the last of them has gone, and takes no more work.
class Loop : public boost::asio::io_context {
 public:
  template <class Executor, class Job>
  void post(const Executor& on, Job job) {
    const std::lock_guard lock(gate_);
    if (!ended_) boost::asio::post(on, std::move(job));
  }
  /// Nothing of it runs any more: what waits is dropped, and with it the connections.
  void end() {
    {
      const std::lock_guard lock(gate_);
      ended_ = true;
    }
    shutdown();
  }

 private:
  std::mutex gate_;
  bool ended_ = false;
};

struct Shared {
  explicit Shared(const ServerLimits& of)
      : limits(of), connections(of.connections, of.connections_of_one) {}

  ServerLimits limits;
  Connections connections;
  Loop loop;
  Handler handler;
  std::optional<TlsContext> tls;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Channel::Socket&& socket, std::shared_ptr<Shared> shared, std::string peer);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Not where there is no place for it.
  void start();
  void answer(Response response);
  void begin_events();
  bool event(const std::string& name, const std::string& data);

 private:
  using ErrorCode = Channel::ErrorCode;
  using Duration = std::chrono::milliseconds;

  void begin();
  void shake_hands();
  void wait_for_request(Duration longest);
  void read_header();
  void have_header(ErrorCode error);
  void ask_for_body();
  void read_body();
  void have_body(ErrorCode error);
  void handle(const Request& request);
  void refuse(ErrorCode error);
  void refuse(int status, const std::string& words);
  void write(WireResponse wire);
  void write_late(Response response);
  void written(ErrorCode error);
  void hear_out();
  void send_event(std::string text);
  void send_next();
  void beat();
  void watch();
  void expire_after(Duration longest);
  void close();

  std::shared_ptr<Shared> shared_;  ///< goes last: the others live in its loop
  std::string peer_;
  Connections::Place place_ = 0;
  bool secure_ = false;
  Channel channel_;
  boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                    boost::asio::wait_traits<std::chrono::steady_clock>,
                                    Channel::Strand>
      timer_;  ///< of the deadline, or of the next heartbeat
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::unique_ptr<WireResponse> wire_;
  bool keep_alive_ = true;
  std::deque<std::string> waiting_;
  std::atomic<bool> gone_{false};
  std::array<char, 64> ignored_{};
};

}  // namespace handbell::net
