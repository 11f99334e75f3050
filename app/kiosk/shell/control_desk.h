// In a rehearsal: fingers, cards and what the office does, by a socket, one command a line:
//
//   press ID              a finger on this button
//   card UID              a card held up
//   hand-over N [REASON]  the office handed pupil N over
//   evacuation on|off
//   turn                  the longest turn of the kiosk's loop since this was last asked, in ms
#pragma once

#include "app/kiosk/shell/readers.h"
#include "app/kiosk/shell/watched_display.h"
#include "drivers/control/line_socket.h"

#include <atomic>
#include <memory>
#include <thread>

namespace handbell::kiosk {

class ControlDesk {
 public:
  /// `display` is the one that the loop waits at. Faults: program_failed, address_wrong.
  [[nodiscard]] static Result<std::unique_ptr<ControlDesk>> open(const std::string& path,
                                                                 Inbox& inbox, Readers& readers,
                                                                 WatchedDisplay& display);
  ControlDesk(const ControlDesk&) = delete;
  ControlDesk& operator=(const ControlDesk&) = delete;
  ~ControlDesk();

 private:
  ControlDesk(control::LineSocket socket, Inbox& inbox, Readers& readers, WatchedDisplay& display);
  void serve();
  [[nodiscard]] std::string obey(const std::string& line);

  control::LineSocket socket_;
  Inbox& inbox_;
  Readers& readers_;
  WatchedDisplay& display_;
  std::atomic<bool> ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::kiosk
