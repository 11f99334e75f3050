#include "app/net/client.h"

#include "app/net/channel.h"
#include "app/net/wire.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <atomic>
#include <mutex>

namespace handbell::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::generic::stream_protocol;
using ErrorCode = boost::system::error_code;

constexpr std::uint64_t kLargestAnswer = 8 * 1024 * 1024;

Result<stream_protocol::endpoint> endpoint_of(const Address& address) {
  if (address.is_unix()) {
    return stream_protocol::endpoint(asio::local::stream_protocol::endpoint(address.host()));
  }
  asio::io_context io;
  ErrorCode error;
  asio::ip::tcp::resolver resolver(io);
  const auto found = resolver.resolve(address.host(), std::to_string(address.port()), error);
  if (error || found.empty()) return fail(FaultCode::office_unreachable, address.text());
  return stream_protocol::endpoint(found.begin()->endpoint());
}

/// Nothing where one of its headers cannot be one.
std::optional<WireRequest> asked(const Request& request, const Address& address) {
  WireRequest wire;
  wire.version(11);
  wire.method_string(request.method);
  wire.target(request.path);
  wire.set(http::field::host, address.is_unix() ? "localhost" : address.host());
  for (const auto& [name, value] : request.headers) {
    wire.erase(name);
    if (!set_header(wire, name, value)) return std::nullopt;
  }
  wire.body() = request.body;
  wire.keep_alive(false);
  wire.prepare_payload();
  return wire;
}

/// One question on its way, on one thread.
class Exchange {
 public:
  Exchange(asio::io_context& io, WireRequest& wire)
      : wire_(wire), channel_(Channel::Socket(asio::make_strand(io))), limit_(io) {
    parser_.body_limit(kLargestAnswer);
  }

  void begin(const stream_protocol::endpoint& end, const TlsContext* tls, const std::string& name) {
    channel_.socket().async_connect(end, [this, tls, name](ErrorCode error) {
      failure_ = error;
      if (error) return finish();
      connected_ = true;
      channel_.prepare();
      if (tls == nullptr) return ask();
      channel_.ask_with(*tls, name);
      channel_.async_handshake([this](ErrorCode shaken, std::size_t) {
        failure_ = shaken;
        mistrusted_ = channel_.mistrusted();
        if (shaken) return finish();
        ask();
      });
    });
  }
  void give_up_after(std::chrono::milliseconds longest) {
    limit_.expires_after(longest);
    limit_.async_wait([this](ErrorCode error) {
      if (error) return;
      failure_ = asio::error::timed_out;
      given_up_ = true;
      channel_.close();
    });
  }
  [[nodiscard]] ErrorCode failure() const {
    return given_up_ ? make_error_code(asio::error::timed_out) : failure_;
  }
  [[nodiscard]] bool connected() const { return connected_; }
  [[nodiscard]] bool mistrusted() const { return mistrusted_; }
  [[nodiscard]] WireResponse release() { return parser_.release(); }

 private:
  void ask() {
    failure_ = asio::error::operation_aborted;
    http::async_write(channel_, wire_, [this](ErrorCode wrote, std::size_t) {
      // An answer may have come before all was sent: a refusal.
      (void)wrote;
      http::async_read(channel_, buffer_, parser_, [this](ErrorCode read, std::size_t) {
        failure_ = read;
        finish();
      });
    });
  }
  void finish() { limit_.cancel(); }

  WireRequest& wire_;
  Channel channel_;
  asio::steady_timer limit_;
  http::response_parser<http::string_body> parser_;
  beast::flat_buffer buffer_;
  ErrorCode failure_ = asio::error::operation_aborted;
  bool connected_ = false;
  bool mistrusted_ = false;
  bool given_up_ = false;
};

}  // namespace

class Client::Impl {
 public:
  Impl(Address address, std::optional<TlsContext> trust)
      : address_(std::move(address)), trust_(std::move(trust)) {}

  Result<Response> send(const Request& request, std::chrono::milliseconds longest) {
    const auto end = endpoint_of(address_);
    if (!end) return fail(end.error());
    if (address_.is_tls() && !trust_) return fail(FaultCode::office_not_proven, address_.text());
    auto wire = asked(request, address_);
    if (!wire) return fail(FaultCode::office_answered_wrong, "a header cannot be sent");
    auto io = std::make_shared<asio::io_context>();
    {
      const std::lock_guard lock(mutex_);
      if (aborted_) return unreachable();
      io_ = io;
    }
    Exchange exchange(*io, *wire);
    exchange.give_up_after(longest);
    exchange.begin(*end, address_.is_tls() ? &*trust_ : nullptr, address_.host());
    io->run();
    if (exchange.mistrusted()) return fail(FaultCode::office_not_proven, address_.text());
    if (exchange.failure()) return fault_of(exchange.failure(), exchange.connected());
    return response_of(exchange.release());
  }

  void abort() {
    const std::lock_guard lock(mutex_);
    aborted_ = true;
    if (const auto io = io_.lock()) io->stop();
  }

 private:
  [[nodiscard]] tl::unexpected<Fault> unreachable() const {
    return fail(FaultCode::office_unreachable, address_.text());
  }

  [[nodiscard]] Result<Response> fault_of(ErrorCode error, bool connected) const {
    const bool is_http =
        error.category() == http::make_error_code(http::error::bad_version).category();
    const bool ended = error == http::error::end_of_stream || error == http::error::partial_message;
    if (connected && is_http && !ended) {
      return fail(FaultCode::office_answered_wrong, error.message());
    }
    return unreachable();
  }

  static Response response_of(http::response<http::string_body>&& wire) {
    Response response;
    response.status = static_cast<int>(wire.result_int());
    response.content_type = std::string(wire[http::field::content_type]);
    for (const auto& header : wire) {
      response.headers[std::string(header.name_string())] = std::string(header.value());
      if (header.name() == http::field::set_cookie) {
        response.cookies.emplace_back(header.value());
      }
    }
    response.body = std::move(wire.body());
    return response;
  }

  Address address_;
  std::optional<TlsContext> trust_;
  std::mutex mutex_;
  std::weak_ptr<asio::io_context> io_;
  bool aborted_ = false;
};

Result<Reached> Reached::parse(std::string_view address, const std::string& authority) {
  auto at = Address::parse(address);
  if (!at) return fail(at.error());
  if (authority.empty()) return Reached{std::move(*at), std::nullopt};
  auto trust = TlsContext::trusting(authority);
  if (!trust) return fail(trust.error());
  return Reached{std::move(*at), std::move(*trust)};
}

Client::Client(Address address, std::optional<TlsContext> trust)
    : impl_(std::make_unique<Impl>(std::move(address), std::move(trust))) {}
Client::~Client() = default;

Result<Response> Client::send(const Request& request, std::chrono::milliseconds longest) {
  return impl_->send(request, longest);
}

void Client::abort() { impl_->abort(); }

}  // namespace handbell::net
