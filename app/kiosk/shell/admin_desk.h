// How `handbell` asks a kiosk that runs: the socket FOLDER/admin.sock, mode 0600.
//
//   GET  /admin/v1/status   how it is, as JSON
//   POST /admin/v1/verify   reads the whole journal between the taps. The body: what the office
//                           remembers, a witness a line. The answer: the journal's own head and
//                           the register's as the kiosk heard it; or 409 and what is wrong.
#pragma once

#include "app/net/server.h"
#include "app/store/journal_file.h"
#include "app/store/owner.h"

#include <memory>

namespace handbell::kiosk {

class AdminDesk {
 public:
  using JournalOwner = store::Owner<store::JournalFile>;
  using Health = std::function<journal::KioskHealth()>;

  /// `health` answers from any thread. Faults: address_taken, address_wrong.
  [[nodiscard]] static Result<std::unique_ptr<AdminDesk>> open(const std::string& folder,
                                                               JournalOwner& journal,
                                                               Health health);

 private:
  AdminDesk(std::string folder, JournalOwner& journal, Health health);

  void handle(const net::Request& request, const net::Reply& reply);
  [[nodiscard]] net::Response status();
  [[nodiscard]] net::Response verify(const std::string& body);

  std::string folder_;
  JournalOwner& journal_;
  Health health_;
  std::unique_ptr<net::Server> server_;
};

}  // namespace handbell::kiosk
