#include "kept_connection.h"

#include "local_person.h"
#include <boost/asio.hpp>
#include <boost/beast.hpp>

namespace handbell::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

}  // namespace

struct KeptConnection::Impl {
  asio::io_context io;
  asio::ip::tcp::socket socket{io};
  beast::flat_buffer buffer;
  std::string host;
};

KeptConnection::KeptConnection(std::uint16_t port) : impl_(std::make_unique<Impl>()) {
  boost::system::error_code refused;
  impl_->host = "127.0.0.1:" + std::to_string(port);
  impl_->socket.connect({asio::ip::make_address_v4("127.0.0.1"), port}, refused);
  if (refused) return;
  impl_->socket.set_option(asio::ip::tcp::no_delay(true), refused);
}

KeptConnection::~KeptConnection() = default;

std::string KeptConnection::get(const std::string& path) {
  http::request<http::empty_body> request(http::verb::get, path, 11);
  request.set(http::field::host, impl_->host);
  request.set(http::field::cookie, testing_support::kPatelsCookie);
  boost::system::error_code failed;
  http::write(impl_->socket, request, failed);
  if (failed) return "";
  http::response<http::string_body> response;
  http::read(impl_->socket, impl_->buffer, response, failed);
  if (failed || response.result() != http::status::ok || !response.keep_alive()) return "";
  return std::move(response.body());
}

}  // namespace handbell::bench
