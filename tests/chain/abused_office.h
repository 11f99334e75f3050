// A real office, somebody who means it harm with nothing but sockets, and a clerk beside him.
#pragma once

#include "../net/tcp_wire.h"
#include "local_person.h"
#include "running_school.h"
#include <openssl/ssl.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <list>
#include <memory>
#include <thread>

namespace handbell::chain {

using net::TcpWire;

/// TLS over a socket, that believes everybody.
class TlsWire {
 public:
  explicit TlsWire(std::uint16_t port, const std::string& from = "127.0.0.1") : wire_(port, from) {
    static SSL_CTX* const kContext = SSL_CTX_new(TLS_client_method());
    ssl_.reset(SSL_new(kContext));
    SSL_set_fd(ssl_.get(), wire_.handle());
    connected_ = SSL_connect(ssl_.get()) == 1;
  }
  bool say(const std::string& text) const {
    return connected_ && SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) > 0;
  }
  [[nodiscard]] std::string hear(const std::string& until = "") const {
    std::string all;
    char part[4096];
    while (connected_ && (until.empty() || all.find(until) == std::string::npos)) {
      const int got = SSL_read(ssl_.get(), part, sizeof part);
      if (got <= 0) break;
      all.append(part, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  struct Free {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };
  TcpWire wire_;
  std::unique_ptr<SSL, Free> ssl_;
  bool connected_ = false;
};

struct Harm {
  double usual_ms = 0;
  double beside_ms = 0;
  double before_mb = 0;
  double peak_mb = 0;
};

class AbusedOffice {
 public:
  explicit AbusedOffice(bool tls) : tls_(tls) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes without asking for none
    if (tls_) school_.handbell("certificate make --for 127.0.0.1");
    school_.handbell(testing_support::kAddPatel);
    testing_support::sign_patel_in(school_.site());
    school_.start_office();
    const std::string log = text_of(school_.file("office.log"));
    const std::string place = "//127.0.0.1:";
    const auto at = log.find(place);
    EXPECT_NE(at, std::string::npos) << log;
    port_ = static_cast<std::uint16_t>(std::stoi(log.substr(at + place.size())));
    for (int i = 0; i < 50; ++i) (void)asked_ms();
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// The largest that it hands out: a font.
  [[nodiscard]] std::string largest() const {
    std::string largest;
    std::size_t most = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(HANDBELL_BIN "/../share/handbell/web")) {
      if (!file.is_regular_file() || file.file_size() < most) continue;
      most = file.file_size();
      largest = "/web/" + file.path().filename().string();
    }
    return largest;
  }
  [[nodiscard]] double resident_mb(const std::string& key = "VmRSS:") const {
    const std::string status = text_of(proc() + "status");
    return std::stod(status.substr(status.find(key) + key.size())) / 1024;
  }

  /// Goes on until it is told to stop.
  using Attack = std::function<void(const std::atomic<bool>& over)>;
  Harm suffer(const Attack& attack) {
    Harm harm;
    harm.usual_ms = median_ms();
    harm.before_mb = resident_mb();
    std::ofstream(proc() + "clear_refs") << "5";  // the peak from now on
    std::atomic<bool> over = false;
    std::thread attacker([&] { attack(over); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    harm.beside_ms = median_ms();
    over = true;
    attacker.join();
    harm.peak_mb = resident_mb("VmHWM:");
    return harm;
  }

  /// Milliseconds of the page Today on a connection of its own; a minute where it was not answered.
  double asked_ms() const {
    const auto begun = std::chrono::steady_clock::now();
    const std::string request =
        "GET /today HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: " +
        std::string(testing_support::kPatelsCookie) + "\r\n\r\n";
    std::string heard;
    if (tls_) {
      const TlsWire wire(port_);
      wire.say(request);
      heard = wire.hear();
    } else {
      const TcpWire wire(port_);
      wire.say(request);
      heard = wire.hear();
    }
    constexpr double kNever = 60'000;
    const bool right = heard.starts_with("HTTP/1.1 200") && heard.ends_with("</html>\n");
    if (!right) return kNever;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
        .count();
  }

 private:
  [[nodiscard]] std::string proc() const {
    return "/proc/" + std::to_string(school_.office().pid()) + "/";
  }
  double median_ms() const {
    constexpr std::size_t kTimes = 41;
    std::vector<double> times;
    for (std::size_t i = 0; i < kTimes; ++i) times.push_back(asked_ms());
    std::ranges::nth_element(times, times.begin() + kTimes / 2);
    return times[kTimes / 2];
  }

  bool tls_;
  RunningSchool school_;
  std::uint16_t port_ = 0;
};

/// Some connections that say `begin` and then `more` again and again, and come back when they are
/// turned away.
template <class Wire>
AbusedOffice::Attack endless(std::uint16_t port, const std::string& begin,
                             const std::string& more) {
  return [=](const std::atomic<bool>& over) {
    constexpr int kConnections = 4;
    std::list<std::unique_ptr<Wire>> wires;
    while (!over) {
      if (wires.size() < kConnections) {
        wires.push_back(std::make_unique<Wire>(port));
        wires.back()->say(begin);
      }
      wires.remove_if([&](const auto& wire) { return !wire->say(more); });
    }
  };
}

/// A hundred that begin and then say nothing, for as long as it goes on.
inline AbusedOffice::Attack hundred(std::uint16_t port, const std::string& begin) {
  return [=](const std::atomic<bool>& over) {
    std::list<TcpWire> wires;
    for (int i = 0; i < 100; ++i) {
      wires.emplace_back(port);
      wires.back().say(begin);
    }
    while (!over) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
}

}  // namespace handbell::chain
