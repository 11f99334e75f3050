#include "app/kiosk/shell/control_desk.h"

#include <charconv>
#include <optional>

namespace handbell::kiosk {

Result<std::unique_ptr<ControlDesk>> ControlDesk::open(const std::string& path, Inbox& inbox,
                                                       Readers& readers, WatchedDisplay& display) {
  auto socket = control::LineSocket::listening(path);
  if (!socket) return fail(socket.error());
  return std::unique_ptr<ControlDesk>(new ControlDesk(std::move(*socket), inbox, readers, display));
}

ControlDesk::ControlDesk(control::LineSocket socket, Inbox& inbox, Readers& readers,
                         WatchedDisplay& display)
    : socket_(std::move(socket)),
      inbox_(inbox),
      readers_(readers),
      display_(display),
      thread_([this] { serve(); }) {}

ControlDesk::~ControlDesk() {
  ends_ = true;
  thread_.join();
}

void ControlDesk::serve() {
  constexpr int kLookForEnd = 100;  // ms; rehearsals alone
  while (!ends_) {
    std::vector<pollfd> wanted;
    socket_.add_to(wanted);
    if (::poll(wanted.data(), wanted.size(), kLookForEnd) <= 0) continue;
    socket_.serve(wanted, [this](const std::string& line) { return obey(line); });
  }
}

namespace {

/// "17 appointment"
std::optional<HandedOver> handed_over(const std::string& words) {
  const auto space = words.find(' ');
  std::int64_t number = 0;
  const char* end = words.data() + std::min(space, words.size());
  const auto read = std::from_chars(words.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number < 1) return std::nullopt;
  return HandedOver{PupilId(number), space == std::string::npos ? "" : words.substr(space + 1)};
}

}  // namespace

std::string ControlDesk::obey(const std::string& line) {
  const auto space = line.find(' ');
  const std::string verb = line.substr(0, space);
  const std::string value = space == std::string::npos ? "" : line.substr(space + 1);
  if (verb == "press") {
    inbox_.put(Pressed{value});
    return "ok";
  }
  if (verb == "evacuation" && (value == "on" || value == "off")) {
    inbox_.put(Evacuation{value == "on"});
    return "ok";
  }
  if (verb == "hand-over") {
    const auto gone = handed_over(value);
    if (!gone) return "hand-over needs a pupil's number, hand-over 17 appointment";
    inbox_.put(*gone);
    return "ok";
  }
  if (verb == "turn") return std::to_string(display_.longest_turn().count);
  if (verb != "card") return "press ID, card UID, hand-over N, evacuation on|off or turn?";
  const auto uid = CardNumber::parse(value);
  if (!uid) return sentence(uid.error());
  readers_.card(*uid, store::steady_now());
  return "ok";
}

}  // namespace handbell::kiosk
