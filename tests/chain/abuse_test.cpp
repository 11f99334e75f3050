// What an office bears from whoever reaches it, with figures: `tests/bench/abuse` prints them.
#include "abused_office.h"
#include "attacks.h"
#include "throwing_server.h"

namespace handbell::chain {
namespace {

constexpr const char* kHost = "Host: 127.0.0.1\r\n";

/// Requests that try to bring a line end into a header of the answer.
std::vector<std::string> with_line_ends(const AbusedOffice& office) {
  static const std::string kToken = office.patels_token();
  const std::string evil = "%0d%0aX-Evil:+1";
  const std::string form = "token=" + kToken;
  return {AbusedOffice::patel_asks("GET /today", "", "X: a\r\n X-Evil: 1\r\n"),
          AbusedOffice::patel_asks("GET /today", "", "X: a\rX-Evil: 1\r\n"),
          AbusedOffice::patel_asks("GET /today", "", "X: a\nX-Evil: 1\r\n"),
          AbusedOffice::patel_asks("GET /today?on=2026-01-12" + evil),
          AbusedOffice::patel_asks("POST /accept", form + "&day=2026-01-09" + evil),
          AbusedOffice::patel_asks("POST /register/send", form + "&session=am&class=Bees" + evil)};
}

/// A clerk looks at a list of pupils.
std::string upload(const AbusedOffice& office, const std::string& file) {
  const auto field = [](const std::string& name, const std::string& value) {
    return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  };
  return AbusedOffice::patel_asks(
      "POST /settings/import/look",
      field("token", office.patels_token()) + field("what", "pupils") +
          "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pupils.csv\"\r\n"
          "Content-Type: text/csv\r\n\r\n" +
          file + "\r\n--x--\r\n",
      "Content-Type: multipart/form-data; boundary=x\r\n");
}

std::string pupils(int rows, std::size_t largest, const std::string& forename) {
  std::string list = "AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate\r\n";
  for (int i = 100'000; i < 100'000 + rows && list.size() + 1'000 < largest; ++i) {
    list += std::to_string(i) + ",Khan," + forename + ",2020-03-04,R,Owls,2025-09-01\r\n";
  }
  return list;
}

TEST(Abuse, without_tls_costs_little_memory_and_delays_nobody) {
  AbusedOffice office(false);
  const auto port = office.port();
  const std::string host = kHost;
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
  bears(office, "headers with control characters",
        again_and_again(office, "GET /today HTTP/1.1\r\n" + host + "X: a\x01\r\n\r\n",
                        "HTTP/1.1 400"));
  bears(office, "a header value with CRLF", [&](const std::atomic<bool>& over) {
    while (!over) {
      for (const auto& request : with_line_ends(office)) {
        const std::string heard = office.heard(request);
        EXPECT_NE(heard, "");
        EXPECT_EQ(heard.substr(0, heard.find("\r\n\r\n")).find("X-Evil"), std::string::npos);
      }
    }
  });
}

TEST(Abuse, a_handler_that_throws_or_answers_with_crlf_in_a_header_delays_nobody) {
  ThrowingServer server;
  const std::string more = std::string(" HTTP/1.1\r\n") + kHost + "Connection: close\r\n\r\n";
  bears(server, "a handler that throws", [&](const std::atomic<bool>& over) {
    while (!over) {
      const std::string heard = server.heard("GET /throws" + more);
      EXPECT_TRUE(heard.starts_with("HTTP/1.1 500"));
      EXPECT_EQ(heard.find("secret"), std::string::npos);
    }
  });
  bears(server, "a handler whose header holds CRLF", [&](const std::atomic<bool>& over) {
    while (!over) {
      const std::string heard = server.heard("GET /evil" + more);
      EXPECT_TRUE(heard.starts_with("HTTP/1.1 500"));
      EXPECT_EQ(heard.find("X-Evil"), std::string::npos);
    }
  });
}

TEST(Abuse, with_tls_costs_little_memory_and_delays_nobody) {
  AbusedOffice office(true);
  const auto port = office.port();
  const std::string much(16 * 1024, 'a');
  bears(office, "TLS: 100 half-done handshakes",
        hundred(port, std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03", 10)));
  bears(office, "TLS: 100 connections without a word", hundred(port, ""));
  bears(office, "TLS: 600 that shook hands and rest", many<TlsWire>(port, 600, 6, ""));
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

TEST(Abuse, a_large_file_is_taken_from_whoever_signed_in_alone_and_delays_nobody) {
  AbusedOffice office(true);
  constexpr std::size_t kLargest = 8 * 1024 * 1024;
  constexpr std::size_t kShown = 3 * 1024 * 1024;
  const std::string look = "POST /settings/import/look HTTP/1.1\r\n" + std::string(kHost);
  const std::string length = "Content-Length: " + std::to_string(kLargest) + "\r\n\r\n";
  bears(office, "TLS: 8 MB announced by nobody",
        again_and_again(office, look + length, "HTTP/1.1 413"));
  bears(office, "TLS: 8 MB sent by nobody all the same",
        endless<TlsWire>(office.port(), look + length, std::string(16 * 1024, 'a')));
  bears(office, "TLS: an endless file by nobody in pieces",
        endless<TlsWire>(office.port(), look + "Transfer-Encoding: chunked\r\n\r\n",
                         "4000\r\n" + std::string(16 * 1024, 'a') + "\r\n"));
  const auto looks = [&](const std::string& what, const std::string& file, const char* answer) {
    bears(office, "TLS: " + what, again_and_again(office, upload(office, file), answer));
  };
  looks("lists of 8 MB by a clerk", pupils(200'000, kLargest, "Amira"), "HTTP/1.1 422");
  looks("lists of 1,600 pupils", pupils(1'600, kShown, "Amira"), "HTTP/1.1 200");
  looks("lists of 5,000 pupils, more than a school", pupils(5'000, kShown, "Amira"),
        "HTTP/1.1 422");
  looks("lists of 3 MB", pupils(19'000, kShown, std::string(120, 'a')), "HTTP/1.1 200");
  looks("3 MB that are no list", std::string(kShown - 100, '\x01'), "HTTP/1.1 422");
}

TEST(Abuse, five_hundred_pages_that_listen_over_tls_hold_little_memory) {
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
