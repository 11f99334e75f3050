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
  Answered ask(http::verb how, const std::string& path, const std::string& form = "") {
    http::request<http::string_body> request(how, path, 11);
    request.set(http::field::host, host);
    request.set(http::field::cookie, cookie);
    request.body() = form;
    if (how == http::verb::post) request.prepare_payload();
    boost::system::error_code failed;
    http::write(socket, request, failed);
    if (failed) return {};
    http::response<http::string_body> response;
    http::read(socket, buffer, response, failed);
    if (failed || !response.keep_alive()) return {};
    return {static_cast<int>(response.result_int()), std::string(response[http::field::location]),
            std::move(response.body())};
  }

  asio::io_context io;
  asio::ip::tcp::socket socket{io};
  beast::flat_buffer buffer;
  std::string host;
  std::string cookie;
  std::string token;
};

KeptConnection::KeptConnection(std::uint16_t port, std::string cookie)
    : impl_(std::make_unique<Impl>()) {
  boost::system::error_code refused;
  impl_->cookie = cookie.empty() ? testing_support::kPatelsCookie : std::move(cookie);
  impl_->host = "127.0.0.1:" + std::to_string(port);
  impl_->socket.connect({asio::ip::make_address_v4("127.0.0.1"), port}, refused);
  if (refused) return;
  impl_->socket.set_option(asio::ip::tcp::no_delay(true), refused);
}

KeptConnection::~KeptConnection() = default;

std::string KeptConnection::get(const std::string& path) {
  auto answered = impl_->ask(http::verb::get, path);
  return answered.status == 200 ? std::move(answered.body) : "";
}

Answered KeptConnection::post(const std::string& path, const std::string& form) {
  if (impl_->token.empty()) {
    const std::string before = "name=\"token\" value=\"";
    const std::string page = get("/account");
    const auto at = page.find(before);
    if (at == std::string::npos) return {};
    const auto begin = at + before.size();
    impl_->token = page.substr(begin, page.find('"', begin) - begin);
  }
  return impl_->ask(http::verb::post, path, "token=" + impl_->token + "&" + form);
}

}  // namespace handbell::bench
