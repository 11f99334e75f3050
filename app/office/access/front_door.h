// All that lets people into a running office: accounts, sessions, the threads that check passwords,
// the gate and its pages, in the order in which they have to stop.
#pragma once

#include "app/office/access/access_gate.h"
#include "app/office/access/people_reader.h"
#include "app/office/web/route.h"

namespace handbell::office {

struct FrontDoorParts {
  std::string folder;         ///< the office's: accounts.db stands there
  std::string register_path;  ///< read by a connection of its own
  std::function<Instant()> now;
  std::function<Status(const reg::StaffMember&)> put_staff;
  std::function<PageFrame()> frame;
  std::function<void(const std::string&)> log;
  AuditLog* audit = nullptr;  ///< who came in is noted there; outlives it
};

class FrontDoor {
 public:
  /// Faults: those of both files. `random` outlives it.
  [[nodiscard]] static Result<std::unique_ptr<FrontDoor>> open(const FrontDoorParts& parts,
                                                               Random& random);
  FrontDoor(const FrontDoor&) = delete;
  FrontDoor& operator=(const FrontDoor&) = delete;
  ~FrontDoor() { finish(); }

  [[nodiscard]] Gate& gate() { return *gate_; }
  [[nodiscard]] Routes routes() { return access_routes_of(*access_); }
  [[nodiscard]] store::Accounts& accounts() { return *accounts_; }
  /// A new one, where nobody can sign in yet; else nothing.
  [[nodiscard]] Result<std::optional<std::string>> first_run_code();
  /// Whoever checks a password is answered; nothing more is taken. Before the writer ends.
  void finish() { workers_.finish(); }

 private:
  FrontDoor(std::unique_ptr<store::Accounts> accounts, std::unique_ptr<PeopleReader> people,
            Random& random)
      : random_(random), accounts_(std::move(accounts)), people_(std::move(people)) {}
  static Routes access_routes_of(Access& access);

  Random& random_;
  std::unique_ptr<store::Accounts> accounts_;
  std::unique_ptr<PeopleReader> people_;
  std::unique_ptr<Sessions> sessions_;
  PasswordWorkers workers_;
  std::unique_ptr<Access> access_;
  std::unique_ptr<AccessGate> gate_;
};

}  // namespace handbell::office
