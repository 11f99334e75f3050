// Our own PN532 on a pseudo-terminal, for the unmodified libnfc: the demo's reader, the tests' and
// the benchmark's.
//
// By its control socket cards are put on and taken off, and faults are made:
//   on UID [KIND [MORE]]    off UID | off all     fault NAME [at N] | fault none
//   brown_out               unplug [at N]         replug                 state
// KIND: see target_kind.h; without it the card that was last there under this number comes back.
// at N: at the n-th command from now, for that command alone; else from now on.
// Each line is answered by one: "ok", or what is wrong with it.
#pragma once

#include "drivers/control/line_socket.h"
#include "drivers/pn532/chip.h"
#include "drivers/pn532/fault_plan.h"
#include "drivers/pn532/frame.h"
#include "drivers/pn532/line.h"
#include "drivers/pn532/terminal.h"

#include <atomic>
#include <functional>

namespace handbell::pn532 {

struct EmulatorPaths {
  std::string link;     ///< the serial port's name
  std::string control;  ///< the socket's
};

class Emulator {
 public:
  /// `now` counts microseconds. Faults: program_failed, address_wrong.
  [[nodiscard]] static Result<Emulator> make(EmulatorPaths paths, std::function<Micros()> now);

  /// Until `end` is set, or a signal interrupts the waiting.
  void run(const std::atomic<bool>& end);
  /// One line of the control socket.
  [[nodiscard]] std::string obey(const std::string& line);

 private:
  Emulator(EmulatorPaths paths, std::function<Micros()> now, Terminal terminal,
           control::LineSocket control);
  void turn();
  [[nodiscard]] int wait_ms() const;
  void hear(const Bytes& bytes);
  void hear(const HostFrame& frame);
  void answer(const ChipAnswer& answer, Micros from);
  [[nodiscard]] std::string put(const std::string& card);
  [[nodiscard]] std::string take_away(const std::string& card);
  [[nodiscard]] std::string plug(bool in);
  [[nodiscard]] std::string plan(const std::string& words);
  [[nodiscard]] std::string state() const;
  void set_fault(FaultKind fault);
  void count_command();
  void lose_power();

  EmulatorPaths paths_;
  std::function<Micros()> now_;
  std::optional<Terminal> terminal_;
  control::LineSocket control_;
  FrameReader reader_;
  Chip chip_;
  Line line_;
  FaultKind fault_ = FaultKind::none;
  std::uint64_t commands_ = 0;
  std::optional<FaultPlan> planned_;
  bool for_one_command_ = false;  ///< the fault of now
  std::uint64_t came_ = 0;        ///< planned faults whose command was heard
};

}  // namespace handbell::pn532
