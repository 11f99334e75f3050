#include "app/store/register_file.h"

#include "app/base/school_time.h"
#include "app/journal/event_codec.h"
#include "app/journal/mark_codec.h"
#include "app/register/afternoon.h"
#include "app/store/door_rows.h"
#include "app/store/entry_row.h"
#include "app/store/people_rows.h"
#include "app/store/school_rows.h"
#include "app/store/year_line_rows.h"

#include <set>

namespace handbell::store {

std::span<const Migration> register_migrations();

namespace {

constexpr std::int32_t kRegisterId = 0x4842'5231;  // "HBR1"
SqliteOptions sqlite_options(const RegisterOptions& options) {
  SqliteOptions made;
  made.application_id = kRegisterId;
  made.migrations = register_migrations();
  made.vfs = options.vfs;
  made.durability = options.durability;
  return made;
}

std::string select_entries(const char* table_and_where) {
  return std::string("SELECT ") + kEntryColumns + " FROM " + table_and_where;
}

}  // namespace

Result<std::unique_ptr<RegisterFile>> RegisterFile::open(const std::string& path, Random& random,
                                                         const RegisterOptions& options) {
  auto file = SqliteFile::open(path, sqlite_options(options));
  if (!file) return fail(file.error());
  std::unique_ptr<RegisterFile> made(new RegisterFile(std::move(*file), random));
  const Status named = made->file_.transact([&] {
    SQLite::Statement count(made->file_.database(), "SELECT count(*) FROM school");
    if (count.executeStep() && count.getColumn(0).getInt() > 0) return;
    journal::HistoryId fresh{};
    random.fill(fresh);
    journal::KioskKey card_key{};
    random.fill(card_key);
    SQLite::Statement row(made->file_.database(), "INSERT INTO school VALUES (1, '', ?, ?, 0)");
    bind_bytes(row, 1, fresh);
    bind_bytes(row, 2, card_key);
    row.exec();
  });
  if (!named) return fail(named.error());
  if (Status ready = made->load(); !ready) return fail(ready.error());
  if (Status filled = made->fill_year_lines(); !filled) return fail(filled.error());
  if (Status listed = made->fill_untimed(); !listed) return fail(listed.error());
  return made;
}

Result<std::unique_ptr<RegisterFile>> RegisterFile::open_for_pages(const std::string& path,
                                                                   Random& random,
                                                                   const RegisterOptions& options) {
  auto file = SqliteFile::open_read_only(path, sqlite_options(options));
  if (!file) return fail(file.error());
  std::unique_ptr<RegisterFile> made(new RegisterFile(std::move(*file), random));
  if (Status ready = made->load(); !ready) return fail(ready.error());
  return made;
}

Status RegisterFile::load() {
  return file_.guarded([&]() -> Status {
    SQLite::Statement row(file_.database(), "SELECT history FROM school WHERE school_id = 1");
    if (row.executeStep() && copy_blob(row.getColumn(0), id_)) return {};
    return fail(FaultCode::database_wrong, file_.path());
  });
}

Result<journal::KioskKey> RegisterFile::card_key() {
  return file_.guarded([&]() -> Result<journal::KioskKey> {
    SQLite::Statement row(file_.database(), "SELECT card_key FROM school WHERE school_id = 1");
    journal::KioskKey key{};
    if (row.executeStep() && copy_blob(row.getColumn(0), key)) return key;
    return fail(FaultCode::database_wrong, file_.path());
  });
}

Result<std::int64_t> RegisterFile::change_number() {
  return file_.guarded([&]() -> Result<std::int64_t> {
    if (!change_number_) {
      change_number_ = std::make_unique<SQLite::Statement>(file_.database(), "PRAGMA data_version");
    }
    change_number_->reset();
    if (change_number_->executeStep()) {
      const std::int64_t number = change_number_->getColumn(0).getInt64();
      change_number_->reset();
      return number;
    }
    return fail(FaultCode::database_wrong, file_.path());
  });
}

std::uint64_t RegisterFile::version() {
  if (!version_) {
    version_ = std::make_unique<SQLite::Statement>(
        file_.database(), "SELECT version FROM school WHERE school_id = 1");
  }
  version_->reset();
  const std::uint64_t now =
      version_->executeStep() ? static_cast<std::uint64_t>(version_->getColumn(0).getInt64()) : 0;
  version_->reset();
  return now;
}

Result<reg::School> RegisterFile::school() {
  const auto now = shared_school();
  if (!now) return fail(now.error());
  return **now;
}

Result<std::shared_ptr<const reg::School>> RegisterFile::shared_school() {
  return file_.guarded([&]() -> Result<std::shared_ptr<const reg::School>> {
    // Invariant: nobody asks within a transaction that has changed the school.
    if (school_ && school_->version == version()) return school_;
    auto loaded = load_school(file_.database());
    if (!loaded) return fail(loaded.error());
    school_ = std::make_shared<const reg::School>(std::move(*loaded));
    return school_;
  });
}

Result<std::shared_ptr<const reg::Staff>> RegisterFile::shared_staff() {
  return file_.guarded([&]() -> Result<std::shared_ptr<const reg::Staff>> {
    const std::uint64_t now = version();
    if (staff_ && staff_version_ == now) return staff_;
    auto loaded = load_staff(file_.database());
    if (!loaded) return fail(loaded.error());
    staff_ = std::make_shared<const reg::Staff>(std::move(*loaded));
    staff_version_ = now;
    return staff_;
  });
}

Status RegisterFile::name_school(const std::string& name) {
  return file_.transact([&] {
    SQLite::Statement row(file_.database(), "UPDATE school SET name = ? WHERE school_id = 1");
    row.bind(1, name);
    row.exec();
    raise_version(file_.database());
  });
}

Result<reg::ImportCount> RegisterFile::put_pupils(const std::vector<reg::PupilRecord>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_school(file_.database());
    if (!held) return fail(held.error());
    const auto merged = merge_pupils(*held, rows);
    if (!merged) return fail(merged.error());
    for (const auto& pupil : merged->rows) {
      write_pupil(file_.database(), pupil);
      write_class(file_.database(), pupil.class_name);
    }
    if (!merged->rows.empty()) raise_version(file_.database());
    return merged->count;
  });
}

Result<reg::ImportCount> RegisterFile::put_cards(const std::vector<reg::CardRecord>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_school(file_.database());
    if (!held) return fail(held.error());
    const auto merged = merge_cards(*held, rows);
    if (!merged) return fail(merged.error());
    for (const auto& card : merged->rows) {
      card.family.empty() ? write_card(file_.database(), card)
                          : write_family_card(file_.database(), card);
    }
    if (!merged->rows.empty()) raise_version(file_.database());
    return merged->count;
  });
}

Result<reg::ImportCount> RegisterFile::put_periods(const std::vector<reg::Period>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_school(file_.database());
    if (!held) return fail(held.error());
    const auto merged = merge_periods(*held, rows);
    if (!merged) return fail(merged.error());
    for (const auto& period : merged->rows) write_period(file_.database(), period);
    if (merged->count.added > 0) raise_version(file_.database());
    return merged->count;
  });
}

Status RegisterFile::replace_calendar(const reg::Calendar& calendar) {
  return file_.transact([&] {
    file_.database().exec("DELETE FROM period WHERE school_id = 1");
    for (const auto& period : calendar.periods()) write_period(file_.database(), period);
    raise_version(file_.database());
  });
}

Status RegisterFile::put_times(const reg::SessionTimes& times) {
  return file_.transact([&] {
    for (const auto& time : times.rows()) write_time(file_.database(), time);
    raise_version(file_.database());
  });
}

Status RegisterFile::put_plan(const reg::PupilPlan& plan) {
  return file_.transact([&] {
    write_plan(file_.database(), plan);
    raise_version(file_.database());
  });
}

Result<std::vector<reg::Mark>> RegisterFile::marks(SessionId session) {
  return selected(
      "SELECT max(seq) FROM mark WHERE school_id = 1 AND day = ? AND half = ? GROUP BY pupil",
      {session.day.number(), static_cast<std::int64_t>(session.half)});
}

Result<std::vector<reg::YearLine>> RegisterFile::years(int first, int last) {
  return file_.guarded([&] { return load_year_lines(file_.database(), first, last); });
}

Result<std::vector<reg::YearLine>> RegisterFile::years_of(PupilId pupil, int first, int last) {
  return file_.guarded([&] { return load_year_lines_of(file_.database(), pupil, first, last); });
}

/// A register from before there were lines: they follow from its entries.
Status RegisterFile::fill_year_lines() {
  return file_.transact([&]() -> Status {
    auto& database = file_.database();
    if (database.execAndGet("SELECT EXISTS (SELECT 1 FROM year_line)").getInt() == 1) return {};
    YearLineRows lines(database);
    SQLite::Statement rows(database, select_entries("entry WHERE school_id = 1 ORDER BY seq"));
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      if (!entry->salt || entry->kind != journal::EntryKind::mark) continue;
      const auto mark = journal::mark_of(*entry);
      if (!mark) return fail(mark.error());
      if (Status set = lines.set(mark->what); !set) return set;
    }
    lines.write();
    return {};
  });
}

Result<std::vector<reg::Mark>> RegisterFile::history(PupilId pupil, SessionId session) {
  return selected("SELECT seq FROM mark WHERE school_id = 1 AND day = ? AND half = ? AND pupil = ?",
                  {session.day.number(), static_cast<std::int64_t>(session.half), pupil.number()});
}

Result<std::vector<reg::Mark>> RegisterFile::entries(SchoolDay from, SchoolDay to) {
  return selected("SELECT seq FROM mark WHERE school_id = 1 AND day BETWEEN ? AND ?",
                  {from.number(), to.number()});
}

/// The marks of the entries that `numbers` selects, oldest first.
Result<std::vector<reg::Mark>> RegisterFile::selected(const std::string& numbers,
                                                      const std::vector<std::int64_t>& values) {
  return file_.guarded([&]() -> Result<std::vector<reg::Mark>> {
    const std::string where = "entry WHERE school_id = 1 AND seq IN (" + numbers + ") ORDER BY seq";
    SQLite::Statement rows(file_.database(), select_entries(where.c_str()));
    for (std::size_t i = 0; i < values.size(); ++i) rows.bind(static_cast<int>(i) + 1, values[i]);
    std::vector<reg::Mark> found;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      auto mark = journal::mark_of(*entry);
      if (!mark) return fail(mark.error());
      found.push_back(std::move(*mark));
    }
    return found;
  });
}

Result<std::vector<reg::Mark>> RegisterFile::enter(const std::vector<reg::MarkDraft>& drafts,
                                                   Instant at) {
  return committed(file_.transact([&] { return write_marks(drafts, at); }));
}

Result<std::vector<reg::Mark>> RegisterFile::accept(SessionId session,
                                                    const std::vector<PupilId>& only,
                                                    const reg::Author& by, Instant at) {
  return committed(file_.transact([&]() -> Result<std::vector<reg::Mark>> {
    const auto people = shared_staff();
    if (!people) return fail(people.error());
    const auto drafts = reg::acceptance(*this, session, only, by, **people, at);
    if (!drafts) return fail(drafts.error());
    return write_marks(*drafts, at);
  }));
}

Result<std::vector<reg::Mark>> RegisterFile::committed(Result<std::vector<reg::Mark>> written) {
  if (written && mark_rows_) mark_rows_->committed();
  return written;
}

MarkRows& RegisterFile::mark_rows() {
  if (!mark_rows_) mark_rows_ = std::make_unique<MarkRows>(file_.database());
  mark_rows_->begin();
  return *mark_rows_;
}

Result<std::vector<reg::Mark>> RegisterFile::write_marks(const std::vector<reg::MarkDraft>& drafts,
                                                         Instant at) {
  MarkRows& rows = mark_rows();
  journal::Head head = rows.head();
  std::vector<reg::Mark> written;
  written.reserve(drafts.size());
  for (const auto& draft : drafts) {
    if (Status whole = complete(draft); !whole) return fail(whole.error());
    const auto replaces = rows.newest(draft.pupil, draft.session);
    if (!replaces) return fail(replaces.error());
    journal::Salt salt{};
    random_.fill(salt);
    const auto entry = sealed(id_, head, journal::draft_of(draft, *replaces, at), salt);
    if (Status added = rows.add(entry, draft); !added) return fail(added.error());
    head = head_of(entry);
    written.push_back({entry.seq, at, draft, *replaces});
  }
  rows.finish(head);
  return written;
}

std::vector<Status> RegisterFile::together(const std::vector<Part>& parts) {
  return file_.together(parts, [this] {
    if (mark_rows_) mark_rows_->doubt();
    school_.reset();
    staff_.reset();
  });
}

Status RegisterFile::rest() {
  const auto moved = file_.checkpoint();
  if (!moved) return fail(moved.error());
  return {};
}

}  // namespace handbell::store
