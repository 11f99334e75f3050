#include "app/net/certificate.h"
#include "app/net/client.h"
#include "app/net/server.h"

#include "tcp_wire.h"
#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <list>
#include <mutex>
#include <thread>

namespace handbell::net {
namespace {

using std::chrono::milliseconds;

class Tls : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "handbell-tls-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    limits_.handshake = milliseconds(400);
    limits_.heartbeat = milliseconds(50);
    serve(authority_, {"localhost", "127.0.0.1"});
    std::ofstream(folder_ + "/ca.pem") << authority_.certificate;
  }
  void TearDown() override {
    streams_.clear();
    server_.reset();
    std::filesystem::remove_all(folder_);
  }
  static std::vector<ServerName> names(const std::vector<std::string>& texts) {
    std::vector<ServerName> made;
    for (const auto& text : texts) made.push_back(*ServerName::parse(text));
    return made;
  }
  static Instant now() { return {static_cast<std::int64_t>(std::time(nullptr)) * 1000}; }
  static Issued make(const std::vector<std::string>& of) {
    return make_authority("Oak Lane", names(of), now());
  }

  void serve(const Issued& authority, const std::vector<std::string>& of, Instant when = now()) {
    server_.reset();
    const auto own = issue(authority, names(of), when);
    const auto tls = TlsContext::serving(own->certificate, own->key);
    ASSERT_TRUE(tls);
    auto made = Server::start(
        {*Address::parse("127.0.0.1:0")},
        [this](const Request& r, const Reply& reply) { handle(r, reply); }, limits_, *tls);
    ASSERT_TRUE(made) << sentence(made.error());
    server_ = std::move(*made);
  }
  void handle(const Request& request, const Reply& reply) {
    const std::lock_guard lock(mutex_);
    if (request.path == "/events") return streams_.push_back(reply.stream());
    std::string body = request.secure ? "secure " : "open ";
    body += request.path == "/large" ? std::string(3'000'000, 'l') : request.body;
    reply.send({200, "text/plain", body + " end", {}});
  }
  [[nodiscard]] std::uint16_t port() const { return server_->ports().front(); }
  Result<Response> get(const std::string& host, const std::optional<TlsContext>& trust,
                       const std::string& path = "/") const {
    Client client(*Address::parse("tls:" + host + ":" + std::to_string(port())), trust);
    Request request;
    request.path = path;
    return client.send(request, milliseconds(5'000));
  }
  /// What `openssl s_client` says to the words.
  [[nodiscard]] std::string s_client(const std::string& words) const {
    const std::string line =
        "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | timeout 10 openssl s_client -connect 127.0.0.1:" +
        std::to_string(port()) + " -CAfile " + folder_ + "/ca.pem " + words + " 2>&1";
    FILE* pipe = ::popen(line.c_str(), "r");
    std::string said;
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
      said.append(part.data(), got);
    }
    ::pclose(pipe);
    return said;
  }

  std::string folder_;
  ServerLimits limits_;
  const Issued authority_ = make({"localhost", "127.0.0.1", "oak.lan"});
  std::mutex mutex_;
  std::vector<EventStream> streams_;
  std::unique_ptr<Server> server_;
};

TEST_F(Tls, answers_who_trusts_the_schools_authority_by_name_and_by_address) {
  const auto trust = TlsContext::trusting(authority_.certificate);
  for (const char* host : {"localhost", "127.0.0.1"}) {
    const auto answer = get(host, *trust);
    ASSERT_TRUE(answer) << sentence(answer.error());
    EXPECT_EQ(answer->body, "secure  end");
  }
  EXPECT_EQ(get("127.0.0.1", *trust, "/large")->body.size(), 3'000'000U + 11);
  Client client(*Address::parse("tls:127.0.0.1:" + std::to_string(port())), *trust);
  const auto answer =
      client.send({"POST", "/", {}, {}, std::string(60'000, 'b')}, milliseconds(5'000));
  EXPECT_EQ(answer->body.size(), 60'000U + 11);
}

TEST_F(Tls, a_client_believes_no_other_authority_and_no_other_name) {
  const auto trust = *TlsContext::trusting(authority_.certificate);
  const auto stranger = *TlsContext::trusting(make({"localhost", "127.0.0.1"}).certificate);
  EXPECT_EQ(get("127.0.0.1", stranger).error().code, FaultCode::office_not_proven);
  EXPECT_EQ(get("127.0.0.1", std::nullopt).error().code, FaultCode::office_not_proven);
  EXPECT_TRUE(get("127.0.0.1", TlsContext::unproven()));
  serve(authority_, {"oak.lan"});
  EXPECT_EQ(get("127.0.0.1", trust).error().code, FaultCode::office_not_proven);
  EXPECT_EQ(get("localhost", trust).error().code, FaultCode::office_not_proven);
  serve(make({"oak.lan"}), {"127.0.0.1"});
  EXPECT_EQ(get("127.0.0.1", trust).error().code, FaultCode::office_not_proven);
}

TEST_F(Tls, a_client_does_not_date_what_it_was_told_to_believe) {
  serve(authority_, {"127.0.0.1"}, now() - hours(24 * 500));
  const auto answer = get("127.0.0.1", *TlsContext::trusting(authority_.certificate));
  EXPECT_TRUE(answer) << sentence(answer.error())
                      << " - a kiosk whose clock is wrong still reaches its office";
}

TEST_F(Tls, nothing_older_than_1_3_is_spoken_and_openssl_itself_believes_it) {
  const std::string said = s_client("-verify_return_error -verify_ip 127.0.0.1 -ign_eof");
  EXPECT_NE(said.find("TLSv1.3"), std::string::npos) << said;
  EXPECT_NE(said.find("Verify return code: 0 (ok)"), std::string::npos) << said;
  EXPECT_NE(said.find("secure  end"), std::string::npos) << said;
  for (const char* old : {"-tls1_2", "-tls1_1", "-tls1"}) {
    const std::string refused = s_client(old);
    EXPECT_EQ(refused.find("secure"), std::string::npos) << old;
    EXPECT_EQ(refused.find("BEGIN CERTIFICATE"), std::string::npos) << old;
  }
  const std::string other = s_client("-verify_return_error -verify_hostname bank.example");
  EXPECT_NE(other.find("hostname mismatch"), std::string::npos) << other;
}

TEST_F(Tls, who_asks_without_it_is_told_to_write_https) {
  const TcpWire wire(port());
  wire.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string heard = wire.hear();
  EXPECT_TRUE(heard.starts_with("HTTP/1.1 400")) << heard;
  EXPECT_NE(heard.find("https://"), std::string::npos) << heard;
  const TcpWire noise(port());
  noise.say(std::string(500, '\x7f'));
  EXPECT_EQ(noise.hear().find("HTTP"), std::string::npos);
}

TEST_F(Tls, a_hundred_half_done_handshakes_hold_nobody_up_and_end_by_themselves) {
  std::list<TcpWire> half;
  // The beginning of a true one: a record of 512 bytes is announced, 5 come.
  for (int i = 0; i < 100; ++i) {
    half.emplace_back(port());
    half.back().say(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03", 10));
  }
  EXPECT_TRUE(get("127.0.0.1", *TlsContext::trusting(authority_.certificate)));
  const auto begun = std::chrono::steady_clock::now();
  (void)half.back().hear();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, milliseconds(3'000));
}

TEST_F(Tls, events_reach_a_listener) {
  const std::string file = folder_ + "/heard";
  const std::string line =
      "(printf 'GET /events HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'; sleep 2) | timeout 10 "
      "openssl s_client -quiet -connect 127.0.0.1:" +
      std::to_string(port()) + " >" + file + " 2>/dev/null &";
  ASSERT_EQ(std::system(line.c_str()), 0);
  std::string heard;
  bool sent = false;
  for (int i = 0; i < 1'000 && heard.find("data: two") == std::string::npos; ++i) {
    std::this_thread::sleep_for(milliseconds(5));
    const std::lock_guard lock(mutex_);
    if (!streams_.empty() && !sent) sent = streams_.front().send("changed", "one\ntwo");
    std::ifstream in(file);
    heard.assign(std::istreambuf_iterator<char>(in), {});
  }
  EXPECT_NE(heard.find("event: changed\ndata: one\ndata: two\n\n"), std::string::npos) << heard;
}

}  // namespace
}  // namespace handbell::net
