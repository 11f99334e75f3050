// Slips at the door: painted here, printed by a thread that nobody waits for.
#pragma once

#include "app/base/reader_health.h"
#include "app/kiosk/shell/inbox.h"
#include "app/kiosk/shell/painted_screen.h"
#include "drivers/printer/slip_printer.h"

#include <memory>
#include <optional>
#include <string>

namespace handbell::kiosk {

class Slips {
 public:
  /// `printer`: as handbell.toml names it; empty: there is none. How it is comes into the inbox,
  /// which outlives this. Fault: bad_config.
  [[nodiscard]] Status start(const std::string& printer, Inbox& inbox);
  void print(const PrintSlip& slip, PaintedScreen& screen);
  /// As the office hears of it, beside the readers; nothing where there is no printer.
  [[nodiscard]] std::optional<ReaderHealth> health();
  /// "slip printer: no paper. Put in a new roll and close the lid."; empty: nothing is to be done.
  [[nodiscard]] static std::string fault_of(printer::PrinterState state);

 private:
  printer::PrinterName name_;
  std::unique_ptr<printer::SlipPrinter> printer_;
};

/// What is darker than half becomes black.
[[nodiscard]] printer::Bitmap black_and_white(const Image& image);

}  // namespace handbell::kiosk
