// Devices, day passes and sessions of accounts.db.
#include "app/base/text.h"
#include "app/store/accounts.h"

#include <fmt/format.h>

namespace handbell::store {
namespace {

Device device_in(SQLite::Statement& row) {
  const std::string classes = row.getColumn(2).getString();
  return {row.getColumn(0).getInt64(), row.getColumn(1).getString(),
          classes.empty() ? std::vector<std::string>() : split(classes, '\n'),
          row.getColumn(3).getString(), row.getColumn(4).getString()};
}

SessionRow session_in(SQLite::Statement& row) {
  return {row.getColumn(0).getString(),   row.getColumn(1).getString(),
          row.getColumn(2).getString(),   row.getColumn(3).getInt64(),
          row.getColumn(4).getInt() != 0, {row.getColumn(5).getInt64()},
          {row.getColumn(6).getInt64()}};
}

}  // namespace

Result<std::vector<Device>> Accounts::devices() {
  return read([&] {
    std::vector<Device> found;
    SQLite::Statement rows(file_.database(),
                           "SELECT id, name, classes, made_by, cookie FROM device ORDER BY id");
    while (rows.executeStep()) found.push_back(device_in(rows));
    return found;
  });
}

Result<std::int64_t> Accounts::add_device(const NewDevice& device) {
  return write([&] {
    SQLite::Statement put(file_.database(),
                          "INSERT INTO device (name, classes, made_by, code, code_until_ms) "
                          "VALUES (?, ?, ?, ?, ?)");
    put.bind(1, device.name);
    put.bind(2, fmt::format("{}", fmt::join(device.classes, "\n")));
    put.bind(3, device.made_by);
    put.bind(4, device.code);
    put.bind(5, device.code_until.ms);
    put.exec();
    return std::int64_t{file_.database().getLastInsertRowid()};
  });
}

Result<std::optional<Device>> Accounts::enrol(const std::string& code, const std::string& cookie,
                                              Instant now) {
  auto done = write([&]() -> std::optional<Device> {
    SQLite::Statement row(file_.database(),
                          "UPDATE device SET code = '', cookie = ? WHERE code = ? AND code <> '' "
                          "AND code_until_ms > ? RETURNING id, name, classes, made_by, cookie");
    row.bind(1, cookie);
    row.bind(2, code);
    row.bind(3, now.ms);
    if (!row.executeStep()) return std::nullopt;
    Device device = device_in(row);
    while (row.executeStep()) {
    }
    return device;
  });
  ++devices_;
  return done;
}

Status Accounts::remove_device(std::int64_t id) {
  const Status done = write([&] {
    for (const char* sql :
         {"DELETE FROM device WHERE id = ?", "DELETE FROM session WHERE device = ?"}) {
      SQLite::Statement step(file_.database(), sql);
      step.bind(1, id);
      step.exec();
    }
  });
  ++devices_;
  ++ended_;
  return done;
}

Status Accounts::add_pass(const DayPass& pass) {
  return write([&] {
    SQLite::Statement put(file_.database(), "INSERT INTO day_pass VALUES (?, ?, ?, ?, ?)");
    put.bind(1, pass.hash);
    put.bind(2, pass.name);
    put.bind(3, pass.class_name);
    put.bind(4, pass.until.ms);
    put.bind(5, pass.made_by);
    put.exec();
  });
}

Result<std::vector<DayPass>> Accounts::passes(Instant now) {
  return read([&] {
    std::vector<DayPass> found;
    SQLite::Statement rows(file_.database(),
                           "SELECT hash, name, class, until_ms, made_by FROM day_pass "
                           "WHERE until_ms > ? ORDER BY name");
    rows.bind(1, now.ms);
    while (rows.executeStep()) {
      found.push_back({rows.getColumn(0).getString(),
                       rows.getColumn(1).getString(),
                       rows.getColumn(2).getString(),
                       {rows.getColumn(3).getInt64()},
                       rows.getColumn(4).getString()});
    }
    return found;
  });
}

Status Accounts::end_pass(const std::string& hash) {
  const Status done = write([&] {
    for (const char* sql :
         {"DELETE FROM day_pass WHERE hash = ?", "DELETE FROM session WHERE pass = ?"}) {
      SQLite::Statement step(file_.database(), sql);
      step.bind(1, hash);
      step.exec();
    }
  });
  ++ended_;
  return done;
}

Result<std::vector<SessionRow>> Accounts::sessions() {
  return read([&] {
    std::vector<SessionRow> found;
    SQLite::Statement rows(
        file_.database(),
        "SELECT hash, staff, pass, device, whole, begun_ms, seen_ms FROM session ORDER BY hash");
    while (rows.executeStep()) found.push_back(session_in(rows));
    return found;
  });
}

Status Accounts::put_session(const SessionRow& session) {
  constexpr Millis kKept = hours(24);
  return write([&] {
    SQLite::Statement old(file_.database(), "DELETE FROM session WHERE begun_ms < ?");
    old.bind(1, (session.begun - kKept).ms);
    old.exec();
    SQLite::Statement put(file_.database(),
                          "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, session.hash);
    put.bind(2, session.staff);
    put.bind(3, session.pass);
    put.bind(4, session.device);
    put.bind(5, session.whole ? 1 : 0);
    put.bind(6, session.begun.ms);
    put.bind(7, session.seen.ms);
    put.exec();
  });
}

Status Accounts::seen(const std::vector<SessionRow>& sessions) {
  return write([&] {
    SQLite::Statement put(file_.database(), "UPDATE session SET seen_ms = ? WHERE hash = ?");
    for (const auto& session : sessions) {
      put.bind(1, session.seen.ms);
      put.bind(2, session.hash);
      put.exec();
      put.reset();
    }
  });
}

Status Accounts::drop_session(const std::string& hash) {
  const Status done = write([&] {
    SQLite::Statement step(file_.database(), "DELETE FROM session WHERE hash = ?");
    step.bind(1, hash);
    step.exec();
  });
  ++ended_;
  return done;
}

}  // namespace handbell::store
