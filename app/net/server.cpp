#include "app/net/server.h"

#include "app/base/check.h"
#include "app/net/session.h"

#include <boost/asio.hpp>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <thread>

namespace handbell::net {

namespace {

namespace asio = boost::asio;
using asio::generic::stream_protocol;
using ErrorCode = boost::system::error_code;

}  // namespace

class Reply::Impl {
 public:
  explicit Impl(std::shared_ptr<Session> session) : session_(std::move(session)) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { send(short_answer(500, "It was not answered.")); }

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

void Session::handle(const Request& request) {
  const Reply reply(std::make_shared<Reply::Impl>(shared_from_this()));
  try {
    shared_->handler(request, reply);
  } catch (const std::exception&) {
    reply.send(short_answer(500, "It did not work."));
  }
}

class Server::Impl {
 public:
  Impl(Handler handler, const ServerLimits& limits, std::optional<TlsContext> tls)
      : shared_(std::make_shared<Shared>(limits)) {
    shared_->handler = std::move(handler);
    shared_->tls = std::move(tls);
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
    is_unix_.push_back(address.is_unix());
    return {};
  }

  void run() {
    for (std::size_t i = 0; i < acceptors_.size(); ++i) accept(*acceptors_[i], is_unix_[i]);
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

  static std::string peer_of(const Channel::Socket& socket) {
    ErrorCode error;
    const auto end = socket.remote_endpoint(error);
    const int family = error ? AF_UNSPEC : end.protocol().family();
    if (family != AF_INET && family != AF_INET6) return "";
    asio::ip::tcp::endpoint tcp;
    std::memcpy(tcp.data(), end.data(), std::min(tcp.capacity(), end.size()));
    const auto ip = tcp.address();
    const bool four = ip.is_v6() && ip.to_v6().is_v4_mapped();
    if (!four) return ip.to_string();
    return asio::ip::make_address_v4(asio::ip::v4_mapped, ip.to_v6()).to_string();
  }

  void accept(Acceptor& acceptor, bool unix_socket) {
    acceptor.async_accept(asio::make_strand(shared_->loop),
                          [this, &acceptor, unix_socket](ErrorCode error, Channel::Socket socket) {
                            if (error == asio::error::operation_aborted) return;
                            if (error) return accept_later(acceptor, unix_socket);
                            // Who has gone again already counts as nobody, not as this machine's
                            // own.
                            const std::string peer = unix_socket ? "" : peer_of(socket);
                            if (unix_socket || !peer.empty()) {
                              std::make_shared<Session>(std::move(socket), shared_, peer)->start();
                            }
                            accept(acceptor, unix_socket);
                          });
  }

  /// The machine has no room for another: it is no use to ask at once.
  void accept_later(Acceptor& acceptor, bool unix_socket) {
    constexpr std::chrono::milliseconds kRest{50};
    auto rest = std::make_shared<asio::steady_timer>(shared_->loop, kRest);
    rest->async_wait([this, &acceptor, unix_socket, rest](ErrorCode error) {
      if (!error) accept(acceptor, unix_socket);
    });
  }

  std::shared_ptr<Shared> shared_;
  std::vector<std::unique_ptr<Acceptor>> acceptors_;
  std::vector<bool> is_unix_;
  std::vector<std::string> paths_;
  std::vector<std::uint16_t> ports_;
  std::vector<std::thread> threads_;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;
void Server::stop() { impl_->stop(); }

Result<std::unique_ptr<Server>> Server::start(const std::vector<Address>& addresses,
                                              Handler handler, const ServerLimits& limits,
                                              std::optional<TlsContext> tls) {
  auto impl = std::make_unique<Impl>(std::move(handler), limits, std::move(tls));
  for (const auto& address : addresses) {
    if (Status listening = impl->listen(address); !listening) return fail(listening.error());
  }
  impl->run();
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::vector<std::uint16_t> Server::ports() const { return impl_->ports(); }

void allow_many_files() {
  constexpr rlim_t kEnough = 4096;
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= kEnough) return;
  files.rlim_cur = std::min(kEnough, files.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace handbell::net
