#include "app/net/client.h"

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

http::request<http::string_body> wire_of(const Request& request, const Address& address) {
  http::request<http::string_body> wire;
  wire.version(11);
  wire.method_string(request.method);
  wire.target(request.path);
  wire.set(http::field::host, address.is_unix() ? "localhost" : address.host());
  for (const auto& [name, value] : request.headers) wire.set(name, value);
  wire.body() = request.body;
  wire.keep_alive(false);
  wire.prepare_payload();
  return wire;
}

}  // namespace

class Client::Impl {
 public:
  explicit Impl(Address address) : address_(std::move(address)) {}

  Result<Response> send(const Request& request, std::chrono::milliseconds longest) {
    const auto end = endpoint_of(address_);
    if (!end) return fail(end.error());
    auto io = std::make_shared<asio::io_context>();
    {
      const std::lock_guard lock(mutex_);
      if (aborted_) return unreachable();
      io_ = io;
    }
    beast::basic_stream<stream_protocol> stream(*io);
    stream.expires_after(longest);
    auto wire = wire_of(request, address_);
    http::response_parser<http::string_body> parser;
    parser.body_limit(kLargestAnswer);
    beast::flat_buffer buffer;
    ErrorCode failure = asio::error::operation_aborted;
    bool connected = false;
    stream.async_connect(*end, [&](ErrorCode error) {
      failure = error;
      if (error) return;
      connected = true;
      failure = asio::error::operation_aborted;
      http::async_write(stream, wire, [&](ErrorCode wrote, std::size_t) {
        failure = wrote;
        if (wrote) return;
        failure = asio::error::operation_aborted;
        http::async_read(stream, buffer, parser,
                         [&](ErrorCode read, std::size_t) { failure = read; });
      });
    });
    io->run();
    if (failure) return fault_of(failure, connected);
    return response_of(parser.release());
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
    }
    response.body = std::move(wire.body());
    return response;
  }

  Address address_;
  std::mutex mutex_;
  std::weak_ptr<asio::io_context> io_;
  bool aborted_ = false;
};

Client::Client(Address address) : impl_(std::make_unique<Impl>(std::move(address))) {}
Client::~Client() = default;

Result<Response> Client::send(const Request& request, std::chrono::milliseconds longest) {
  return impl_->send(request, longest);
}

void Client::abort() { impl_->abort(); }

}  // namespace handbell::net
