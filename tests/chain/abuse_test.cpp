// What an office bears from whoever reaches it, with figures: `tests/bench/abuse` prints them.
#include "abused_office.h"

namespace handbell::chain {
namespace {

class Abuse : public testing::Test {
 protected:
  /// At most 64 MB and 10 times the usual; a machine that had other work at that moment gets two
  /// further chances.
  static void bears(AbusedOffice& office, const std::string& what,
                    const AbusedOffice::Attack& attack) {
    constexpr double kMostMb = 64;
    constexpr double kMostTimes = 10;
    Harm harm;
    for (int i = 0; i < 3; ++i) {
      harm = office.suffer(attack);
      if (harm.beside_ms <= kMostTimes * harm.usual_ms) break;
    }
    std::printf("%-44s %6.1f MB +%5.1f MB   %6.2f ms %7.2f ms  %4.1f times\n", what.c_str(),
                harm.before_mb, harm.peak_mb - harm.before_mb, harm.usual_ms, harm.beside_ms,
                harm.beside_ms / harm.usual_ms);
    EXPECT_LE(harm.peak_mb - harm.before_mb, kMostMb) << what;
    EXPECT_LE(harm.beside_ms, kMostTimes * harm.usual_ms) << what;
  }
};

TEST_F(Abuse, without_tls_costs_little_memory_and_delays_nobody) {
  AbusedOffice office(false);
  const auto port = office.port();
  const std::string host = "Host: 127.0.0.1\r\n";
  const std::string much(16 * 1024, 'a');
  std::string headers;
  for (int i = 0; i < 1'000; ++i) headers += "X" + std::to_string(i) + ": y\r\n";
  const std::string chunk = "4000\r\n" + much + "\r\n";
  bears(office, "endless first line", endless<TcpWire>(port, "GET /", much));
  bears(office, "endless header line", endless<TcpWire>(port, "GET / HTTP/1.1\r\nX: ", much));
  bears(office, "endless headers", endless<TcpWire>(port, "GET / HTTP/1.1\r\n" + host, headers));
  bears(
      office, "endless chunked body",
      endless<TcpWire>(
          port, "POST /accept HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n", chunk));
  bears(office, "endless chunks of one byte",
        endless<TcpWire>(port,
                         "POST /accept HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n",
                         "1\r\na\r\n1\r\nb\r\n"));
  bears(office, "100 half-open requests", hundred(port, "GET /today HT"));
  bears(office, "100 that announce a body and send none",
        hundred(port, "POST /accept HTTP/1.1\r\n" + host + "Content-Length: 65536\r\n\r\n"));
  bears(office, "100 that ask for 20 large files and read none",
        [&](const std::atomic<bool>& over) {
          std::string asks;
          for (int i = 0; i < 20; ++i)
            asks += "GET " + office.largest() + " HTTP/1.1\r\n" + host + "\r\n";
          hundred(port, asks)(over);
        });
  bears(office, "headers with control characters", [&](const std::atomic<bool>& over) {
    while (!over) {
      const TcpWire wire(port);
      wire.say("GET /today HTTP/1.1\r\n" + host + "X: a\x01\r\n\r\n");
      EXPECT_TRUE(wire.hear().starts_with("HTTP/1.1 400"));
    }
  });
}

TEST_F(Abuse, with_tls_costs_little_memory_and_delays_nobody) {
  AbusedOffice office(true);
  const auto port = office.port();
  const std::string much(16 * 1024, 'a');
  bears(office, "TLS: 100 half-done handshakes",
        hundred(port, std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03", 10)));
  bears(office, "TLS: 100 connections without a word", hundred(port, ""));
  bears(office, "TLS: noise", endless<TcpWire>(port, much, much));
  bears(office, "TLS: endless first line", endless<TlsWire>(port, "GET /", much));
  bears(office, "TLS: endless chunked body",
        endless<TlsWire>(port,
                         "POST /accept HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: "
                         "chunked\r\n\r\n",
                         "4000\r\n" + much + "\r\n"));
  bears(office, "TLS: handshakes one after the other", [&](const std::atomic<bool>& over) {
    while (!over) const TlsWire wire(port);
  });
}

TEST_F(Abuse, five_hundred_pages_that_listen_over_tls_hold_little_memory) {
  AbusedOffice office(true);
  const double before = office.resident_mb();
  std::list<std::unique_ptr<TlsWire>> listeners;
  for (int i = 0; i < 500; ++i) {
    const std::string from = "127.0.1." + std::to_string(1 + i % 10);
    listeners.push_back(std::make_unique<TlsWire>(office.port(), from));
    listeners.back()->say("GET /today/live HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " +
                          std::string(testing_support::kPatelsCookie) + "\r\n\r\n");
    ASSERT_NE(listeners.back()->hear("event: today").find("text/event-stream"), std::string::npos);
  }
  const double held = office.resident_mb() - before;
  std::printf("500 event streams over TLS: %.1f MB, %.1f kB each\n", held, held * 1024 / 500);
  EXPECT_LE(held, 32);
  EXPECT_LT(office.asked_ms(), 1'000);
}

}  // namespace
}  // namespace handbell::chain
