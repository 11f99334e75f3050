// The kiosk's card readers, each a child process, as events for the inbox.
#pragma once

#include "app/journal/seal.h"
#include "app/kiosk/shell/inbox.h"
#include "app/store/site_clock.h"
#include "drivers/card/reader_process.h"

#include <memory>
#include <string>
#include <vector>

namespace handbell::kiosk {

class Readers {
 public:
  /// `program`: the path of handbell-reader; `clock`: for the wall time of a tap.
  Readers(Inbox& inbox, const journal::KioskKey& card_key, std::string rehearsal_file);

  /// Fault: program_failed.
  [[nodiscard]] Status add(const std::string& program, const std::string& connection);
  void stop();
  /// A card that no reader saw: a rehearsal's.
  void card(const CardNumber& uid, Steady at);
  /// "ready", or what troubles the first that is not: for the office's page.
  [[nodiscard]] std::string state() const;

 private:
  void take(const card::ReaderEvent& event);

  Inbox& inbox_;
  journal::KioskKey card_key_;
  std::string rehearsal_file_;
  std::vector<std::unique_ptr<card::ReaderProcess>> readers_;
};

}  // namespace handbell::kiosk
