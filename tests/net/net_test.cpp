#include "app/net/client.h"
#include "app/net/server.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

namespace handbell::net {
namespace {

using std::chrono::milliseconds;

/// Nothing but a socket.
class Wire {
 public:
  explicit Wire(const std::string& path)
      : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const timeval longest{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
  }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  ~Wire() { ::close(socket_); }

  bool say(const std::string& text) const {
    return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(text.size());
  }
  /// Everything until the other side ends, or `until` was seen.
  std::string hear(const std::string& until = "") const {
    std::string all;
    char part[4096];
    while (until.empty() || all.find(until) == std::string::npos) {
      const auto got = ::recv(socket_, part, sizeof part, 0);
      if (got <= 0) break;
      all.append(part, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  int socket_;
  bool connected_ = false;
};

class Net : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "handbell-net-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    path_ = pattern + "/s";
    ServerLimits limits;
    limits.request = milliseconds(300);
    limits.heartbeat = milliseconds(50);
    auto made = Server::start(
        {*Address::parse("unix:" + path_), *Address::parse("127.0.0.1:0")},
        [this](const Request& r, const Reply& reply) { handle(r, reply); }, limits);
    ASSERT_TRUE(made) << sentence(made.error());
    server_ = std::move(*made);
  }
  void TearDown() override {
    {
      const std::lock_guard lock(mutex_);
      waiting_.reset();
      streams_.clear();
    }
    server_.reset();
    std::filesystem::remove_all(std::filesystem::path(path_).parent_path());
  }

  void handle(const Request& request, const Reply& reply) {
    if (request.path == "/throws") throw std::runtime_error("secret");
    if (request.path == "/crlf") {
      return reply.send({200, "text/plain", "x", {{"X-Name", "a\r\nSet-Cookie: b"}}});
    }
    if (request.path == "/late") {
      Response late{429, "text/plain", "later", {}};
      late.late = milliseconds(150);
      return reply.send(late);
    }
    const std::lock_guard lock(mutex_);
    if (request.path == "/later") {
      waiting_ = reply;
    } else if (request.path == "/events") {
      streams_.push_back(reply.stream());
    } else if (request.path == "/dropped") {
      return;
    } else {
      reply.send(
          {200,
           "text/plain",
           request.method + " " + request.path + " " + field(request.query, "q") + request.body,
           {}});
    }
  }
  Result<Response> get(const std::string& path, milliseconds longest = milliseconds(3000)) const {
    Client client(*Address::parse("unix:" + path_));
    Request request;
    request.path = path;
    return client.send(request, longest);
  }

  std::string path_;
  std::mutex mutex_;
  std::optional<Reply> waiting_;
  std::vector<EventStream> streams_;
  std::unique_ptr<Server> server_;
};

TEST_F(Net, answers_over_a_unix_socket_that_is_its_owners_alone_and_over_tcp) {
  EXPECT_EQ(get("/a%20b?q=x%2By")->body, "GET /a b x+y");
  struct stat about {};
  ASSERT_EQ(::stat(path_.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  Client client(*Address::parse("127.0.0.1:" + std::to_string(server_->ports()[1])));
  Request request;
  request.method = "POST";
  request.path = "/in";
  request.body = std::string(60'000, 'b');
  EXPECT_EQ(client.send(request, milliseconds(3000))->body.size(), 60'000U + 9);
}

TEST_F(Net, keeps_a_connection_for_the_next_request) {
  const Wire wire(path_);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(wire.say("GET /again HTTP/1.1\r\nHost: x\r\n\r\n"));
    EXPECT_NE(wire.hear("GET /again ").find("200 OK"), std::string::npos);
  }
}

TEST_F(Net, too_long_or_too_large_ends_with_an_answer_and_nothing_worse) {
  const Wire line(path_);
  line.say("GET /" + std::string(20'000, 'a'));
  EXPECT_NE(line.hear().find("HTTP/1.1 4"), std::string::npos);
  const Wire header(path_);
  header.say("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a'));
  EXPECT_NE(header.hear().find("HTTP/1.1 4"), std::string::npos);
  const Wire headers(path_);
  std::string many = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 2000; ++i) many += "X" + std::to_string(i) + ": y\r\n";
  headers.say(many);
  EXPECT_NE(headers.hear().find("HTTP/1.1 4"), std::string::npos);
  const Wire body(path_);
  body.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n");
  EXPECT_NE(body.hear().find("HTTP/1.1 413"), std::string::npos);
  const Wire noise(path_);
  noise.say("\x01\x02 what\r\n\r\n");
  EXPECT_NE(noise.hear().find("HTTP/1.1 400"), std::string::npos);
  EXPECT_EQ(get("/still")->status, 200);
}

TEST_F(Net, a_chunked_body_without_end_is_cut_off) {
  const Wire wire(path_);
  wire.say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'c') + "\r\n";
  int sent = 0;
  while (sent < 100 && wire.say(chunk)) ++sent;
  EXPECT_LT(sent, 100);
  EXPECT_EQ(get("/still")->status, 200);
}

TEST_F(Net, a_hundred_half_open_requests_do_not_hold_up_a_whole_one) {
  std::vector<std::unique_ptr<Wire>> half;
  for (int i = 0; i < 100; ++i) {
    half.push_back(std::make_unique<Wire>(path_));
    half.back()->say("GET / HT");
  }
  EXPECT_EQ(get("/whole")->status, 200);
  EXPECT_EQ(half[0]->hear(), "") << "it is closed when its time is up";
}

TEST_F(Net, a_handler_that_throws_or_forgets_answers_500_and_tells_nothing) {
  const auto thrown = get("/throws");
  EXPECT_EQ(thrown->status, 500);
  EXPECT_EQ(thrown->body.find("secret"), std::string::npos);
  EXPECT_EQ(get("/dropped")->status, 500);
}

TEST_F(Net, what_is_to_be_answered_late_is_answered_late_and_holds_up_nobody) {
  const auto begun = std::chrono::steady_clock::now();
  std::thread other([&] { EXPECT_EQ(get("/late")->status, 429); });
  EXPECT_EQ(get("/whole")->status, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(140));
  other.join();
  EXPECT_GE(std::chrono::steady_clock::now() - begun, milliseconds(150));
}

TEST_F(Net, a_header_with_a_line_end_is_never_sent) {
  const auto answer = get("/crlf");
  EXPECT_EQ(answer->status, 500);
  EXPECT_EQ(answer->headers.count("Set-Cookie"), 0U);
}

TEST_F(Net, a_long_poll_is_answered_from_another_thread_or_given_up) {
  std::thread later([this] {
    for (int i = 0; i < 500; ++i) {
      std::this_thread::sleep_for(milliseconds(5));
      const std::lock_guard lock(mutex_);
      if (!waiting_) continue;
      waiting_->send({200, "text/plain", "now", {}});
      waiting_.reset();
      return;
    }
  });
  EXPECT_EQ(get("/later")->body, "now");
  later.join();
  EXPECT_EQ(get("/later", milliseconds(100)).error().code, FaultCode::office_unreachable);
}

TEST_F(Net, events_reach_every_listener_and_tell_when_one_has_gone) {
  std::vector<std::unique_ptr<Wire>> listeners;
  for (int i = 0; i < 50; ++i) {
    listeners.push_back(std::make_unique<Wire>(path_));
    listeners.back()->say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(listeners.back()->hear("\r\n\r\n").find("text/event-stream"), std::string::npos);
  }
  {
    const std::lock_guard lock(mutex_);
    ASSERT_EQ(streams_.size(), 50U);
    for (auto& stream : streams_) EXPECT_TRUE(stream.send("changed", "two\nlines"));
  }
  for (auto& listener : listeners) {
    EXPECT_NE(listener->hear("lines\n\n").find("event: changed\ndata: two\ndata: lines\n\n"),
              std::string::npos);
  }
  EXPECT_NE(listeners[0]->hear(":\n\n").find(":\n\n"), std::string::npos) << "the heartbeat";
  listeners.clear();
  bool gone = false;
  for (int i = 0; i < 200 && !gone; ++i) {
    std::this_thread::sleep_for(milliseconds(5));
    const std::lock_guard lock(mutex_);
    gone = !streams_[0].send("changed", "x");
  }
  EXPECT_TRUE(gone);
}

TEST_F(Net, a_second_server_is_told_that_the_address_is_taken) {
  const auto nothing = [](const Request&, const Reply&) {};
  EXPECT_EQ(Server::start({*Address::parse("unix:" + path_)}, nothing).error().code,
            FaultCode::address_taken);
  const auto port = "127.0.0.1:" + std::to_string(server_->ports()[1]);
  EXPECT_EQ(Server::start({*Address::parse(port)}, nothing).error().code, FaultCode::address_taken);
}

TEST_F(Net, takes_over_a_socket_that_a_dead_server_left) {
  const std::string left = path_ + "2";
  const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, left.c_str(), sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(dead);
  EXPECT_TRUE(
      Server::start({*Address::parse("unix:" + left)}, [](const Request&, const Reply&) {}));
}

TEST_F(Net, a_client_gives_up_on_nobody_and_on_silence_and_when_it_is_told_to) {
  Client nobody(*Address::parse("unix:" + path_ + "-nobody"));
  EXPECT_EQ(nobody.send({}, milliseconds(500)).error().code, FaultCode::office_unreachable);
  Client waits(*Address::parse("unix:" + path_));
  std::thread aborts([&] {
    std::this_thread::sleep_for(milliseconds(30));
    waits.abort();
  });
  Request later;
  later.path = "/later";
  EXPECT_EQ(waits.send(later, milliseconds(60'000)).error().code, FaultCode::office_unreachable);
  aborts.join();
  EXPECT_EQ(waits.send({}, milliseconds(500)).error().code, FaultCode::office_unreachable);
}

TEST(LateAnswer, after_the_server_has_ended_harms_nobody) {
  std::string pattern = (std::filesystem::temp_directory_path() / "handbell-net-XXXXXX").string();
  ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
  std::mutex lock;
  std::optional<Reply> kept;
  auto made = Server::start({*Address::parse("unix:" + pattern + "/s")},
                            [&](const Request&, const Reply& reply) {
                              const std::lock_guard held(lock);
                              kept = reply;
                            });
  ASSERT_TRUE(made);
  const Wire asks(pattern + "/s");
  ASSERT_TRUE(asks.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
  for (int i = 0; i < 500; ++i) {
    const std::lock_guard held(lock);
    if (kept) break;
    std::this_thread::sleep_for(milliseconds(1));
  }
  made->reset();
  ASSERT_TRUE(kept);
  std::thread answers([&] {
    kept->send({200, "text/plain", "late", {}});
    kept.reset();
  });
  answers.join();
  EXPECT_EQ(asks.hear(), "");
  std::filesystem::remove_all(pattern);
}

TEST(Address, is_HOST_PORT_or_a_unix_path) {
  EXPECT_EQ(Address::parse("127.0.0.1:8400")->port(), 8400);
  EXPECT_EQ(Address::parse("[::1]:1")->host(), "::1");
  EXPECT_EQ(Address::parse("[::1]:1")->text(), "[::1]:1");
  EXPECT_EQ(Address::parse("tls:[::1]:1")->text(), "tls:[::1]:1");
  EXPECT_TRUE(Address::parse("tls:oak.lan:8401")->is_tls());
  EXPECT_TRUE(Address::parse("unix:/a/b")->is_local());
  EXPECT_FALSE(Address::parse("0.0.0.0:8400")->is_local());
  for (const char* wrong : {"", "8400", ":8400", "host:", "host:65536", "host:-1", "::1:80",
                            "unix:", "tls:", "tls:8400", "tls:unix:/a"}) {
    EXPECT_EQ(Address::parse(wrong).error().code, FaultCode::address_wrong) << wrong;
  }
}

TEST(Message, what_was_encoded_for_an_address_decodes_to_the_same) {
  EXPECT_EQ(encoded("Owls & Co/1?"), "Owls%20%26%20Co%2F1%3F");
  const std::string all = "Łabędzie + \"1\" <%41>\n#=;";
  EXPECT_EQ(decoded(encoded(all)), all);
  EXPECT_EQ(parse_fields("class=" + encoded(all)).front().second, all);
}

TEST(Fields, decode_forms_and_leave_alone_what_does_not_decode) {
  const auto fields = parse_fields("a=1&b=x+y%26z&a=2&c&%zz=%4");
  EXPECT_EQ(field(fields, "a"), "1");
  EXPECT_EQ(field(fields, "b"), "x y&z");
  EXPECT_EQ(field(fields, "c"), "");
  EXPECT_EQ(field(fields, "%zz"), "%4");
  EXPECT_EQ(fields.size(), 5U);
}

}  // namespace
}  // namespace handbell::net
