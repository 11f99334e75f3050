// What a server takes for a request, and how much of it.
#include "app/net/server.h"

#include "tcp_wire.h"
#include <gtest/gtest.h>

#include <list>
#include <mutex>
#include <thread>

namespace handbell::net {
namespace {

using std::chrono::milliseconds;
using namespace std::string_literals;

class Strict : public testing::Test {
 protected:
  void SetUp() override {
    limits_.request = milliseconds(2'000);
    limits_.idle = milliseconds(300);
    limits_.hear_out = milliseconds(300);
    limits_.body_of = [](const Request& head) -> std::uint64_t {
      return head.path == "/up load" && head.header("cookie") == "in=1" ? 300'000 : 1'000;
    };
    limits_.body = 1'000;
    limits_.connections_of_one = 20;
    auto made = Server::start(
        {*Address::parse("127.0.0.1:0")},
        [this](const Request& request, const Reply& reply) {
          ++asked_;
          Response answer{200, "text/plain", request.path + " " + request.peer, {}};
          answer.body += " " + std::to_string(request.body.size());
          if (request.path == "/cookies") answer.cookies = {"a=1; Secure", "b=2; Secure"};
          if (request.path == "/bad-cookie") answer.cookies = {"a=1\r\nX: y"};
          if (request.path == "/bad-name") answer.headers["X\nY"] = "z";
          if (request.path == "/bad-value") answer.headers["X"] = std::string("z\0z", 3);
          reply.send(std::move(answer));
        },
        limits_);
    ASSERT_TRUE(made) << sentence(made.error());
    server_ = std::move(*made);
  }
  [[nodiscard]] std::uint16_t port() const { return server_->ports().front(); }
  /// The answer's first line.
  std::string status_of(const std::string& said) const {
    const TcpWire wire(port());
    wire.say(said);
    const std::string heard = wire.hear("\r\n");
    return heard.substr(0, heard.find('\r'));
  }

  ServerLimits limits_;
  std::atomic<int> asked_{0};
  std::unique_ptr<Server> server_;
};

TEST_F(Strict, what_two_readers_could_read_differently_reaches_nobody) {
  const std::string host = "Host: x\r\n";
  for (const std::string& wrong : {
           "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
           "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na",
           "POST / HTTP/1.1\r\n" + host + "Content-Length: 1, 1\r\n\r\na",
           "POST / HTTP/1.1\r\n" + host + "Content-Length: +1\r\n\r\na",
           "POST / HTTP/1.1\r\n" + host +
               "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host +
               "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked, gzip\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host +
               "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "GET http://other/ HTTP/1.1\r\n" + host + "\r\n",
           "CONNECT other:443 HTTP/1.1\r\n" + host + "\r\n",
           "OPTIONS * HTTP/1.1\r\n" + host + "\r\n",
           "GET /%00 HTTP/1.1\r\n" + host + "\r\n",
           "GET /a%0d%0aX:y HTTP/1.1\r\n" + host + "\r\n",
           "GET / HTTP/1.1\r\n" + host + "Host: y\r\n\r\n",
           "GET / HTTP/1.1\r\n\r\n"s,
           "GET / HTTP/1.1\r\n" + host + "X: a\x01z\r\n\r\n",
           "GET / HTTP/1.1\r\n" + host + "X: a\x7fz\r\n\r\n",
           "GET / HTTP/1.1\r\n" + host + "X: a" + std::string(1, '\0') + "z\r\n\r\n",
           "GET / HTTP/1.1\r\n" + host + "X : a\r\n\r\n",
           "GET / HTTP/1.1\r\n" + host + "X: a\nY: b\r\n\r\n",
           "GET /\r\n\r\n"s,
           "GET / HTTP/2.0\r\n" + host + "\r\n",
       }) {
    EXPECT_TRUE(status_of(wrong).starts_with("HTTP/1.1 400")) << wrong << status_of(wrong);
  }
  EXPECT_EQ(asked_, 0);
  EXPECT_EQ(status_of("GET /a HTTP/1.1\r\n" + host + "X: a\tb \xc3\xa9\r\n\r\n"),
            "HTTP/1.1 200 OK");
}

TEST_F(Strict, a_bodys_limit_is_that_of_its_path_and_known_before_it_comes) {
  const auto post = [](const std::string& path, const std::string& rest) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + rest;
  };
  EXPECT_EQ(status_of(post("/a", "Content-Length: 1001\r\n\r\n")),
            "HTTP/1.1 413 Payload Too Large");
  EXPECT_EQ(status_of(post("/up%20load?x", "Content-Length: 1001\r\n\r\n")),
            "HTTP/1.1 413 Payload Too Large")
      << "nobody known sends a file";
  EXPECT_EQ(status_of(post("/up%20load?x", "Cookie: in=1\r\nContent-Length: 300001\r\n\r\n")),
            "HTTP/1.1 413 Payload Too Large");
  EXPECT_EQ(asked_, 0);
  const std::string large(200'000, 'b');
  EXPECT_EQ(
      status_of(post("/up%20load?x", "Cookie: in=1\r\nContent-Length: 200000\r\n\r\n" + large)),
      "HTTP/1.1 200 OK");
  const std::string chunk = "3e8\r\n" + std::string(1'000, 'c') + "\r\n";
  const std::string pieces = "Transfer-Encoding: chunked\r\n\r\n" + chunk;
  EXPECT_EQ(status_of(post("/a", pieces + "0\r\n\r\n")), "HTTP/1.1 200 OK");
  EXPECT_EQ(status_of(post("/a", pieces + "1\r\nc\r\n0\r\n\r\n")),
            "HTTP/1.1 413 Payload Too Large");
}

TEST_F(Strict, nothing_that_comes_beside_a_body_has_no_end) {
  const std::string begins = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  const std::string many(400'000, 'x');
  EXPECT_EQ(status_of(begins + "1;" + many), "HTTP/1.1 413 Payload Too Large") << "an extension";
  std::string tiny;
  for (int i = 0; i < 100'000; ++i) tiny += "1;abcdefgh\r\nc\r\n";
  EXPECT_EQ(status_of(begins + tiny), "HTTP/1.1 413 Payload Too Large");
  std::string trailers;
  for (int i = 0; i < 100'000; ++i) trailers += "X: y\r\n";
  const std::string heard = status_of(begins + "0\r\n" + trailers);
  EXPECT_TRUE(heard.starts_with("HTTP/1.1 4")) << heard;
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\r\n" + trailers),
            "HTTP/1.1 431 Request Header Fields Too Large");
  EXPECT_EQ(asked_, 0);
}

TEST_F(Strict, a_browser_that_asks_first_is_told_to_go_on_or_not) {
  const TcpWire wire(port());
  wire.say("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(wire.hear("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  wire.say("ab");
  EXPECT_NE(wire.hear("/a 127.0.0.1 2").find("200 OK"), std::string::npos);
  EXPECT_EQ(status_of("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                      "Content-Length: 9999\r\n\r\n"),
            "HTTP/1.1 413 Payload Too Large");
}

TEST_F(Strict, each_cookie_stands_in_a_header_of_its_own) {
  const TcpWire wire(port());
  wire.say("GET /cookies HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string heard = wire.hear("127.0.0.1");
  EXPECT_NE(heard.find("Set-Cookie: a=1; Secure\r\n"), std::string::npos) << heard;
  EXPECT_NE(heard.find("Set-Cookie: b=2; Secure\r\n"), std::string::npos) << heard;
  for (const char* bad : {"/bad-cookie", "/bad-name", "/bad-value"}) {
    const std::string asked = std::string("GET ") + bad + " HTTP/1.1\r\nHost: x\r\n\r\n";
    EXPECT_EQ(status_of(asked), "HTTP/1.1 500 Internal Server Error") << bad;
  }
}

TEST_F(Strict, requests_that_come_together_are_answered_in_their_order) {
  const TcpWire wire(port());
  std::string all;
  for (int i = 0; i < 50; ++i) {
    all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }
  wire.say(all);
  const std::string heard = wire.hear("/49 127.0.0.1");
  std::size_t at = 0;
  for (int i = 0; i < 50; ++i) {
    at = heard.find("/" + std::to_string(i) + " 127.0.0.1", at);
    ASSERT_NE(at, std::string::npos) << i;
  }
}

TEST_F(Strict, a_connection_that_rests_too_long_is_closed) {
  const TcpWire wire(port());
  wire.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(wire.hear("127.0.0.1").find("200 OK"), std::string::npos);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(wire.hear().find("HTTP"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(1'500));
}

TEST_F(Strict, half_open_requests_beyond_the_limit_keep_out_neither_others_nor_their_own_machine) {
  std::list<TcpWire> half;
  for (int i = 0; i < 300; ++i) {
    half.emplace_back(port(), "127.0.0.7");
    half.back().say("GET / HT");
  }
  const std::string normal = "GET /n HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const char* from : {"127.0.0.1", "127.0.0.7"}) {
    const TcpWire wire(port(), from);
    wire.say(normal);
    EXPECT_NE(wire.hear("/n ").find("200 OK"), std::string::npos) << from;
  }
  EXPECT_EQ(half.front().hear(), "") << "the oldest made room";
}

}  // namespace
}  // namespace handbell::net
