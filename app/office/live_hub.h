// Everybody who looks at a page that follows what happens, and what is sent to them.
//
// Whoever changes the register says changed(); a thread of the hub's own reads once for all that
// came meanwhile. Who looks at Today is sent its live part; who looks at another page hears
// `changed` and fetches that page again, as the person that it is shown to. Every two seconds the
// hub looks by itself too: a kiosk that falls silent changes nothing, and each minute some child
// waits too long. When nothing is new for 15 s a listener hears `still`, so that a browser can tell
// a quiet office from a lost one. Whoever is not signed in any more hears `ended` and nothing else.
#pragma once

#include "app/net/server.h"
#include "app/office/today/today_reader.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace handbell::office {

class LiveHub {
 public:
  explicit LiveHub(TodayReader& reader);
  LiveHub(const LiveHub&) = delete;
  LiveHub& operator=(const LiveHub&) = delete;
  ~LiveHub() { finish(); }

  /// Says nothing more and asks nothing more of whoever may still hear.
  void finish();

  /// Whether a listener may still hear; asked before anything is sent, from the hub's thread.
  using StillIn = std::function<bool()>;
  /// From now on this listener hears everything, beginning with how it is now.
  void add(const net::Reply& reply, StillIn still_in, TodayFor reader);
  /// The same for any other page: hears that something changed, and not what.
  void add_page(const net::Reply& reply, StillIn still_in);
  void changed();
  /// Something beside the register: what lies on a desk reader. Today has nothing of it.
  void pages_changed();

 private:
  struct Listener {
    net::EventStream stream;
    StillIn still_in;
    TodayFor reader = TodayFor::outsiders;
  };
  using DataFor = std::function<const std::string&(const Listener&)>;
  static void send(std::vector<Listener>& all, const std::string& event, const DataFor& data);
  void run();
  void tell();
  void tell_today();
  void tell_pages();
  [[nodiscard]] bool take_beside();

  TodayReader& reader_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Listener> listeners_;  ///< of Today
  std::vector<Listener> pages_;      ///< of the others
  bool changed_ = false;
  bool beside_ = false;  ///< since the pages were told
  bool ends_ = false;
  std::uint64_t sent_ = 0;    ///< the reading of Today that everybody has
  std::uint64_t looked_ = 0;  ///< the looks at the register that the other pages heard of
  int quiet_ = 0;             ///< looks since something was sent to those of Today
  int quiet_pages_ = 0;       ///< the same of the others
  std::thread thread_;
};

}  // namespace handbell::office
