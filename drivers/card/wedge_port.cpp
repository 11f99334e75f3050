#include "drivers/card/wedge_port.h"

#include <fcntl.h>
#include <libevdev/libevdev.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

namespace handbell::card {

namespace {

constexpr Millis kLiesAtMost{2000};
constexpr std::size_t kEventsAtOnce = 64;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

  enum class Ready : std::uint8_t { no, yes, hung_up };
  [[nodiscard]] Ready within(Millis wait) const {
    pollfd wanted{number_, POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(wait.count)) <= 0) return Ready::no;
    return (wanted.revents & POLLIN) != 0 ? Ready::yes : Ready::hung_up;
  }

 private:
  int number_;
};

/// The kernel's stamp of a key; the time of reading where its clock is not ours.
Steady stamp_of(const input_event& event, Steady now) {
  const auto second = static_cast<std::int64_t>(event.input_event_sec);
  const auto part = static_cast<std::int64_t>(event.input_event_usec) / 1000;
  if (second < 0 || second > now.ms / 1000 || part < 0 || part >= 1000) return now;
  const Steady at{second * 1000 + part};
  return at > now || now - at > kLiesAtMost ? now : at;
}

void add_key(WedgeHeard& heard, const input_event& event, Steady now) {
  if (event.type == EV_SYN && event.code == SYN_DROPPED) heard.missed = true;
  if (event.type != EV_KEY) return;
  heard.keys.push_back({event.code, event.value, stamp_of(event, now)});
}

class EventPipe final : public WedgePort {
 public:
  EventPipe(int descriptor, std::function<Steady()> now)
      : descriptor_(descriptor), now_(std::move(now)) {}

  Result<WedgeHeard> hear(Millis wait) override {
    WedgeHeard heard;
    if (descriptor_.within(wait) == Descriptor::Ready::no) return heard;
    std::array<std::uint8_t, kEventsAtOnce * sizeof(input_event)> buffer{};
    const auto got = ::read(descriptor_.number(), buffer.data(), buffer.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return heard;
    if (got <= 0) return fail(FaultCode::reader_missing, "");
    kept_.insert(kept_.end(), buffer.begin(), buffer.begin() + got);
    const auto whole = static_cast<std::ptrdiff_t>(kept_.size() / sizeof(input_event));
    const std::ptrdiff_t size = sizeof(input_event);
    for (std::ptrdiff_t i = 0; i < whole; ++i) {
      input_event event{};
      std::memcpy(&event, kept_.data() + i * size, sizeof event);
      add_key(heard, event, now_());
    }
    kept_.erase(kept_.begin(), kept_.begin() + whole * size);
    return heard;
  }

 private:
  Descriptor descriptor_;
  std::function<Steady()> now_;
  Bytes kept_;  ///< the beginning of an event
};

class Keyboard final : public WedgePort {
 public:
  Keyboard(int descriptor, libevdev* device, std::function<Steady()> now)
      : descriptor_(descriptor), device_(device), now_(std::move(now)) {}
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;
  ~Keyboard() override { ::libevdev_free(device_); }

  Result<WedgeHeard> hear(Millis wait) override {
    WedgeHeard heard;
    // A device that hung up counts as pending, and has nothing to read.
    const bool pending = ::libevdev_has_event_pending(device_) > 0;
    const auto ready = descriptor_.within(pending ? Millis{0} : wait);
    if (ready == Descriptor::Ready::hung_up) return fail(FaultCode::reader_missing, "");
    if (!pending && ready == Descriptor::Ready::no) return heard;
    unsigned flag = LIBEVDEV_READ_FLAG_NORMAL;
    for (std::size_t i = 0; i < kEventsAtOnce; ++i) {
      input_event event{};
      const int got = ::libevdev_next_event(device_, flag, &event);
      if (got == -EAGAIN && flag == LIBEVDEV_READ_FLAG_NORMAL) break;
      if (got == -EAGAIN || got == -EINTR) {
        flag = LIBEVDEV_READ_FLAG_NORMAL;
      } else if (got < 0) {
        return fail(FaultCode::reader_missing, "");
      } else if (got == LIBEVDEV_READ_STATUS_SYNC) {
        // The kernel's queue ran over. What libevdev makes up for the lost keys is how the keys
        // stand now, not what was typed.
        heard.missed = true;
        heard.keys.clear();
        flag = LIBEVDEV_READ_FLAG_SYNC;
      } else {
        add_key(heard, event, now_());
      }
    }
    return heard;
  }

 private:
  Descriptor descriptor_;
  libevdev* device_;
  std::function<Steady()> now_;
};

ReaderNews why_not_opened(int error) {
  if (error == EACCES || error == EPERM) return {ReaderState::faulty, ReaderTrouble::permission};
  return {ReaderState::missing};
}

}  // namespace

WedgeOpened open_keyboard(const std::string& path, std::function<Steady()> now) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return tl::unexpected(why_not_opened(errno));
  libevdev* device = nullptr;
  if (::libevdev_new_from_fd(descriptor, &device) != 0) {
    ::close(descriptor);
    return tl::unexpected(ReaderNews{ReaderState::faulty, ReaderTrouble::silent});
  }
  auto keyboard = std::make_unique<Keyboard>(descriptor, device, std::move(now));
  const bool types = ::libevdev_has_event_code(device, EV_KEY, KEY_0) == 1 &&
                     ::libevdev_has_event_code(device, EV_KEY, KEY_9) == 1;
  if (!types) return tl::unexpected(ReaderNews{ReaderState::faulty, ReaderTrouble::silent});
  const int grabbed = ::libevdev_grab(device, LIBEVDEV_GRAB);
  if (grabbed == -EBUSY) {
    return tl::unexpected(ReaderNews{ReaderState::busy, ReaderTrouble::other_program});
  }
  if (grabbed != 0) return tl::unexpected(why_not_opened(-grabbed));
  // Where the kernel does not know the clock a key's time is when it was read.
  (void)::libevdev_set_clock_id(device, CLOCK_BOOTTIME);
  return keyboard;
}

std::unique_ptr<WedgePort> keys_from(int descriptor, std::function<Steady()> now) {
  return std::make_unique<EventPipe>(descriptor, std::move(now));
}

}  // namespace handbell::card
