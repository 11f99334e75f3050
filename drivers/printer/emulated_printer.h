// A slip printer that is no printer: it listens in the network as one does, and keeps what it would
// have printed. Its roll can end, it can be mute, and it can take nothing any more.
#pragma once

#include "app/base/result.h"
#include "drivers/printer/escpos.h"
#include "drivers/printer/printed_page.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace handbell::printer {

class EmulatedPrinter {
 public:
  /// On loopback. `port` 0: any that is free. Fault: address_taken.
  [[nodiscard]] static Result<std::unique_ptr<EmulatedPrinter>> listening(int port = 0);
  EmulatedPrinter(const EmulatedPrinter&) = delete;
  EmulatedPrinter& operator=(const EmulatedPrinter&) = delete;
  ~EmulatedPrinter();

  [[nodiscard]] int port() const { return port_; }
  void set_paper(Paper paper) { paper_ = paper; }
  void set_mute(bool mute) { mute_ = mute; }      ///< prints, and answers nothing
  void set_stuck(bool stuck) { stuck_ = stuck; }  ///< takes nothing

  [[nodiscard]] std::vector<Bitmap> slips();
  [[nodiscard]] int strange_bytes();
  [[nodiscard]] int times_asked() const { return asked_; }

 private:
  explicit EmulatedPrinter(int listener, int port);
  void run();
  void serve(int caller);

  const int listener_;
  const int port_;
  std::atomic<Paper> paper_ = Paper::there;
  std::atomic<bool> mute_ = false;
  std::atomic<bool> stuck_ = false;
  std::atomic<bool> ends_ = false;
  std::atomic<int> asked_ = 0;
  std::mutex mutex_;
  PrintedPage page_;
  std::thread thread_;
};

}  // namespace handbell::printer
