// What the office does for kiosks: takes what they send, gives out the door book. Nothing else.
//
// A kiosk that holds a code from the office becomes one of the school's (journal/enrolment.h).
// A message that is not sealed with the kiosk's own key gets 403 and no reason: whoever sent it is
// not a kiosk of this school. A kiosk that has the newest door book is answered when there is
// another (a long poll): what the office enters stands at the door a moment later.
#pragma once

#include "app/base/clock.h"
#include "app/journal/book_request.h"
#include "app/net/server.h"
#include "app/office/web/writer.h"

#include <functional>
#include <map>
#include <mutex>

namespace handbell::office {

class KioskService {
 public:
  /// `card_key`: with which a door names cards. `changed` runs after each message that brought
  /// something new, on the writer's thread.
  KioskService(Writer& writer, Clock& clock, const journal::KioskKey& card_key,
               std::function<void()> changed);

  /// PEM: what a kiosk that is enrolled is told to trust from then on; before the first request.
  void vouch_with(std::string authority) { authority_ = std::move(authority); }

  /// POST /kiosk/v1/sync, /kiosk/v1/book and /kiosk/v1/enrol; anything else is 404.
  void handle(const net::Request& request, const net::Reply& reply);
  /// The school may have another version: kiosks that wait for one get it. From any thread.
  void school_changed();

 private:
  [[nodiscard]] Instant now();
  void sync(store::Register& held, const std::string& body, const net::Reply& reply);
  void book(store::Register& held, const std::string& body, const net::Reply& reply);
  void enrol(store::Register& held, const std::string& body, const net::Reply& reply);

  /// A kiosk that has the newest door book and waits for the next.
  struct Waiting {
    journal::BookRequest asked;
    journal::KioskKey key;
    net::Reply reply;
  };

  [[nodiscard]] bool send_if_newer(store::Register& held, const reg::School& school,
                                   const Waiting& kiosk);

  Writer& writer_;
  Clock& clock_;
  std::mutex clock_mutex_;
  journal::KioskKey card_key_;
  std::function<void()> changed_;
  std::string authority_;
  std::map<std::uint32_t, Waiting> waiting_;  ///< on the writer's thread alone
};

}  // namespace handbell::office
