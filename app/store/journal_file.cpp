#include "app/store/journal_file.h"

#include "app/journal/event_codec.h"
#include "app/journal/retention.h"
#include "app/store/entry_row.h"

#include <tuple>

namespace handbell::store {

std::span<const Migration> journal_migrations();

namespace {

constexpr std::int32_t kJournalId = 0x4842'4A31;  // "HBJ1"
/// About half a megabyte of log.
constexpr int kLongLog = 64;
constexpr const char* kColumns = "seq, kind, retention, at, salt, payload, commitment, link";

SqliteOptions sqlite_options(const JournalOptions& options, bool exclusive) {
  SqliteOptions made;
  made.application_id = kJournalId;
  made.migrations = journal_migrations();
  made.exclusive = exclusive;
  made.vfs = options.vfs;
  made.durability = options.durability;
  return made;
}

/// Days since 1970.
std::int64_t utc_day(Instant at) { return at.ms / hours(24).count; }

Status read_id(SqliteFile& file, journal::HistoryId& id) {
  return file.guarded([&]() -> Status {
    SQLite::Statement row(file.database(), "SELECT id FROM history");
    if (row.executeStep() && copy_blob(row.getColumn(0), id)) return {};
    return fail(FaultCode::database_wrong, file.path());
  });
}

/// Number 0 where nothing was removed yet. Throws SQLite::Exception.
journal::Head sealed_head_in(SQLite::Database& database) {
  journal::Head sealed;
  SQLite::Statement row(database, "SELECT seq, link FROM sealed");
  if (row.executeStep() && copy_blob(row.getColumn(1), sealed.link)) {
    sealed.seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
  }
  return sealed;
}

/// Every entry in order, each looked at. Answers the head.
Result<journal::Head> walk(SqliteFile& file, const journal::HistoryId& id,
                           const std::vector<journal::Witness>& witnesses) {
  return file.guarded([&]() -> Result<journal::Head> {
    journal::HistoryCheck check(id, witnesses, sealed_head_in(file.database()));
    SQLite::Statement rows(file.database(),
                           std::string("SELECT ") + kColumns + " FROM entry ORDER BY seq");
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id);
      if (!entry) return fail(entry.error());
      if (Status good = check.take(*entry); !good) return fail(good.error());
    }
    return check.end();
  });
}

std::optional<std::pair<std::uint64_t, journal::Witness>> receipt_in(SQLite::Database& database) {
  SQLite::Statement row(database, "SELECT received, office, office_seq, office_link FROM receipt");
  if (!row.executeStep()) return std::nullopt;
  journal::Witness office;
  if (!copy_blob(row.getColumn(1), office.history)) return std::nullopt;
  if (!copy_blob(row.getColumn(3), office.head.link)) return std::nullopt;
  office.head.seq = static_cast<std::uint64_t>(row.getColumn(2).getInt64());
  return std::pair{static_cast<std::uint64_t>(row.getColumn(0).getInt64()), office};
}

}  // namespace

Result<std::unique_ptr<JournalFile>> JournalFile::open(const std::string& path, Random& random,
                                                       const JournalOptions& options) {
  auto file = SqliteFile::open(path, sqlite_options(options, true));
  if (!file) return fail(file.error());
  std::unique_ptr<JournalFile> made(new JournalFile(std::move(*file), random));
  if (Status ready = made->load(); !ready) return fail(ready.error());
  return made;
}

Status JournalFile::load() {
  Status named = file_.transact([&] {
    SQLite::Statement count(file_.database(), "SELECT count(*) FROM history");
    if (count.executeStep() && count.getColumn(0).getInt() == 1) return;
    journal::HistoryId fresh{};
    random_.fill(fresh);
    SQLite::Statement insert(file_.database(), "INSERT INTO history VALUES (1, ?)");
    insert.bind(1, fresh.data(), static_cast<int>(fresh.size()));
    insert.exec();
  });
  if (!named) return named;
  if (Status read = read_id(file_, id_); !read) return read;
  return file_.guarded([&]() -> Status {
    sealed_ = sealed_head_in(file_.database());
    head_ = sealed_;
    SQLite::Statement last(file_.database(), std::string("SELECT ") + kColumns +
                                                 " FROM entry ORDER BY seq DESC LIMIT 2");
    std::vector<journal::Entry> newest;
    while (last.executeStep()) {
      auto entry = entry_from(last, id_);
      if (!entry) return fail(entry.error());
      newest.push_back(std::move(*entry));
    }
    if (!newest.empty()) {
      const journal::Head before = newest.size() == 2 ? head_of(newest[1]) : sealed_;
      if (Status good = follows(before, newest[0]); !good) return good;
      head_ = head_of(newest[0]);
    }
    load_receipt();
    insert_ = std::make_unique<SQLite::Statement>(
        file_.database(),
        std::string("INSERT INTO entry (") + kColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    return {};
  });
}

void JournalFile::load_receipt() {
  if (const auto kept = receipt_in(file_.database())) std::tie(received_, office_) = *kept;
  least_received_ = received_;
}

void JournalFile::insert(const journal::Entry& entry) {
  insert_->tryReset();
  bind_entry(*insert_, entry);
  insert_->exec();
}

Result<journal::Entry> JournalFile::append(journal::Draft draft) {
  journal::Salt salt{};
  random_.fill(salt);
  journal::Entry entry = sealed(id_, head_, std::move(draft), salt);
  const Status done = file_.transact([&] {
    insert(entry);
    if (received_at_) write_receipt();
  });
  insert_->tryReset();
  if (!done) return fail(done.error());
  received_at_.reset();
  ++in_log_;
  head_ = head_of(entry);
  return entry;
}

Result<std::vector<journal::Entry>> JournalFile::read_from(std::uint64_t seq, std::size_t most) {
  return file_.guarded([&]() -> Result<std::vector<journal::Entry>> {
    SQLite::Statement rows(file_.database(), std::string("SELECT ") + kColumns +
                                                 " FROM entry WHERE seq >= ? ORDER BY seq LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(seq));
    rows.bind(2, static_cast<std::int64_t>(most));
    std::vector<journal::Entry> read;
    while (rows.executeStep()) {
      auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      read.push_back(std::move(*entry));
    }
    return read;
  });
}

Status JournalFile::keep_receipt(std::uint64_t received, const journal::Witness& office,
                                 Instant at) {
  if (received == received_ && office == office_) return {};
  received_ = received;
  least_received_ = received_at_ ? std::min(least_received_, received) : received;
  office_ = office;
  received_at_ = at;
  return {};
}

void JournalFile::write_receipt() {
  SQLite::Statement row(file_.database(),
                        "INSERT INTO receipt VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET"
                        " received = excluded.received, office = excluded.office,"
                        " office_seq = excluded.office_seq, office_link = excluded.office_link");
  row.bind(1, static_cast<std::int64_t>(received_));
  row.bind(2, office_.history.data(), static_cast<int>(office_.history.size()));
  row.bind(3, static_cast<std::int64_t>(office_.head.seq));
  row.bind(4, office_.head.link.data(), static_cast<int>(office_.head.link.size()));
  row.exec();
  if (received_at_) write_received_on(*received_at_);
}

/// An office that was set back holds less than on the days before.
void JournalFile::write_received_on(Instant at) {
  SQLite::Statement less(file_.database(), "UPDATE received_on SET seq = ?1 WHERE seq > ?1");
  less.bind(1, static_cast<std::int64_t>(least_received_));
  less.exec();
  SQLite::Statement row(file_.database(),
                        "INSERT INTO received_on VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET"
                        " seq = excluded.seq");
  row.bind(1, utc_day(at));
  row.bind(2, static_cast<std::int64_t>(received_));
  row.exec();
}

Result<std::uint64_t> JournalFile::due_through(Instant now) {
  return file_.guarded([&]() -> std::uint64_t {
    SQLite::Statement row(file_.database(),
                          "SELECT coalesce(max(seq), 0) FROM received_on WHERE day < ?");
    row.bind(1, utc_day(now) - journal::kJournalDays);
    return row.executeStep() ? static_cast<std::uint64_t>(row.getColumn(0).getInt64()) : 0;
  });
}

/// Throws SQLite::Exception.
void JournalFile::remove_through(const journal::Head& last) {
  SQLite::Statement seal(file_.database(),
                         "INSERT INTO sealed VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET"
                         " seq = excluded.seq, link = excluded.link");
  seal.bind(1, static_cast<std::int64_t>(last.seq));
  seal.bind(2, last.link.data(), static_cast<int>(last.link.size()));
  seal.exec();
  for (const char* sql :
       {"DELETE FROM entry WHERE seq <= ?", "DELETE FROM received_on WHERE seq <= ?"}) {
    SQLite::Statement gone(file_.database(), sql);
    gone.bind(1, static_cast<std::int64_t>(last.seq));
    gone.exec();
  }
}

Result<std::uint64_t> JournalFile::prune(const reg::DoorMoment& now) {
  const auto through = due_through(now.wall);
  if (!through) return fail(through.error());
  if (*through <= sealed_.seq) return std::uint64_t{0};
  const auto last = read_from(*through, 1);
  if (!last) return fail(last.error());
  if (last->empty() || last->front().seq != *through) {
    return fail(FaultCode::entry_missing, std::to_string(*through));
  }
  const journal::Head to = head_of(last->front());
  journal::Salt salt{};
  random_.fill(salt);
  const journal::Entry entry =
      sealed(id_, head_, journal::draft_of(reg::Pruned{to.seq, to.link, now}, now.wall), salt);
  const Status done = file_.transact([&] {
    insert(entry);
    remove_through(to);
  });
  insert_->tryReset();
  if (!done) return fail(done.error());
  const std::uint64_t gone = to.seq - sealed_.seq;
  head_ = head_of(entry);
  sealed_ = to;
  if (const auto moved = file_.checkpoint(); !moved) return fail(moved.error());
  in_log_ = kLongLog;  // so that rest() pays for the new log's header, and no tap does
  return gone;
}

Status JournalFile::rest() {
  const bool long_log = in_log_ >= kLongLog;
  if (long_log) {
    const auto moved = file_.checkpoint();
    if (!moved) return fail(moved.error());
    in_log_ = 0;
  }
  if (!received_at_ && !long_log) return {};
  Status done = file_.transact([&] {
    // The first to write into the empty log is nobody's tap; SQLite writes no row that is the same.
    if (long_log) file_.database().exec("DELETE FROM receipt");
    write_receipt();
  });
  if (!done) return done;
  received_at_.reset();
  return {};
}

Result<journal::Head> JournalFile::verify_all() { return walk(file_, id_, {}); }

Result<VerifiedJournal> JournalFile::verify(const std::string& path,
                                            const std::vector<journal::Witness>& witnesses,
                                            const JournalOptions& options) {
  auto file = SqliteFile::open_read_only(path, sqlite_options(options, false));
  if (!file) return fail(file.error());
  if (Status whole = file->check_integrity(); !whole) return fail(whole.error());
  VerifiedJournal found;
  if (Status read = read_id(*file, found.own.history); !read) return fail(read.error());
  const auto head = walk(*file, found.own.history, witnesses);
  if (!head) return fail(head.error());
  found.own.head = *head;
  return file->guarded([&]() -> Result<VerifiedJournal> {
    if (const auto kept = receipt_in(file->database())) found.office = kept->second;
    found.sealed = sealed_head_in(file->database());
    return found;
  });
}

}  // namespace handbell::store
