#include "app/store/audit_file.h"

#include "app/journal/event_codec.h"
#include "app/journal/history_check.h"
#include "app/journal/reading_codec.h"
#include "app/store/entry_row.h"

namespace handbell::store {

std::span<const Migration> audit_migrations();

namespace {

constexpr std::int32_t kAuditId = 0x4842'4131;  // "HBA1"

SqliteOptions audit_options() {
  SqliteOptions made;
  made.application_id = kAuditId;
  made.migrations = audit_migrations();
  return made;
}

/// Throws SQLite::Exception.
void insert_reading(SQLite::Database& database, const journal::Entry& entry) {
  SQLite::Statement row(database, std::string("INSERT INTO entry (") + kEntryColumns +
                                      ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  bind_entry(row, entry);
  row.exec();
}

/// Number 0 where nothing was removed yet. Throws SQLite::Exception.
journal::Head audit_seal(SQLite::Database& database) {
  journal::Head sealed;
  SQLite::Statement row(database, "SELECT seq, link FROM sealed");
  if (row.executeStep() && copy_blob(row.getColumn(1), sealed.link)) {
    sealed.seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
  }
  return sealed;
}

/// The first moment that still lies within the year.
Instant a_year_before(Instant now) {
  constexpr int kDays = 366;  // a whole year also where one of them is a leap year
  return Instant{now.ms - kDays * hours(24).count};
}

}  // namespace

Result<std::unique_ptr<AuditFile>> AuditFile::open(const std::string& path, Random& random) {
  auto file = SqliteFile::open(path, audit_options());
  if (!file) return fail(file.error());
  std::unique_ptr<AuditFile> made(new AuditFile(std::move(*file), random));
  if (Status named = made->name(); !named) return fail(named.error());
  if (Status ready = made->load(); !ready) return fail(ready.error());
  return made;
}

Result<std::unique_ptr<AuditFile>> AuditFile::open_to_read(const std::string& path,
                                                           Random& random) {
  auto file = SqliteFile::open_read_only(path, audit_options());
  if (!file) return fail(file.error());
  std::unique_ptr<AuditFile> made(new AuditFile(std::move(*file), random));
  if (Status ready = made->load(); !ready) return fail(ready.error());
  return made;
}

Status AuditFile::name() {
  return file_.transact([&] {
    SQLite::Statement count(file_.database(), "SELECT count(*) FROM history");
    if (count.executeStep() && count.getColumn(0).getInt() == 1) return;
    journal::HistoryId fresh{};
    random_.fill(fresh);
    SQLite::Statement insert(file_.database(), "INSERT INTO history VALUES (1, ?)");
    insert.bind(1, fresh.data(), static_cast<int>(fresh.size()));
    insert.exec();
  });
}

Status AuditFile::load() {
  return file_.guarded([&]() -> Status {
    SQLite::Statement named(file_.database(), "SELECT id FROM history");
    if (!named.executeStep() || !copy_blob(named.getColumn(0), id_)) {
      return fail(FaultCode::database_wrong, file_.path());
    }
    sealed_ = audit_seal(file_.database());
    head_ = sealed_;
    SQLite::Statement last(file_.database(), std::string("SELECT ") + kEntryColumns +
                                                 " FROM entry ORDER BY seq DESC LIMIT 2");
    std::vector<journal::Entry> newest;
    while (last.executeStep()) {
      auto entry = entry_from(last, id_);
      if (!entry) return fail(entry.error());
      newest.push_back(std::move(*entry));
    }
    if (newest.empty()) return {};
    const journal::Head before = newest.size() == 2 ? head_of(newest[1]) : sealed_;
    if (Status good = follows(before, newest[0]); !good) return good;
    head_ = head_of(newest[0]);
    return {};
  });
}

journal::Entry AuditFile::next(const journal::Head& after, journal::Draft draft) {
  journal::Salt salt{};
  random_.fill(salt);
  return sealed(id_, after, std::move(draft), salt);
}

Status AuditFile::append(const std::vector<reg::Reading>& readings) {
  if (readings.empty()) return {};
  journal::Head head = head_;
  const Status done = file_.transact([&] {
    for (const auto& reading : readings) {
      const auto entry = next(head, journal::draft_of(reading));
      insert_reading(file_.database(), entry);
      head = head_of(entry);
    }
  });
  if (done) head_ = head;
  return done;
}

Result<std::vector<reg::Reading>> AuditFile::read(Instant from, Instant until, std::size_t most) {
  return file_.guarded([&]() -> Result<std::vector<reg::Reading>> {
    SQLite::Statement rows(file_.database(), std::string("SELECT ") + kEntryColumns +
                                                 " FROM entry WHERE at >= ? AND at < ? AND kind = ?"
                                                 " ORDER BY seq DESC LIMIT ?");
    rows.bind(1, from.ms);
    rows.bind(2, until.ms);
    rows.bind(3, static_cast<int>(journal::EntryKind::reading));
    rows.bind(4, static_cast<std::int64_t>(most));
    std::vector<reg::Reading> read;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      auto reading = journal::reading_of(*entry);
      if (!reading) return fail(reading.error());
      read.push_back(std::move(*reading));
    }
    return read;
  });
}

/// The last entry of the oldest ones whose year has passed; number 0: none.
Result<journal::Head> AuditFile::due(Instant now) {
  const auto oldest = a_year_before(now);
  return file_.guarded([&]() -> Result<journal::Head> {
    SQLite::Statement row(file_.database(),
                          "SELECT seq, link FROM entry WHERE seq <"
                          " coalesce((SELECT min(seq) FROM entry WHERE at >= ?), ?)"
                          " ORDER BY seq DESC LIMIT 1");
    row.bind(1, oldest.ms);
    row.bind(2, static_cast<std::int64_t>(head_.seq + 1));
    journal::Head last;
    if (row.executeStep() && copy_blob(row.getColumn(1), last.link)) {
      last.seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    }
    return last;
  });
}

Result<std::uint64_t> AuditFile::prune(Instant now) {
  const auto last = due(now);
  if (!last) return fail(last.error());
  if (last->seq <= sealed_.seq) return std::uint64_t{0};
  const auto entry = next(
      head_,
      journal::draft_of(reg::Pruned{last->seq, last->link, {now, Steady{}, 0, true, false}}, now));
  const Status done = file_.transact([&] {
    auto& database = file_.database();
    insert_reading(database, entry);
    SQLite::Statement seal(database,
                           "INSERT INTO sealed VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET"
                           " seq = excluded.seq, link = excluded.link");
    seal.bind(1, static_cast<std::int64_t>(last->seq));
    seal.bind(2, last->link.data(), static_cast<int>(last->link.size()));
    seal.exec();
    SQLite::Statement gone(database, "DELETE FROM entry WHERE seq <= ?");
    gone.bind(1, static_cast<std::int64_t>(last->seq));
    gone.exec();
  });
  if (!done) return fail(done.error());
  const std::uint64_t count = last->seq - sealed_.seq;
  head_ = head_of(entry);
  sealed_ = *last;
  if (const auto moved = file_.checkpoint(); !moved) return fail(moved.error());
  return count;
}

Result<std::uint64_t> AuditFile::verify() {
  if (Status whole = file_.check_integrity(); !whole) return fail(whole.error());
  return file_.guarded([&]() -> Result<std::uint64_t> {
    journal::HistoryCheck check(id_, {}, audit_seal(file_.database()));
    SQLite::Statement rows(file_.database(),
                           std::string("SELECT ") + kEntryColumns + " FROM entry ORDER BY seq");
    std::uint64_t count = 0;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      if (Status good = check.take(*entry); !good) return fail(good.error());
      if (entry->kind == journal::EntryKind::reading) ++count;
    }
    if (const auto end = check.end(); !end) return fail(end.error());
    return count;
  });
}

}  // namespace handbell::store
