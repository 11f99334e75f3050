// The kiosk's thread that talks to the office.
//
// 1. It sends what the office does not hold yet, from where the office says it is, when the sender
//    (journal/sender.h) says that it is time. The journal itself is the queue.
// 2. It reads and keeps through the journal's owner.
// 3. The office may be gone for a month: nothing at the door waits for it.
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/journal/kiosk_identity.h"
#include "app/journal/sender.h"
#include "app/net/client.h"
#include "app/store/journal_file.h"
#include "app/store/owner.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace handbell::kiosk {

/// What the link hears; called on the link's thread.
struct LinkNews {
  std::function<void(std::uint64_t waiting, bool office_silent)> waiting;
  std::function<void(Millis ahead_of_office)> office_clock;
  std::function<void(const std::string& sentence)> fault;
};

class OfficeLink {
 public:
  /// Faults: address_wrong, certificate_unreadable.
  [[nodiscard]] static Result<std::unique_ptr<OfficeLink>> start(
      store::Owner<store::JournalFile>& journal, journal::KioskIdentity identity, Clock& clock,
      Random& random, LinkNews news);
  OfficeLink(const OfficeLink&) = delete;
  OfficeLink& operator=(const OfficeLink&) = delete;
  ~OfficeLink();

  /// Nothing is asked of the journal any more; wake() and set_health() may still be called.
  void stop();
  /// An entry was written: it goes out now, not with the next greeting.
  void wake();
  /// What the office's page shows of this kiosk.
  void set_health(const std::string& reader, bool clock_trusted, std::uint64_t book_version);
  [[nodiscard]] journal::KioskHealth health();

 private:
  OfficeLink(store::Owner<store::JournalFile>& journal, journal::KioskIdentity identity,
             net::Reached office, Clock& clock, Random& random);

  void run();
  [[nodiscard]] bool wait_until_due();
  void exchange();
  [[nodiscard]] Result<journal::SyncAnswer> send_from(std::uint64_t from);
  void take(const journal::SyncAnswer& answer);
  void tell_failure(const std::string& failure);
  [[nodiscard]] Result<net::Response> post(const std::string& path, const Bytes& body);

  store::Owner<store::JournalFile>& journal_;
  journal::KioskIdentity identity_;
  net::Client client_;
  Clock& clock_;
  Random& random_;
  LinkNews news_;
  journal::Sender sender_;
  std::uint64_t newest_ = 0;
  Instant sent_at_;           ///< the last question, by the kiosk's clock
  std::string told_failure_;  ///< since the last answer
  std::mutex mutex_;
  std::condition_variable changed_;
  journal::KioskHealth health_;
  bool woken_ = true;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::kiosk
