// One of our programs, run for real beside the test, and ended with it.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace handbell::testing_support {

/// What a program prints is a log, which must hold no secret (tests/secrets/search), or what it
/// says to whoever started it, who is the test.
enum class Prints : std::uint8_t { log, pipe };

class RunningProgram {
 public:
  /// `output`: a file that takes what it prints; empty: the test's own.
  explicit RunningProgram(std::vector<std::string> command, const std::string& output = "",
                          Prints prints = Prints::log)
      : output_(prints == Prints::log ? output : "") {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (!output.empty()) {
      constexpr int kMode = 0600;
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                       O_WRONLY | O_CREAT | O_APPEND, kMode);
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    }
    std::vector<char*> words;
    for (auto& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    if (::posix_spawn(&pid_, words.front(), &actions, nullptr, words.data(), environ) != 0) {
      pid_ = -1;
    }
    posix_spawn_file_actions_destroy(&actions);
  }
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  ~RunningProgram() {
    end(SIGKILL);
    keep_output();
  }

  [[nodiscard]] pid_t pid() const { return pid_; }
  /// Sends the signal and waits: the exit status, or minus the signal that ended it.
  int end(int signal) {
    if (pid_ > 0) ::kill(pid_, signal);
    return wait();
  }
  int wait() {
    if (pid_ <= 0) return 0;
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  /// Whether it ended by itself; wait() still tells how.
  [[nodiscard]] bool exited() const {
    siginfo_t info{};
    if (pid_ <= 0) return true;
    return ::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == pid_;
  }
  /// Whether it ended by itself.
  [[nodiscard]] bool ended() {
    int status = 0;
    if (pid_ <= 0) return true;
    if (::waitpid(pid_, &status, WNOHANG) != pid_) return false;
    pid_ = -1;
    return true;
  }

 private:
  /// What it printed stays for tests/secrets/search, which reads all of it after the suite.
  void keep_output() const {
#ifdef HANDBELL_BIN
    if (output_.empty()) return;
    const int from = ::open(output_.c_str(), O_RDONLY | O_CLOEXEC);
    if (from < 0) return;
    constexpr int kMode = 0600;
    const int to = ::open(HANDBELL_BIN "/../program_output.log",
                          O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kMode);
    std::string text(kMostKept, '\0');
    const auto got = ::read(from, text.data(), text.size());
    if (to >= 0 && got > 0) (void)!::write(to, text.data(), static_cast<std::size_t>(got));
    if (to >= 0) ::close(to);
    ::close(from);
#endif
  }

  static constexpr std::size_t kMostKept = 256 * 1024;
  pid_t pid_ = -1;
  std::string output_;
};

/// Waits until it is so; false after `most` seconds. For things of other processes.
inline bool until(const std::function<bool()>& is_so, int most = 20) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(most);
  while (std::chrono::steady_clock::now() < end) {
    if (is_so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return is_so();
}

}  // namespace handbell::testing_support
