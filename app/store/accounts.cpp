#include "app/store/accounts.h"

#include <initializer_list>
#include <span>

namespace handbell::store {

std::span<const Migration> accounts_migrations();

namespace {

constexpr std::int32_t kAccountsId = 0x4842'4131;  // "HBA1"

constexpr const char* kAccount =
    "SELECT staff, password, totp, totp_step, pin, pin_wrong, locked, "
    "(SELECT count(*) FROM recovery r WHERE r.staff = a.staff), "
    "(SELECT until_ms FROM invitation i WHERE i.staff = a.staff) FROM account a";

/// Not exclusive: a backup is made beside the office.
SqliteOptions accounts_options() {
  SqliteOptions options;
  options.application_id = kAccountsId;
  options.migrations = accounts_migrations();
  return options;
}

Bytes bytes_in(const SQLite::Column& column) {
  const auto* begin = static_cast<const std::uint8_t*>(column.getBlob());
  return begin == nullptr ? Bytes() : Bytes(begin, begin + column.getBytes());
}

Account account_in(SQLite::Statement& row) {
  return {
      row.getColumn(0).getString(),   row.getColumn(1).getString(), bytes_in(row.getColumn(2)),
      row.getColumn(3).getInt64(),    row.getColumn(4).getString(), row.getColumn(5).getInt(),
      row.getColumn(6).getInt() != 0, row.getColumn(7).getInt(),    {row.getColumn(8).getInt64()}};
}

/// Runs it with texts alone; answers how many lines it changed.
int run(SQLite::Database& database, const char* sql, std::initializer_list<std::string> texts) {
  SQLite::Statement step(database, sql);
  int at = 0;
  for (const auto& text : texts) step.bind(++at, text);
  return step.exec();
}

void put_recovery(SQLite::Database& database, const std::string& staff,
                  const std::vector<std::string>& hashes) {
  run(database, "DELETE FROM recovery WHERE staff = ?", {staff});
  for (const auto& hash : hashes) {
    run(database, "INSERT OR IGNORE INTO recovery VALUES (?, ?)", {staff, hash});
  }
}

void put_totp(SQLite::Database& database, const std::string& staff, const Bytes& secret,
              std::int64_t step) {
  SQLite::Statement put(database, "UPDATE account SET totp = ?, totp_step = ? WHERE staff = ?");
  // No secret is an empty one: SQLite takes a pointer to nothing as NULL.
  put.bind(1, secret.empty() ? "" : static_cast<const void*>(secret.data()),
           static_cast<int>(secret.size()));
  put.bind(2, step);
  put.bind(3, staff);
  put.exec();
}

}  // namespace

Result<std::unique_ptr<Accounts>> Accounts::open(const std::string& path) {
  auto file = SqliteFile::open(path, accounts_options());
  if (!file) return fail(file.error());
  return std::unique_ptr<Accounts>(new Accounts(std::move(*file)));
}

Result<std::unique_ptr<Accounts>> Accounts::open_to_read(const std::string& path) {
  auto file = SqliteFile::open_read_only(path, accounts_options());
  if (!file) return fail(file.error());
  return std::unique_ptr<Accounts>(new Accounts(std::move(*file)));
}

Result<std::vector<Account>> Accounts::all() {
  return read([&] {
    std::vector<Account> found;
    SQLite::Statement rows(file_.database(), std::string(kAccount) + " ORDER BY staff");
    while (rows.executeStep()) found.push_back(account_in(rows));
    return found;
  });
}

Result<std::optional<Account>> Accounts::of(const std::string& staff) {
  return read([&]() -> std::optional<Account> {
    SQLite::Statement row(file_.database(), std::string(kAccount) + " WHERE staff = ?");
    row.bind(1, staff);
    if (!row.executeStep()) return std::nullopt;
    return account_in(row);
  });
}

Result<bool> Accounts::any_active() {
  return read([&] {
    return file_.database()
               .execAndGet("SELECT count(*) FROM account WHERE password <> ''")
               .getInt() > 0;
  });
}

Status Accounts::invite(const Invitation& invitation) {
  return write([&] {
    auto& database = file_.database();
    if (!invitation.staff.empty()) {
      run(database, "INSERT OR IGNORE INTO account (staff) VALUES (?)", {invitation.staff});
    }
    SQLite::Statement put(database, "INSERT OR REPLACE INTO invitation VALUES (?, ?, ?)");
    put.bind(1, invitation.staff);
    put.bind(2, invitation.hash);
    put.bind(3, invitation.until.ms);
    put.exec();
  });
}

Result<std::optional<std::string>> Accounts::invited(const std::string& hash, Instant now) {
  return read([&]() -> std::optional<std::string> {
    SQLite::Statement row(file_.database(),
                          "SELECT staff FROM invitation WHERE hash = ? AND until_ms > ?");
    row.bind(1, hash);
    row.bind(2, now.ms);
    if (!row.executeStep()) return std::nullopt;
    return row.getColumn(0).getString();
  });
}

Status Accounts::activate(const Account& account, const std::vector<std::string>& recovery) {
  const Status done = write([&] {
    auto& database = file_.database();
    run(database, "INSERT OR IGNORE INTO account (staff) VALUES (?)", {account.staff});
    run(database, "UPDATE account SET password = ?, pin = ?, pin_wrong = 0 WHERE staff = ?",
        {account.password, account.pin, account.staff});
    put_totp(database, account.staff, account.totp, account.totp_step);
    put_recovery(database, account.staff, recovery);
    // The first-run code is nobody's, and over with the first account.
    run(database, "DELETE FROM invitation WHERE staff IN (?, '')", {account.staff});
    run(database, "DELETE FROM session WHERE staff = ?", {account.staff});
    run(database, "DELETE FROM known_browser WHERE staff = ?", {account.staff});
  });
  ++ended_;
  return done;
}

Status Accounts::change(const std::string& staff, const Credentials& to) {
  return write([&] {
    auto& database = file_.database();
    if (!to.password.empty()) {
      run(database, "UPDATE account SET password = ? WHERE staff = ?", {to.password, staff});
    }
    if (!to.pin.empty()) {
      run(database, "UPDATE account SET pin = ?, pin_wrong = 0 WHERE staff = ?", {to.pin, staff});
    }
    if (!to.totp.empty()) put_totp(database, staff, to.totp, to.totp_step);
  });
}

Status Accounts::renew_recovery(const std::string& staff,
                                const std::vector<std::string>& recovery) {
  return write([&] { put_recovery(file_.database(), staff, recovery); });
}

Status Accounts::lock(const std::string& staff, bool locked) {
  const Status done = write([&] {
    auto& database = file_.database();
    run(database, "INSERT OR IGNORE INTO account (staff) VALUES (?)", {staff});
    run(database,
        locked ? "UPDATE account SET locked = 1 WHERE staff = ?"
               : "UPDATE account SET locked = 0 WHERE staff = ?",
        {staff});
    if (!locked) return;
    run(database, "DELETE FROM session WHERE staff = ?", {staff});
    run(database, "DELETE FROM invitation WHERE staff = ?", {staff});
  });
  ++ended_;
  return done;
}

Status Accounts::reset(const std::string& staff) {
  const Status done = write([&] {
    auto& database = file_.database();
    run(database,
        "UPDATE account SET password = '', pin = '', totp = x'', totp_step = 0 WHERE staff = ?",
        {staff});
    for (const char* sql :
         {"DELETE FROM recovery WHERE staff = ?", "DELETE FROM session WHERE staff = ?",
          "DELETE FROM invitation WHERE staff = ?", "DELETE FROM known_browser WHERE staff = ?"}) {
      run(database, sql, {staff});
    }
  });
  ++ended_;
  return done;
}

Status Accounts::end_sessions_of(const std::string& staff) {
  const Status done = write([&] {
    run(file_.database(), "DELETE FROM session WHERE staff = ? AND staff <> ''", {staff});
  });
  ++ended_;
  return done;
}

Status Accounts::end_all() {
  const Status done = write([&] {
    for (const char* sql : {"DELETE FROM session", "DELETE FROM invitation", "DELETE FROM day_pass",
                            "DELETE FROM known_browser", "DELETE FROM device WHERE cookie = ''"}) {
      run(file_.database(), sql, {});
    }
  });
  ++ended_;
  ++devices_;
  return done;
}

Status Accounts::check() {
  const std::lock_guard lock(mutex_);
  return file_.check_integrity();
}

Result<bool> Accounts::take_step(const std::string& staff, std::int64_t step) {
  return write([&] {
    SQLite::Statement put(file_.database(),
                          "UPDATE account SET totp_step = ?1 WHERE staff = ?2 AND totp_step < ?1");
    put.bind(1, step);
    put.bind(2, staff);
    return put.exec() == 1;
  });
}

Result<bool> Accounts::take_recovery(const std::string& staff, const std::string& hash) {
  return write([&] {
    return run(file_.database(), "DELETE FROM recovery WHERE staff = ? AND hash = ?",
               {staff, hash}) == 1;
  });
}

Status Accounts::count_pin(const std::string& staff, bool right) {
  return write([&] {
    run(file_.database(),
        right ? "UPDATE account SET pin_wrong = 0 WHERE staff = ?"
              : "UPDATE account SET pin_wrong = pin_wrong + 1 WHERE staff = ?",
        {staff});
  });
}

Status Accounts::know_browser(const std::string& hash, const std::string& staff, Instant until) {
  return write([&] {
    SQLite::Statement put(file_.database(),
                          "INSERT OR REPLACE INTO known_browser VALUES (?, ?, ?)");
    put.bind(1, hash);
    put.bind(2, staff);
    put.bind(3, until.ms);
    put.exec();
  });
}

Result<bool> Accounts::knows_browser(const std::string& hash, const std::string& staff,
                                     Instant now) {
  return read([&] {
    SQLite::Statement row(
        file_.database(),
        "SELECT 1 FROM known_browser WHERE hash = ? AND staff = ? AND until_ms > ?");
    row.bind(1, hash);
    row.bind(2, staff);
    row.bind(3, now.ms);
    return row.executeStep();
  });
}

Result<bool> Accounts::knows_browser(const std::string& hash, Instant now) {
  return read([&] {
    SQLite::Statement row(file_.database(),
                          "SELECT 1 FROM known_browser WHERE hash = ? AND until_ms > ?");
    row.bind(1, hash);
    row.bind(2, now.ms);
    return row.executeStep();
  });
}

}  // namespace handbell::store
