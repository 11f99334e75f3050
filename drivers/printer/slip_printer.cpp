#include "drivers/printer/slip_printer.h"

#include "drivers/printer/escpos.h"

#include <chrono>
#include <utility>

namespace handbell::printer {

namespace {

std::chrono::milliseconds lasting(Millis wait) { return std::chrono::milliseconds(wait.count); }

bool prints(PrinterState state) {
  return state == PrinterState::ready || state == PrinterState::low;
}

}  // namespace

std::string_view words_of(PrinterState state) {
  switch (state) {
    case PrinterState::starting:
      return "starting";
    case PrinterState::ready:
      return "working";
    case PrinterState::low:
      return "its paper ends soon";
    case PrinterState::no_paper:
      return "no paper";
    case PrinterState::missing:
      return "not plugged in or switched off";
    case PrinterState::stuck:
      return "takes nothing";
  }
  return "";
}

std::string_view remedy_of(PrinterState state) {
  switch (state) {
    case PrinterState::low:
      return "Have a new roll ready.";
    case PrinterState::no_paper:
      return "Put in a new roll and close the lid.";
    case PrinterState::missing:
      return "Look at its switch and its cable.";
    case PrinterState::stuck:
      return "Close its lid, or switch it off and on.";
    default:
      return "";
  }
}

SlipPrinter::SlipPrinter(Open open, std::function<Steady()> now,
                         std::function<void(PrinterState)> news, SlipWaits waits)
    : open_(std::move(open)),
      now_(std::move(now)),
      news_(std::move(news)),
      waits_(waits),
      thread_([this] { run(); }) {}

SlipPrinter::~SlipPrinter() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void SlipPrinter::print(Bitmap slip) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostSlips) {
      waiting_.pop_front();
      ++thrown_away_;
    }
    waiting_.push_back({std::move(slip), now_()});
  }
  changed_.notify_all();
}

PrinterState SlipPrinter::state() {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::size_t SlipPrinter::thrown_away() {
  const std::lock_guard lock(mutex_);
  return thrown_away_;
}

void SlipPrinter::forget_old(Steady now) {
  while (!waiting_.empty() && waiting_.front().since + waits_.slip_lives <= now) {
    waiting_.pop_front();
    ++thrown_away_;
  }
}

/// The slip to be printed now, as soon as there is one, or nothing when it is time to look.
std::optional<Bitmap> SlipPrinter::next(std::unique_lock<std::mutex>& lock) {
  if (state_ == PrinterState::starting) return std::nullopt;
  if (failed_) {
    changed_.wait_for(lock, lasting(waits_.again), [this] { return ends_; });
  } else {
    changed_.wait_for(lock, lasting(waits_.look), [this] { return ends_ || !waiting_.empty(); });
  }
  forget_old(now_());
  if (ends_ || waiting_.empty()) return std::nullopt;
  return waiting_.front().slip;
}

PrinterState SlipPrinter::look(PrinterPort& port) const {
  if (!port.send(paper_request(), waits_.send)) return PrinterState::stuck;
  const auto answer = port.hear(waits_.answer);
  // Many a printer on a one-way cable says nothing, and prints.
  const auto paper = answer ? paper_of(*answer) : std::nullopt;
  if (!paper || *paper == Paper::there) return PrinterState::ready;
  return *paper == Paper::low ? PrinterState::low : PrinterState::no_paper;
}

/// How the printer is afterwards: with `prints()` the slip is out.
PrinterState SlipPrinter::printed(const std::optional<Bitmap>& slip) const {
  const auto port = open_();
  if (!port) return PrinterState::missing;
  const PrinterState before = look(*port);
  if (!slip || !prints(before)) return before;
  if (!port->send(slip_bytes(*slip), waits_.send)) return PrinterState::stuck;
  return port->finish(waits_.send) ? before : PrinterState::stuck;
}

void SlipPrinter::become(PrinterState state) {
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(state_, state) == state) return;
  }
  news_(state);
}

void SlipPrinter::run() {
  std::unique_lock lock(mutex_);
  while (!ends_) {
    const auto slip = next(lock);
    if (ends_) return;
    const Steady since = slip ? waiting_.front().since : Steady{};
    lock.unlock();
    const PrinterState state = printed(slip);
    become(state);
    lock.lock();
    // The oldest of too many may have gone meanwhile.
    failed_ = slip && !prints(state);
    const bool still = slip && !waiting_.empty() && waiting_.front().since == since;
    if (still && prints(state)) waiting_.pop_front();
  }
}

}  // namespace handbell::printer
