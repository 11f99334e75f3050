// A program that somebody means harm, and a clerk beside him who works on: what it costs both.
#pragma once

#include "running_school.h"
#include "tls_wire.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

namespace handbell::chain {

/// What is borne: the memory on top of what was there before, and how much longer the clerk waits.
inline constexpr double kMostMb = 64;
inline constexpr double kMostTimes = 10;
/// Of each password that is checked; two at a time.
inline constexpr double kArgonMb = 64;

struct Harm {
  double usual_ms = 0;
  double beside_ms = 0;
  double before_mb = 0;
  double peak_mb = 0;
  [[nodiscard]] double on_top_mb() const { return peak_mb - before_mb; }
  [[nodiscard]] double times() const { return beside_ms / usual_ms; }
};

/// Goes on until it is told to stop.
using Attack = std::function<void(const std::atomic<bool>& over)>;

class Victim {
 public:
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] double resident_mb(const std::string& key = "VmRSS:") const {
    const std::string status = text_of(proc() + "status");
    return std::stod(status.substr(status.find(key) + key.size())) / 1024;
  }
  /// How many areas of 64 MiB it holds at this moment: argon2's are the only ones.
  [[nodiscard]] int large_areas() const {
    constexpr unsigned long long kArea = 64ULL * 1024 * 1024;
    std::istringstream lines(text_of(proc() + "maps"));
    int areas = 0;
    for (std::string line; std::getline(lines, line);) {
      unsigned long long from = 0;
      unsigned long long to = 0;
      char may[5] = {};
      if (std::sscanf(line.c_str(), "%llx-%llx %4s", &from, &to, may) != 3) continue;
      if (may[1] == 'w') areas += static_cast<int>((to - from) / kArea);
    }
    return areas;
  }

  /// `beside`: what else happens while the attack goes on.
  Harm suffer(const Attack& attack, const std::function<void()>& beside = {}) {
    Harm harm;
    harm.usual_ms = median_ms();
    harm.before_mb = resident_mb();
    std::ofstream(proc() + "clear_refs") << "5";  // the peak from now on
    std::atomic<bool> over = false;
    std::thread attacker([&] { attack(over); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    harm.beside_ms = median_ms();
    if (beside) beside();
    over = true;
    attacker.join();
    harm.peak_mb = resident_mb("VmHWM:");
    return harm;
  }

  /// What is answered to one request on a connection of its own.
  [[nodiscard]] std::string heard(const std::string& request,
                                  const std::string& from = "127.0.0.1") const {
    return tls_ ? said_over(TlsWire(port_, from), request)
                : said_over(TcpWire(port_, from), request);
  }
  /// Milliseconds of the clerk's page; a minute where it was not answered.
  [[nodiscard]] double asked_ms() const {
    constexpr double kNever = 60'000;
    const auto begun = std::chrono::steady_clock::now();
    const std::string page = heard(usual_request_);
    if (!page.starts_with("HTTP/1.1 200") || !page.ends_with("</html>\n")) return kNever;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
        .count();
  }

 protected:
  explicit Victim(bool tls) : tls_(tls) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes without asking for none
  }
  ~Victim() = default;
  /// `request`: the clerk's.
  void runs(pid_t pid, std::uint16_t port, const std::string& request) {
    pid_ = pid;
    port_ = port;
    usual_request_ = request;
    for (int i = 0; i < 50; ++i) (void)asked_ms();
  }

 private:
  template <class Wire>
  static std::string said_over(const Wire& wire, const std::string& request) {
    wire.say(request);
    return wire.hear();
  }
  [[nodiscard]] std::string proc() const { return "/proc/" + std::to_string(pid_) + "/"; }
  [[nodiscard]] double median_ms() const {
    constexpr std::size_t kTimes = 41;
    std::vector<double> times;
    for (std::size_t i = 0; i < kTimes; ++i) times.push_back(asked_ms());
    std::ranges::nth_element(times, times.begin() + kTimes / 2);
    return times[kTimes / 2];
  }

  bool tls_;
  pid_t pid_ = 0;
  std::uint16_t port_ = 0;
  std::string usual_request_;
};

/// One line of the table. `areas`: of how many passwords at a time the memory is not counted.
inline void tell_harm(const std::string& what, const Harm& harm, int areas = 0) {
  static bool headed = false;
  if (!std::exchange(headed, true)) {
    std::printf("%-54s %9s %9s %8s %9s %6s  %s\n", "abuse", "before", "on top", "usual", "beside",
                "ratio", "borne");
  }
  const bool borne = harm.on_top_mb() <= kMostMb + areas * kArgonMb && harm.times() <= kMostTimes;
  std::printf("%-54s %6.1f MB %6.1f MB %5.2f ms %6.2f ms %5.1fx  %s\n", what.c_str(),
              harm.before_mb, harm.on_top_mb(), harm.usual_ms, harm.beside_ms, harm.times(),
              borne ? "yes" : "NO");
  EXPECT_LE(harm.on_top_mb(), kMostMb + areas * kArgonMb) << what;
  EXPECT_LE(harm.times(), kMostTimes) << what;
}

/// At most 64 MB and 10 times the usual; a machine that had other work at that moment gets two
/// further chances.
inline void bears(Victim& victim, const std::string& what, const Attack& attack) {
  Harm harm;
  for (int i = 0; i < 3; ++i) {
    harm = victim.suffer(attack);
    if (harm.times() <= kMostTimes) break;
  }
  tell_harm(what, harm);
}

}  // namespace handbell::chain
