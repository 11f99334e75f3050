#include "drivers/pn532/emulator.h"

#include "drivers/pn532/target_kind.h"

#include <poll.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace handbell::pn532 {

namespace {

constexpr int kLongestWait = 1000;  // ms
constexpr int kNoiseEvery = 1;      // ms

}  // namespace

Result<Emulator> Emulator::make(EmulatorPaths paths, std::function<Micros()> now) {
  auto terminal = Terminal::plugged_in(paths.link);
  if (!terminal) return fail(terminal.error());
  auto control = control::LineSocket::listening(paths.control);
  if (!control) return fail(control.error());
  return Emulator(std::move(paths), std::move(now), std::move(*terminal), std::move(*control));
}

Emulator::Emulator(EmulatorPaths paths, std::function<Micros()> now, Terminal terminal,
                   control::LineSocket control)
    : paths_(std::move(paths)),
      now_(std::move(now)),
      terminal_(std::move(terminal)),
      control_(std::move(control)) {}

void Emulator::run(const std::atomic<bool>& end) {
  while (!end) turn();
}

void Emulator::turn() {
  std::vector<pollfd> wanted;
  if (terminal_) wanted.push_back({terminal_->descriptor(), POLLIN, 0});
  control_.add_to(wanted);
  const Micros left = line_.next() ? *line_.next() - now_() : Micros{wait_ms()} * 1000;
  const timespec wait{std::max<Micros>(left, 0) / 1'000'000,
                      std::max<Micros>(left, 0) % 1'000'000 * 1000};
  if (::ppoll(wanted.data(), wanted.size(), &wait, nullptr) < 0) return;
  if (terminal_ && wanted.front().revents != 0) hear(terminal_->read_some());
  control_.serve(wanted, [this](const std::string& line) { return obey(line); });
  if (terminal_) terminal_->write_some(line_.due(now_()));
}

int Emulator::wait_ms() const { return fault_ == FaultKind::noise ? kNoiseEvery : kLongestWait; }

void Emulator::hear(const Bytes& bytes) {
  for (const std::uint8_t byte : bytes) {
    constexpr std::uint8_t kWake = 0x55;
    if (byte == kWake) chip_.wake();
    if (const auto frame = reader_.take(byte)) hear(*frame);
  }
}

void Emulator::count_command() {
  ++commands_;
  if (std::exchange(for_one_command_, false)) set_fault(FaultKind::none);
  if (planned_ && --planned_->at == 0) {
    set_fault(planned_->kind);
    planned_.reset();
    for_one_command_ = true;
    ++came_;
  }
  if (fault_ == FaultKind::brown_out) lose_power();
  if (fault_ != FaultKind::unplug) return;
  set_fault(FaultKind::none);
  (void)plug(false);
}

void Emulator::hear(const HostFrame& frame) {
  if (frame.kind == FrameKind::command) count_command();
  if (!chip_.awake() || fault_ == FaultKind::ignore_command) return;
  if (frame.kind == FrameKind::ack) {
    chip_.stop_listing();
    return line_.clear();
  }
  if (frame.kind != FrameKind::command) return;
  const Micros heard = now_() + kByteTime * static_cast<Micros>(frame.data.size() + 8);
  line_.clear();  // a new command ends the one under way
  line_.acknowledge(heard);
  const auto said = chip_.carry_out(frame.data);
  if (!said) return line_.answer(syntax_error_frame(), heard);
  answer(*said, heard);
}

void Emulator::answer(const ChipAnswer& answer, Micros from) {
  if (answer.data.empty()) return;
  line_.answer(answer_frame(answer.data), from + answer.after);
}

std::string Emulator::obey(const std::string& line) {
  const auto space = line.find(' ');
  const std::string verb = line.substr(0, space);
  const std::string value = space == std::string::npos ? "" : line.substr(space + 1);
  if (verb == "on") return put(value);
  if (verb == "off") return take_away(value);
  if (verb == "fault") return plan(value);
  if (verb == "brown_out") return lose_power(), "ok";
  if (verb == "unplug" && !value.empty()) return plan(line);
  if (verb == "unplug" || verb == "replug") return plug(verb == "replug");
  if (verb == "state") return state();
  return "on UID [KIND], off UID, off all, fault NAME [at N], brown_out, unplug, replug or state?";
}

std::string Emulator::state() const {
  return std::to_string(chip_.cards()) + " cards, " + std::to_string(commands_) + " commands, " +
         std::string(name_of(fault_)) + ", " + std::to_string(came_) + " came" +
         (planned_ ? ", a fault is planned" : "");
}

std::string Emulator::put(const std::string& card) {
  std::istringstream words(card);
  std::string number;
  std::string kind;
  std::string more;
  words >> number >> kind;
  std::getline(words >> std::ws, more);
  const auto uid = CardNumber::parse(number);
  if (!uid) return sentence(uid.error());
  constexpr const char* kNoSuchCard = "There is no such kind of card with such a number.";
  if (kind.empty()) {
    if (!chip_.put(*uid)) return kNoSuchCard;
  } else {
    auto made = make_target(*uid, kind, more);
    if (!made) return kNoSuchCard;
    if (!chip_.put(std::move(made))) return "This card is already there.";
  }
  if (const auto found = chip_.listing_ended()) answer(*found, now_());
  return "ok";
}

std::string Emulator::take_away(const std::string& card) {
  if (card == "all") return chip_.take_all_away(), "ok";
  const auto uid = CardNumber::parse(card);
  if (!uid) return sentence(uid.error());
  return chip_.take_away(*uid) ? "ok" : "This card is not there.";
}

std::string Emulator::plan(const std::string& words) {
  const auto plan = parse_fault_plan(words);
  if (!plan) return "There is no fault with this name, or no such number.";
  planned_.reset();
  for_one_command_ = false;
  // A fault that waits ends the one of now.
  set_fault(plan->at == 0 ? plan->kind : FaultKind::none);
  if (plan->at > 0) planned_ = *plan;
  return "ok";
}

void Emulator::set_fault(FaultKind fault) {
  fault_ = fault;
  chip_.set_fault(fault);
  line_.set_fault(fault);
}

void Emulator::lose_power() {
  chip_.brown_out();
  line_.clear();
  reader_.reset();
}

std::string Emulator::plug(bool in) {
  terminal_.reset();
  lose_power();
  if (!in) return "ok";
  auto terminal = Terminal::plugged_in(paths_.link);
  if (!terminal) return sentence(terminal.error());
  terminal_.emplace(std::move(*terminal));
  return "ok";
}

}  // namespace handbell::pn532
