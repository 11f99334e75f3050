#include "drivers/card/reader_process.h"

#include "drivers/card/child_start.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace handbell::card {

namespace {

constexpr Millis kMostSilence{2500};
constexpr Millis kFirstPause{50};
constexpr Millis kLongestPause{2000};
constexpr Millis kFaultyAfter = seconds(10);
constexpr std::size_t kLongestLine = kLongestRelayLine;

}  // namespace

struct ReaderProcess::Child {
  pid_t pid = -1;
  int pipe = -1;
  int ears = -1;  ///< a socket: writing to a child that died must not end us
  std::string heard;

  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pipe >= 0) ::close(pipe);
    if (ears >= 0) ::close(ears);
    end_child(pid);
  }

  [[nodiscard]] bool start(const std::vector<std::string>& command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    pipe = ends[0];
    std::array<int, 2> sockets{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
      ::close(ends[1]);
      return false;
    }
    ears = sockets[0];
    pid = started_child(command, sockets[1], ends[1]);
    ::close(ends[1]);
    ::close(sockets[1]);
    return pid > 0;
  }
};

ReaderProcess::ReaderProcess(std::vector<std::string> command, std::function<Steady()> now)
    : command_(std::move(command)), now_(std::move(now)), pause_(kFirstPause) {}

ReaderProcess::~ReaderProcess() { stop(); }

Status ReaderProcess::start(ReaderQueue queue) {
  queue_ = std::move(queue);
  if (::pipe2(end_, O_CLOEXEC) != 0) {
    return fail(FaultCode::program_failed, std::generic_category().message(errno));
  }
  thread_ = std::thread([this] { look_after(); });
  return {};
}

void ReaderProcess::stop() {
  if (!thread_.joinable()) return;
  ::close(end_[1]);
  thread_.join();
  ::close(end_[0]);
}

void ReaderProcess::look_after() {
  last_ready_ = now_();
  Steady started;
  do {
    Child child;
    ++starts_;
    started = now_();
    if (child.start(command_)) {
      talk_.connected(child.ears);
      listen_to(child);
      talk_.disconnected();
    }
    taps_.ended();
    // A child that ended said nothing of it: until the next one is ready there is no reader.
    if (state_ == ReaderState::ready) set_state(ReaderState::starting);
    if (state_ == ReaderState::starting && now_() - last_ready_ > kFaultyAfter) {
      set_state(ReaderState::faulty, ReaderTrouble::silent);
    }
  } while (pause(started));
}

void ReaderProcess::listen_to(Child& child) {
  heard_ = now_();
  while (true) {
    const Millis left = kMostSilence - (now_() - heard_);
    if (left.count <= 0) return;
    std::array<pollfd, 2> wanted{{{child.pipe, POLLIN, 0}, {end_[0], POLLIN, 0}}};
    const int ready = ::poll(wanted.data(), wanted.size(), static_cast<int>(left.count));
    if (ready < 0 && errno != EINTR) return;
    if (ready > 0 && wanted[1].revents != 0) return;
    if (ready > 0 && !hear(child)) return;
  }
}

bool ReaderProcess::hear(Child& child) {
  std::array<char, 512> buffer{};
  const auto got = ::read(child.pipe, buffer.data(), buffer.size());
  if (got <= 0) return false;
  child.heard.append(buffer.data(), static_cast<std::size_t>(got));
  for (auto end = child.heard.find('\n'); end != std::string::npos; end = child.heard.find('\n')) {
    const auto line = parse_line(std::string_view(child.heard).substr(0, end));
    if (line) take(*line);
    child.heard.erase(0, end + 1);
  }
  return child.heard.size() < kLongestLine;
}

void ReaderProcess::take(const ReaderLine& line) {
  heard_ = now_();
  if (const auto* relay = std::get_if<RelayAnswer>(&line)) return talk_.take(*relay);
  const auto* event = std::get_if<ReaderEvent>(&line);
  const auto* news = event == nullptr ? nullptr : std::get_if<ReaderNews>(event);
  if (news != nullptr) {
    if (news->state == ReaderState::ready) pause_ = kFirstPause;
    last_ready_ = heard_;
    set_state(news->state, news->trouble);
  }
  const bool tap = event != nullptr && news == nullptr;
  const bool ready = state_ == ReaderState::ready;
  for (const ReaderEvent& each : tap ? taps_.told(*event, heard_) : taps_.alive(ready, heard_)) {
    queue_(each);
  }
}

void ReaderProcess::set_state(ReaderState state, ReaderTrouble trouble) {
  const bool other = trouble_.exchange(trouble) != trouble;
  if (state_.exchange(state) != state || other) queue_(ReaderNews{state, trouble});
}

bool ReaderProcess::pause(Steady started) {
  const Millis left = std::max(pause_ - (now_() - started), kFirstPause);
  pause_ = std::min(Millis{pause_.count * 2}, kLongestPause);
  pollfd wanted{end_[0], POLLIN, 0};
  return ::poll(&wanted, 1, static_cast<int>(left.count)) == 0;
}

}  // namespace handbell::card
