// The slip printer at the door: it takes a slip at once and prints it when it can.
//
// 1. print() never waits: a thread of its own opens the printer, asks for the paper, prints, asks
//    again. A child is in, with or without a slip.
// 2. Without paper nothing is sent, since printers keep what they are sent and print it hours
// later.
// 3. A slip is for the child who stands there. What could not be printed within a minute is thrown
//    away, and so is the oldest of more than eight.
// 4. Once a minute the printer is asked how it is, so that somebody can put paper in before 8:36.
#pragma once

#include "app/base/clock.h"
#include "drivers/printer/bitmap.h"
#include "drivers/printer/printer_port.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace handbell::printer {

enum class PrinterState : std::uint8_t {
  starting,
  ready,
  low,  ///< the paper ends soon
  no_paper,
  missing,  ///< switched off, unplugged, or not under this name
  stuck,    ///< there, and takes nothing
};

/// "working", "its paper ends soon" ...
[[nodiscard]] std::string_view words_of(PrinterState state);
/// What somebody has to do; empty where nothing is.
[[nodiscard]] std::string_view remedy_of(PrinterState state);

inline constexpr std::size_t kMostSlips = 8;

/// How long it waits for what; a test waits less.
struct SlipWaits {
  Millis send = seconds(3);
  Millis answer{500};
  Millis again = seconds(5);  ///< after it could not print
  Millis look = minutes(1);   ///< where nothing is to be printed
  Millis slip_lives = minutes(1);
};

class SlipPrinter {
 public:
  using Open = std::function<std::unique_ptr<PrinterPort>()>;
  /// `now`: from any thread. `news`: on the printer's own thread, when its state is another one.
  SlipPrinter(Open open, std::function<Steady()> now, std::function<void(PrinterState)> news,
              SlipWaits waits = {});
  SlipPrinter(const SlipPrinter&) = delete;
  SlipPrinter& operator=(const SlipPrinter&) = delete;
  ~SlipPrinter();

  void print(Bitmap slip);
  [[nodiscard]] PrinterState state();
  [[nodiscard]] std::size_t thrown_away();

 private:
  struct Waiting {
    Bitmap slip;
    Steady since;
  };
  void run();
  [[nodiscard]] std::optional<Bitmap> next(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] PrinterState look(PrinterPort& port) const;
  [[nodiscard]] PrinterState printed(const std::optional<Bitmap>& slip) const;
  void become(PrinterState state);
  void forget_old(Steady now);

  Open open_;
  std::function<Steady()> now_;
  std::function<void(PrinterState)> news_;
  const SlipWaits waits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  PrinterState state_ = PrinterState::starting;
  std::size_t thrown_away_ = 0;
  bool failed_ = false;  ///< the newest slip could not be printed: not again at once
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::printer
