// Everybody who looks at the page Today, and what is sent to them.
//
// Whoever changes the register says changed(); a thread of the hub's own reads once for all that
// came meanwhile and sends the live part to every listener. Every two seconds it looks by itself
// too: a kiosk that falls silent changes nothing. When nothing is new for 15 s a listener hears
// `still`, so that a browser can tell a quiet office from a lost one.
#pragma once

#include "app/net/server.h"
#include "app/office/today/today_reader.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace handbell::office {

class LiveHub {
 public:
  explicit LiveHub(TodayReader& reader);
  LiveHub(const LiveHub&) = delete;
  LiveHub& operator=(const LiveHub&) = delete;
  ~LiveHub();

  /// From now on this listener hears everything, beginning with how it is now.
  void add(const net::Reply& reply);
  void changed();

 private:
  void run();
  void tell();
  void send_all(const std::string& event, const std::string& data);

  TodayReader& reader_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<net::EventStream> listeners_;
  bool changed_ = false;
  bool ends_ = false;
  std::uint64_t sent_ = 0;  ///< the reading that everybody has
  int quiet_ = 0;           ///< looks since something was sent
  std::thread thread_;
};

}  // namespace handbell::office
