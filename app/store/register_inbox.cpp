// The kiosks' side of register.db: what they sent, and how they are.
#include "app/store/entry_row.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"

namespace handbell::store {

namespace {

/// Of a kiosk that was revoked.
constexpr journal::KioskKey kNobodysKey{};

}  // namespace

Result<std::uint32_t> RegisterFile::enrol(const std::string& name, const journal::KioskKey& key) {
  return file_.transact([&]() -> Result<std::uint32_t> {
    if (name.empty()) return fail(FaultCode::bad_name, "\"\"");
    return add_kiosk(name, key);
  });
}

std::uint32_t RegisterFile::add_kiosk(const std::string& name, const journal::KioskKey& key) {
  const auto number =
      file_.database()
          .execAndGet("SELECT coalesce(max(kiosk), 0) + 1 FROM kiosk WHERE school_id = 1")
          .getUInt();
  SQLite::Statement row(file_.database(),
                        "INSERT INTO kiosk (school_id, kiosk, name, key) VALUES (1, ?, ?, ?)");
  row.bind(1, number);
  row.bind(2, name);
  bind_bytes(row, 3, key);
  row.exec();
  return number;
}

Status RegisterFile::invite(const journal::Invitation& invitation) {
  return file_.transact([&]() -> Status {
    if (invitation.name.empty()) return fail(FaultCode::bad_name, "\"\"");
    SQLite::Statement row(file_.database(),
                          "INSERT OR REPLACE INTO invitation VALUES (1, ?, ?, ?)");
    row.bind(1, invitation.name);
    bind_bytes(row, 2, invitation.key);
    row.bind(3, invitation.until.ms);
    row.exec();
    return {};
  });
}

Result<std::vector<journal::Invitation>> RegisterFile::invitations(Instant now) {
  return file_.guarded([&]() -> Result<std::vector<journal::Invitation>> {
    SQLite::Statement rows(file_.database(),
                           "SELECT name, key, until FROM invitation WHERE school_id = 1 AND"
                           " until > ? ORDER BY name");
    rows.bind(1, now.ms);
    std::vector<journal::Invitation> open;
    while (rows.executeStep()) {
      journal::Invitation invitation{
          rows.getColumn(0).getString(), {}, Instant{rows.getColumn(2).getInt64()}};
      if (copy_blob(rows.getColumn(1), invitation.key)) open.push_back(std::move(invitation));
    }
    return open;
  });
}

Result<std::uint32_t> RegisterFile::enrol_invited(const journal::KioskKey& code_key,
                                                  const journal::KioskKey& key, Instant now) {
  return file_.transact([&]() -> Result<std::uint32_t> {
    SQLite::Statement used(file_.database(),
                           "DELETE FROM invitation WHERE school_id = 1 AND key = ? AND until > ?"
                           " RETURNING name");
    bind_bytes(used, 1, code_key);
    used.bind(2, now.ms);
    if (!used.executeStep()) return fail(FaultCode::enrol_code_wrong, "");
    const std::string name = used.getColumn(0).getString();
    while (used.executeStep()) continue;  // to its end, or nothing is deleted
    SQLite::Statement known(file_.database(),
                            "UPDATE kiosk SET key = ? WHERE kiosk = (SELECT min(kiosk) FROM kiosk"
                            " WHERE school_id = 1 AND name = ?) AND school_id = 1"
                            " RETURNING kiosk");
    bind_bytes(known, 1, key);
    known.bind(2, name);
    if (!known.executeStep()) return add_kiosk(name, key);
    const std::uint32_t number = known.getColumn(0).getUInt();
    while (known.executeStep()) continue;
    return number;
  });
}

Status RegisterFile::revoke_kiosk(std::uint32_t kiosk) {
  return file_.transact([&]() -> Status {
    SQLite::Statement row(file_.database(),
                          "UPDATE kiosk SET key = ? WHERE school_id = 1 AND kiosk = ?");
    bind_bytes(row, 1, kNobodysKey);
    row.bind(2, kiosk);
    if (row.exec() == 0) return fail(FaultCode::kiosk_unknown, std::to_string(kiosk));
    return {};
  });
}

Result<journal::KioskKey> RegisterFile::key_of(std::uint32_t kiosk) {
  return file_.guarded([&]() -> Result<journal::KioskKey> {
    SQLite::Statement row(file_.database(),
                          "SELECT key FROM kiosk WHERE school_id = 1 AND kiosk = ?");
    row.bind(1, kiosk);
    journal::KioskKey key{};
    if (row.executeStep() && copy_blob(row.getColumn(0), key) && key != kNobodysKey) return key;
    return fail(FaultCode::kiosk_unknown, std::to_string(kiosk));
  });
}

Result<journal::SyncAnswer> RegisterFile::apply(const journal::SyncMessage& message, Instant now) {
  return file_.transact([&]() -> Result<journal::SyncAnswer> {
    const auto& history = message.journal.history;
    const journal::Witness own = own_head();
    const Reception reception = receive(
        message, held_head(history), [&](std::uint64_t seq) { return held_link(history, seq); },
        own, [&](std::uint64_t seq) { return own_link(seq); });
    write_events(reception, message);
    if (Status listed = write_untimed(reception, now); !listed) return fail(listed.error());
    write_health(message, reception.fault, now);
    const auto held = [&](std::uint64_t seq) { return held_kind(history, seq); };
    if (heard_at_other_doors(reception.events, held)) raise_version(file_.database());
    journal::SyncAnswer answer;
    answer.journal = history;
    answer.received = reception.head.seq;
    answer.office = own;
    answer.wall = now;
    answer.book_version = static_cast<std::uint64_t>(
        file_.database().execAndGet("SELECT version FROM school WHERE school_id = 1").getInt64());
    if (reception.refused) answer.fault = reception.fault.substr(0, 512);
    return answer;
  });
}

void RegisterFile::write_events(const Reception& reception, const journal::SyncMessage& message) {
  if (reception.fresh.empty()) return;
  SQLite::Statement journal(file_.database(),
                            "INSERT INTO journal VALUES (1, ?, ?, ?, ?) ON CONFLICT (school_id,"
                            " history) DO UPDATE SET kiosk = excluded.kiosk, seq = excluded.seq,"
                            " link = excluded.link");
  bind_bytes(journal, 1, message.journal.history);
  journal.bind(2, message.kiosk);
  journal.bind(3, static_cast<std::int64_t>(reception.head.seq));
  bind_bytes(journal, 4, reception.head.link);
  journal.exec();
  if (reception.gap) write_gap(message.journal.history, *reception.gap);
  SQLite::Statement insert(file_.database(),
                           std::string("INSERT INTO event (school_id, ") + kEntryColumns +
                               ", history, day) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < reception.fresh.size(); ++i) {
    const auto& entry = reception.fresh[i];
    insert.reset();
    bind_entry(insert, entry);
    bind_bytes(insert, 9, entry.history);
    if (const auto day = day_of(reception.events[i], entry.at)) {
      insert.bind(10, day->number());
    } else {
      insert.bind(10);
    }
    insert.exec();
  }
}

void RegisterFile::write_gap(const journal::HistoryId& history, const journal::Gap& gap) {
  SQLite::Statement row(file_.database(), "INSERT INTO gap VALUES (1, ?, ?, ?, ?)");
  bind_bytes(row, 1, history);
  row.bind(2, static_cast<std::int64_t>(gap.first));
  row.bind(3, static_cast<std::int64_t>(gap.sealed.seq));
  bind_bytes(row, 4, gap.sealed.link);
  row.exec();
}

void RegisterFile::write_health(const journal::SyncMessage& message, const std::string& fault,
                                Instant now) {
  // A fault stays, with the moment when it was first seen.
  SQLite::Statement row(
      file_.database(),
      "UPDATE kiosk SET last_contact = ?, clock_trusted = ?, reader = ?, waiting = ?,"
      " book_version = ?, fault_since = CASE WHEN ?6 = '' OR fault = ?6 THEN fault_since ELSE ?1"
      " END, fault = CASE WHEN ?6 = '' THEN fault ELSE ?6 END WHERE school_id = 1 AND kiosk = ?7");
  row.bind(1, now.ms);
  row.bind(2, message.health.clock_trusted ? 1 : 0);
  row.bind(3, message.health.reader);
  row.bind(4, static_cast<std::int64_t>(message.health.waiting));
  row.bind(5, static_cast<std::int64_t>(message.health.book_version));
  row.bind(6, fault);
  row.bind(7, message.kiosk);
  row.exec();
}

Result<std::vector<journal::KioskSeen>> RegisterFile::kiosks() {
  return file_.guarded([&]() -> Result<std::vector<journal::KioskSeen>> {
    SQLite::Statement rows(
        file_.database(),
        "SELECT kiosk, name, last_contact, clock_trusted, reader, waiting, book_version, fault,"
        " fault_since, key FROM kiosk WHERE school_id = 1 ORDER BY kiosk");
    SQLite::Statement journals(file_.database(),
                               "SELECT seq, link, history FROM journal"
                               " WHERE school_id = 1 AND kiosk = ? ORDER BY rowid");
    std::vector<journal::KioskSeen> seen;
    while (rows.executeStep()) {
      journal::KioskSeen kiosk;
      kiosk.number = rows.getColumn(0).getUInt();
      kiosk.name = rows.getColumn(1).getString();
      if (!rows.getColumn(2).isNull()) {
        kiosk.last_contact = Instant{rows.getColumn(2).getInt64()};
      }
      kiosk.health.clock_trusted = rows.getColumn(3).getInt() != 0;
      kiosk.health.reader = rows.getColumn(4).getString();
      kiosk.health.waiting = static_cast<std::uint64_t>(rows.getColumn(5).getInt64());
      kiosk.health.book_version = static_cast<std::uint64_t>(rows.getColumn(6).getInt64());
      kiosk.fault = rows.getColumn(7).getString();
      if (!rows.getColumn(8).isNull()) kiosk.fault_since = Instant{rows.getColumn(8).getInt64()};
      journals.reset();
      journals.bind(1, kiosk.number);
      while (journals.executeStep()) {
        kiosk.held.seq = static_cast<std::uint64_t>(journals.getColumn(0).getInt64());
        (void)copy_blob(journals.getColumn(1), kiosk.held.link);
        (void)copy_blob(journals.getColumn(2), kiosk.journals.emplace_back());
      }
      journal::KioskKey key{};
      kiosk.revoked = copy_blob(rows.getColumn(9), key) && key == kNobodysKey;
      seen.push_back(std::move(kiosk));
    }
    return seen;
  });
}

journal::Head RegisterFile::held_head(const journal::HistoryId& history) {
  SQLite::Statement row(file_.database(),
                        "SELECT seq, link FROM journal WHERE school_id = 1 AND history = ?");
  bind_bytes(row, 1, history);
  journal::Head head;
  if (row.executeStep()) {
    head.seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    (void)copy_blob(row.getColumn(1), head.link);
  }
  return head;
}

std::optional<journal::Digest> RegisterFile::held_link(const journal::HistoryId& history,
                                                       std::uint64_t seq) {
  SQLite::Statement row(file_.database(),
                        "SELECT link FROM event WHERE school_id = 1 AND history = ?1 AND seq = ?2"
                        " UNION ALL SELECT link FROM gap WHERE school_id = 1 AND history = ?1 AND"
                        " seq = ?2");
  bind_bytes(row, 1, history);
  row.bind(2, static_cast<std::int64_t>(seq));
  journal::Digest link{};
  if (row.executeStep() && copy_blob(row.getColumn(0), link)) return link;
  return std::nullopt;
}

std::optional<journal::EntryKind> RegisterFile::held_kind(const journal::HistoryId& history,
                                                          std::uint64_t seq) {
  SQLite::Statement row(file_.database(),
                        "SELECT kind FROM event WHERE school_id = 1 AND history = ? AND seq = ?");
  bind_bytes(row, 1, history);
  row.bind(2, static_cast<std::int64_t>(seq));
  if (!row.executeStep()) return std::nullopt;
  return static_cast<journal::EntryKind>(row.getColumn(0).getInt());
}

journal::Witness RegisterFile::own_head() {
  journal::Witness own;
  own.history = id_;
  SQLite::Statement row(
      file_.database(),
      "SELECT seq, link FROM entry WHERE school_id = 1 ORDER BY seq DESC LIMIT 1");
  if (row.executeStep()) {
    own.head.seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    (void)copy_blob(row.getColumn(1), own.head.link);
  }
  return own;
}

std::optional<journal::Digest> RegisterFile::own_link(std::uint64_t seq) {
  SQLite::Statement row(file_.database(), "SELECT link FROM entry WHERE school_id = 1 AND seq = ?");
  row.bind(1, static_cast<std::int64_t>(seq));
  journal::Digest link{};
  if (row.executeStep() && copy_blob(row.getColumn(0), link)) return link;
  return std::nullopt;
}

}  // namespace handbell::store
