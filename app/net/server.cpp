#include "app/net/server.h"

#include "app/base/check.h"
#include "app/base/text.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace handbell::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::generic::stream_protocol;
using ErrorCode = boost::system::error_code;
using Stream = beast::basic_stream<stream_protocol, asio::strand<asio::io_context::executor_type>>;
using Wire = http::response<http::string_body>;

/// An answer may come from another thread after the server has ended: what it is written through
/// lives until the last of them has gone, and takes no more work.
class Loop : public asio::io_context {
 public:
  template <class Executor, class Job>
  void post(const Executor& on, Job job) {
    const std::lock_guard lock(gate_);
    if (!ended_) asio::post(on, std::move(job));
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
  Loop loop;
  Handler handler;
  ServerLimits limits;
  std::atomic<std::size_t> connections{0};
};

bool is_one_line(const std::string& text) {
  return text.find_first_of("\r\n") == std::string::npos;
}

Wire wire_of(const Response& response, unsigned version, bool keep_alive) {
  Wire wire{http::int_to_status(static_cast<unsigned>(response.status)), version};
  bool clean = is_one_line(response.content_type);
  for (const auto& [name, value] : response.headers) {
    clean = clean && is_one_line(name) && is_one_line(value);
  }
  wire.keep_alive(keep_alive);
  if (!clean) {
    wire.result(http::status::internal_server_error);
    wire.prepare_payload();
    return wire;
  }
  wire.set(http::field::content_type, response.content_type);
  for (const auto& [name, value] : response.headers) wire.set(name, value);
  wire.body() = response.body;
  wire.prepare_payload();
  return wire;
}

Request request_of(http::request<http::string_body>&& wire) {
  Request request;
  request.method = std::string(wire.method_string());
  const std::string target(wire.target());
  const auto mark = target.find('?');
  request.path = decoded(target.substr(0, mark));
  if (mark != std::string::npos) request.query = parse_fields(target.substr(mark + 1));
  for (const auto& header : wire) {
    request.headers[ascii_lower(std::string(header.name_string()))] = std::string(header.value());
  }
  request.body = std::move(wire.body());
  return request;
}

/// One connection, with its requests one after the other.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Stream::socket_type&& socket, std::shared_ptr<Shared> shared)
      : shared_(std::move(shared)), stream_(std::move(socket)), heartbeat_(stream_.get_executor()) {
    ++shared_->connections;
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() { --shared_->connections; }

  void start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
  }
  void answer(Response response) {
    shared_->loop.post(stream_.get_executor(),
                       [self = shared_from_this(), response = std::move(response)] {
                         self->write(wire_of(response, 11, self->keep_alive_));
                       });
  }
  void begin_events() {
    shared_->loop.post(stream_.get_executor(), [self = shared_from_this()] {
      self->stream_.expires_never();
      self->push(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
          "Connection: close\r\n\r\n");
      self->beat();
      self->watch();
    });
  }
  bool event(const std::string& name, const std::string& data) {
    if (gone_) return false;
    std::string text = "event: " + name + "\n";
    for (const auto& line : split(data, '\n')) text += "data: " + line + "\n";
    shared_->loop.post(stream_.get_executor(),
                       [self = shared_from_this(), text = text + "\n"] { self->push(text); });
    return true;
  }

 private:
  void read() {
    parser_.emplace();
    parser_->header_limit(shared_->limits.header);
    parser_->body_limit(shared_->limits.body);
    stream_.expires_after(shared_->limits.request);
    http::async_read(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](ErrorCode error, std::size_t) { self->have_read(error); });
  }

  void have_read(ErrorCode error) {
    if (error == http::error::body_limit || error == http::error::header_limit) {
      keep_alive_ = false;
      write(wire_of({413, "text/plain; charset=utf-8", "Too large.\n", {}}, 11, false));
      return;
    }
    if (error && error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message) {
      keep_alive_ = false;
      write(wire_of({400, "text/plain; charset=utf-8", "Not understood.\n", {}}, 11, false));
      return;
    }
    if (error) return;  // gone, or too slow: the connection ends with its last owner
    stream_.expires_never();
    keep_alive_ = parser_->get().keep_alive();
    handle(request_of(parser_->release()));
  }

  void handle(const Request& request);

  void write(Wire wire) {
    wire_ = std::make_unique<Wire>(std::move(wire));
    stream_.expires_after(shared_->limits.request);
    http::async_write(stream_, *wire_, [self = shared_from_this()](ErrorCode error, std::size_t) {
      if (!error && self->keep_alive_) self->read();
      if (error || !self->keep_alive_) self->close();
    });
  }

  void push(std::string text) {
    if (gone_) return;
    constexpr std::size_t kMostWaiting = 64;
    if (waiting_.size() >= kMostWaiting) {
      close();  // it does not read: it comes back and asks anew
      return;
    }
    waiting_.push_back(std::move(text));
    if (waiting_.size() == 1) push_next();
  }

  void push_next() {
    asio::async_write(stream_, asio::buffer(waiting_.front()),
                      [self = shared_from_this()](ErrorCode error, std::size_t) {
                        if (error) return self->close();
                        self->waiting_.pop_front();
                        if (!self->waiting_.empty()) self->push_next();
                      });
  }

  void beat() {
    heartbeat_.expires_after(shared_->limits.heartbeat);
    heartbeat_.async_wait([self = shared_from_this()](ErrorCode error) {
      if (error || self->gone_) return;
      self->push(":\n\n");
      self->beat();
    });
  }

  void watch() {
    // A listener sends nothing more: the first byte, or its end, ends the stream.
    stream_.async_read_some(asio::buffer(ignored_),
                            [self = shared_from_this()](ErrorCode, std::size_t) { self->close(); });
  }

  void close() {
    gone_ = true;
    heartbeat_.cancel();
    ErrorCode ignored;
    stream_.socket().shutdown(stream_protocol::socket::shutdown_both, ignored);
    stream_.close();
  }

  std::shared_ptr<Shared> shared_;  ///< goes last: the others live in its loop
  Stream stream_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::unique_ptr<Wire> wire_;
  bool keep_alive_ = true;
  asio::basic_waitable_timer<std::chrono::steady_clock,
                             asio::wait_traits<std::chrono::steady_clock>, Stream::executor_type>
      heartbeat_;
  std::deque<std::string> waiting_;
  std::atomic<bool> gone_{false};
  std::array<char, 64> ignored_{};
};

}  // namespace

class Reply::Impl {
 public:
  explicit Impl(std::shared_ptr<Session> session) : session_(std::move(session)) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { send({500, "text/plain; charset=utf-8", "It was not answered.\n", {}}); }

  void send(Response response) {
    if (!answered_.exchange(true)) session_->answer(std::move(response));
  }
  std::shared_ptr<Session> stream() {
    check(!answered_.exchange(true));
    session_->begin_events();
    return session_;
  }

 private:
  std::shared_ptr<Session> session_;
  std::atomic<bool> answered_{false};
};

class EventStream::Impl {
 public:
  explicit Impl(std::shared_ptr<Session> session) : session_(std::move(session)) {}
  bool send(const std::string& event, const std::string& data) {
    return session_->event(event, data);
  }

 private:
  std::shared_ptr<Session> session_;
};

bool EventStream::send(const std::string& event, const std::string& data) {
  return impl_->send(event, data);
}

void Reply::send(Response response) const { impl_->send(std::move(response)); }

EventStream Reply::stream() const {
  return EventStream(std::make_shared<EventStream::Impl>(impl_->stream()));
}

namespace {

void Session::handle(const Request& request) {
  const Reply reply(std::make_shared<Reply::Impl>(shared_from_this()));
  try {
    shared_->handler(request, reply);
  } catch (const std::exception&) {
    reply.send({500, "text/plain; charset=utf-8", "It did not work.\n", {}});
  }
}

}  // namespace

class Server::Impl {
 public:
  Impl(Handler handler, const ServerLimits& limits) : shared_(std::make_shared<Shared>()) {
    shared_->handler = std::move(handler);
    shared_->limits = limits;
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { stop(); }

  void stop() {
    shared_->loop.stop();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    acceptors_.clear();
    shared_->loop.end();
    for (const auto& path : paths_) ::unlink(path.c_str());
    paths_.clear();
  }

  Status listen(const Address& address) {
    ErrorCode error;
    stream_protocol::endpoint end;
    if (address.is_unix()) {
      if (is_alive(address.host())) return fail(FaultCode::address_taken, address.text());
      ::unlink(address.host().c_str());
      end = asio::local::stream_protocol::endpoint(address.host());
    } else {
      const auto host = address.host() == "localhost" ? "127.0.0.1" : address.host();
      const auto ip = asio::ip::make_address(host, error);
      if (error) return fail(FaultCode::address_wrong, address.text());
      end = asio::ip::tcp::endpoint(ip, address.port());
    }
    auto acceptor = std::make_unique<Acceptor>(shared_->loop);
    acceptor->open(end.protocol(), error);
    if (!error && !address.is_unix()) {
      acceptor->set_option(asio::socket_base::reuse_address(true), error);
    }
    if (!error) acceptor->bind(end, error);
    if (!error) acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) {
      return fail(FaultCode::address_taken, address.text());
    }
    if (error) return fail(FaultCode::address_wrong, address.text());
    if (address.is_unix()) {
      ::chmod(address.host().c_str(), 0600);
      paths_.push_back(address.host());
    }
    ports_.push_back(port_of(*acceptor, address));
    acceptors_.push_back(std::move(acceptor));
    return {};
  }

  void run() {
    for (auto& acceptor : acceptors_) accept(*acceptor);
    constexpr int kThreads = 2;
    for (int i = 0; i < kThreads; ++i) threads_.emplace_back([this] { shared_->loop.run(); });
  }

  [[nodiscard]] const std::vector<std::uint16_t>& ports() const { return ports_; }

 private:
  using Acceptor = asio::basic_socket_acceptor<stream_protocol>;

  static bool is_alive(const std::string& path) {
    asio::io_context io;
    asio::local::stream_protocol::socket probe(io);
    ErrorCode error;
    probe.connect(asio::local::stream_protocol::endpoint(path), error);
    return !error;
  }

  static std::uint16_t port_of(Acceptor& acceptor, const Address& address) {
    if (address.is_unix()) return 0;
    ErrorCode error;
    const auto end = acceptor.local_endpoint(error);
    asio::ip::tcp::endpoint tcp;
    std::memcpy(tcp.data(), end.data(), std::min(tcp.capacity(), end.size()));
    return tcp.port();
  }

  void accept(Acceptor& acceptor) {
    acceptor.async_accept(asio::make_strand(shared_->loop),
                          [this, &acceptor](ErrorCode error, Stream::socket_type socket) {
                            if (!error && shared_->connections < shared_->limits.connections) {
                              std::make_shared<Session>(std::move(socket), shared_)->start();
                            }
                            if (error != asio::error::operation_aborted) accept(acceptor);
                          });
  }

  std::shared_ptr<Shared> shared_;
  std::vector<std::unique_ptr<Acceptor>> acceptors_;
  std::vector<std::string> paths_;
  std::vector<std::uint16_t> ports_;
  std::vector<std::thread> threads_;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;
void Server::stop() { impl_->stop(); }

Result<std::unique_ptr<Server>> Server::start(const std::vector<Address>& addresses,
                                              Handler handler, const ServerLimits& limits) {
  auto impl = std::make_unique<Impl>(std::move(handler), limits);
  for (const auto& address : addresses) {
    if (Status listening = impl->listen(address); !listening) return fail(listening.error());
  }
  impl->run();
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::vector<std::uint16_t> Server::ports() const { return impl_->ports(); }

}  // namespace handbell::net
