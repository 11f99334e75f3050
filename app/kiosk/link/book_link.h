// The kiosk's thread that fetches the door book.
//
// 1. It asks, and the office answers when it has another one: what is entered there stands at the
//    door a moment later. A question that is not answered within a minute is asked again.
// 2. The book is replaced whole, after its seal was found right. It counts at once, also where the
//    disk has no room for its copy: "Leave the building" waits for no disk. The copy is tried
//    again.
// 3. An office that does not answer is asked again after a second, then twice as long each time up
//    to a minute, or as soon as the other link heard from it.
#pragma once

#include "app/journal/kiosk_identity.h"
#include "app/net/client.h"
#include "app/register/door_book.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace handbell::kiosk {

struct KeptBook {
  std::shared_ptr<const reg::DoorBook> book;
  std::optional<Fault> fault;  ///< door_book_garbled
};

/// The door book that is kept; a new, empty one where there is none or it cannot be believed.
[[nodiscard]] KeptBook kept_book(const std::string& path, const journal::KioskKey& key);

/// Called on the link's thread.
struct BookNews {
  std::function<void(std::shared_ptr<const reg::DoorBook>)> book;
  std::function<void(const std::string& sentence)> fault;
};

class BookLink {
 public:
  /// `path`: where the book is kept; `held`: the one that is. Faults: address_wrong,
  /// certificate_unreadable.
  [[nodiscard]] static Result<std::unique_ptr<BookLink>> start(
      const journal::KioskIdentity& identity, const std::string& path,
      std::shared_ptr<const reg::DoorBook> held, BookNews news);
  BookLink(const BookLink&) = delete;
  BookLink& operator=(const BookLink&) = delete;
  ~BookLink();

  /// The office answers again.
  void wake();

 private:
  BookLink(const journal::KioskIdentity& identity, net::Reached office);

  void run();
  [[nodiscard]] std::chrono::milliseconds rest_after(const Status& fetched);
  [[nodiscard]] bool wait(std::chrono::milliseconds longest);
  [[nodiscard]] Status fetch();
  [[nodiscard]] Status keep();

  journal::KioskIdentity identity_;
  std::string path_;
  std::shared_ptr<const reg::DoorBook> held_;
  BookNews news_;
  std::string unkept_;  ///< the newest book, sealed, until its copy is on the disk
  net::Client client_;
  std::chrono::milliseconds pause_{0};  ///< since the office answered last
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::kiosk
