#include "app/store/journal_file.h"

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

Status read_id(SqliteFile& file, journal::HistoryId& id) {
  return file.guarded([&]() -> Status {
    SQLite::Statement row(file.database(), "SELECT id FROM history");
    if (row.executeStep() && copy_blob(row.getColumn(0), id)) return {};
    return fail(FaultCode::database_wrong, file.path());
  });
}

/// Every entry in order, each looked at. Answers the head.
Result<journal::Head> walk(SqliteFile& file, const journal::HistoryId& id,
                           const std::vector<journal::Witness>& witnesses) {
  return file.guarded([&]() -> Result<journal::Head> {
    journal::HistoryCheck check(id, witnesses);
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
  const Status named = file_.transact([&] {
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
    SQLite::Statement last(file_.database(), std::string("SELECT ") + kColumns +
                                                 " FROM entry ORDER BY seq DESC LIMIT 2");
    std::vector<journal::Entry> newest;
    while (last.executeStep()) {
      auto entry = entry_from(last, id_);
      if (!entry) return fail(entry.error());
      newest.push_back(std::move(*entry));
    }
    if (!newest.empty()) {
      const journal::Head before = newest.size() == 2 ? head_of(newest[1]) : journal::Head{};
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
    if (!receipt_is_written_) write_receipt();
  });
  insert_->tryReset();
  if (!done) return fail(done.error());
  receipt_is_written_ = true;
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

Status JournalFile::keep_receipt(std::uint64_t received, const journal::Witness& office) {
  if (received == received_ && office == office_) return {};
  received_ = received;
  office_ = office;
  receipt_is_written_ = false;
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
}

Status JournalFile::rest() {
  const bool long_log = in_log_ >= kLongLog;
  if (long_log) {
    const auto moved = file_.checkpoint();
    if (!moved) return fail(moved.error());
    in_log_ = 0;
  }
  if (receipt_is_written_ && !long_log) return {};
  const Status done = file_.transact([&] {
    // The first to write into the empty log is nobody's tap; SQLite writes no row that is the same.
    if (long_log) file_.database().exec("DELETE FROM receipt");
    write_receipt();
  });
  if (!done) return done;
  receipt_is_written_ = true;
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
    return found;
  });
}

}  // namespace handbell::store
