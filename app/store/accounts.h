// Who may sign in, and with what: SITE/office/accounts.db, apart from the register.
//
// 1. An account belongs to a person of the staff list, by the id there; the list itself, with names
//    and roles, stays in the register.
// 2. Nothing in here lets anybody in who reads it: passwords and PINs are argon2id, codes and
//    cookies are hashes. Only the secret of the six-figure codes is one that has to be kept.
// 3. What ends somebody's way in (lock, new password, a device that is lost) ends the sessions in
//    the same transaction; whoever keeps them in memory sees it by sessions_ended().
// 4. Any thread may ask; one at a time is served.
//
// Faults of each: those of SqliteFile.
#pragma once

#include "app/base/random.h"
#include "app/store/account_rows.h"
#include "app/store/sqlite_file.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace handbell::store {

class Accounts {
 public:
  /// Makes the file where there is none.
  [[nodiscard]] static Result<std::unique_ptr<Accounts>> open(const std::string& path);
  /// To be read beside the office; what changes something is refused by SQLite then. Faults: those
  /// of SqliteFile::open_read_only.
  [[nodiscard]] static Result<std::unique_ptr<Accounts>> open_to_read(const std::string& path);
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;
  ~Accounts() = default;

  /// By id. Those invited stand there too, without a password.
  [[nodiscard]] Result<std::vector<Account>> all();
  [[nodiscard]] Result<std::optional<Account>> of(const std::string& staff);
  /// False until the first person has a password: set-up stands open until then.
  [[nodiscard]] Result<bool> any_active();

  /// A code to be handed over; an earlier one of this person ends, what she signs in with stays.
  [[nodiscard]] Status invite(const Invitation& invitation);
  /// Whose code that is, while it counts.
  [[nodiscard]] Result<std::optional<std::string>> invited(const std::string& hash, Instant now);
  /// Ends the invitation, what was there before, and every session of this person.
  [[nodiscard]] Status activate(const Account& account, const std::vector<std::string>& recovery);
  /// New password, PIN or secret: whichever is not empty.
  [[nodiscard]] Status change(const std::string& staff, const Credentials& to);
  [[nodiscard]] Status renew_recovery(const std::string& staff,
                                      const std::vector<std::string>& recovery);
  /// Nobody signs in as this person until it is undone.
  [[nodiscard]] Status lock(const std::string& staff, bool locked);
  /// Nothing that this person signed in with counts any more; an invitation makes it anew.
  [[nodiscard]] Status reset(const std::string& staff);
  [[nodiscard]] Status end_sessions_of(const std::string& staff);

  /// Everybody signs in anew, and nothing that was handed out (invitations, codes for devices, day
  /// passes) counts any more.
  [[nodiscard]] Status end_all();
  /// Every page of the file. Fault: database_wrong.
  [[nodiscard]] Status check();

  /// False where this step, or a later one, has counted already.
  [[nodiscard]] Result<bool> take_step(const std::string& staff, std::int64_t step);
  /// False where it is none of this person's, or was used.
  [[nodiscard]] Result<bool> take_recovery(const std::string& staff, const std::string& hash);
  /// One more wrong PIN in a row, or with `right` none.
  [[nodiscard]] Status count_pin(const std::string& staff, bool right);

  [[nodiscard]] Result<std::vector<Device>> devices();
  [[nodiscard]] Result<std::int64_t> add_device(const NewDevice& device);
  /// The code becomes the cookie, once. Nothing where it does not count.
  [[nodiscard]] Result<std::optional<Device>> enrol(const std::string& code,
                                                    const std::string& cookie, Instant now);
  [[nodiscard]] Status remove_device(std::int64_t id);

  [[nodiscard]] Status add_pass(const DayPass& pass);
  [[nodiscard]] Result<std::vector<DayPass>> passes(Instant now);
  [[nodiscard]] Status end_pass(const std::string& hash);

  [[nodiscard]] Result<std::vector<SessionRow>> sessions();
  [[nodiscard]] Status put_session(const SessionRow& session);
  [[nodiscard]] Status seen(const std::vector<SessionRow>& sessions);
  [[nodiscard]] Status drop_session(const std::string& hash);
  /// Grows when sessions ended that somebody may still have in memory.
  [[nodiscard]] std::uint64_t sessions_ended() const { return ended_; }
  /// Grows when a device came or went.
  [[nodiscard]] std::uint64_t devices_changed() const { return devices_; }

  /// A browser from which this person signed in.
  [[nodiscard]] Status know_browser(const std::string& hash, const std::string& staff,
                                    Instant until);
  [[nodiscard]] Result<bool> knows_browser(const std::string& hash, const std::string& staff,
                                           Instant now);
  /// The same of whomever.
  [[nodiscard]] Result<bool> knows_browser(const std::string& hash, Instant now);

 private:
  explicit Accounts(SqliteFile file) : file_(std::move(file)) {}
  template <class Work>
  auto write(Work&& work);
  template <class Work>
  auto read(Work&& work);

  std::mutex mutex_;
  SqliteFile file_;
  int written_ = 0;  ///< since the last checkpoint
  std::atomic<std::uint64_t> ended_ = 0;
  std::atomic<std::uint64_t> devices_ = 0;
};

template <class Work>
auto Accounts::write(Work&& work) {
  constexpr int kBetweenCheckpoints = 200;
  const std::lock_guard lock(mutex_);
  auto done = file_.transact(std::forward<Work>(work));
  if (done && ++written_ >= kBetweenCheckpoints && file_.checkpoint()) written_ = 0;
  return done;
}

template <class Work>
auto Accounts::read(Work&& work) {
  const std::lock_guard lock(mutex_);
  return file_.guarded(std::forward<Work>(work));
}

}  // namespace handbell::store
