// The school's letters and its logo, in register.db: changes are entries like any other, the
// picture itself stands beside them, so that a backup holds it.
#include "app/journal/letter_codec.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"

namespace handbell::store {

Status RegisterFile::change_letter(const reg::LetterChange& change, Instant at) {
  if (Status whole = complete(change); !whole) return whole;
  return file_.transact([&] { list_letter(append(journal::draft_of(change, at))); });
}

Status RegisterFile::change_logo(const reg::LogoChange& change, const std::string& bytes,
                                 Instant at) {
  if (Status whole = complete(change); !whole) return whole;
  if (bytes.size() > reg::kLargestLogo) {
    return fail(FaultCode::logo_unfit, "is larger than 512 kB");
  }
  return file_.transact([&] {
    list_letter(append(journal::draft_of(change, at)));
    file_.database().exec("DELETE FROM logo WHERE school_id = 1");
    if (bytes.empty()) return;
    SQLite::Statement row(file_.database(), "INSERT INTO logo VALUES (1, ?)");
    row.bind(1, bytes.data(), static_cast<int>(bytes.size()));
    row.exec();
  });
}

/// Throws SQLite::Exception.
void RegisterFile::list_letter(std::uint64_t number) {
  SQLite::Statement row(file_.database(), "INSERT INTO letter VALUES (1, ?)");
  row.bind(1, static_cast<std::int64_t>(number));
  row.exec();
}

Result<std::vector<reg::LetterChangeGiven>> RegisterFile::letter_changes() {
  return file_.guarded([&]() -> Result<std::vector<reg::LetterChangeGiven>> {
    SQLite::Statement rows(file_.database(), std::string("SELECT ") + kEntryColumns +
                                                 " FROM letter JOIN entry USING (school_id, seq)"
                                                 " WHERE school_id = 1 ORDER BY seq");
    std::vector<reg::LetterChangeGiven> found;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      if (entry->kind == journal::EntryKind::logo_changed) {
        const auto logo = journal::logo_change_of(*entry);
        if (!logo) return fail(logo.error());
        found.push_back({entry->seq, entry->at, journal::as_letter_change(*logo)});
        continue;
      }
      auto change = journal::letter_change_of(*entry);
      if (!change) return fail(change.error());
      found.push_back(std::move(*change));
    }
    return found;
  });
}

Result<std::string> RegisterFile::logo() {
  return file_.guarded([&]() -> Result<std::string> {
    SQLite::Statement row(file_.database(), "SELECT bytes FROM logo WHERE school_id = 1");
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
  });
}

/// Throws SQLite::Exception. Fault: entry_missing, naming what is in one of the two alone.
Status RegisterFile::verify_letters(std::set<std::uint64_t> written) {
  SQLite::Statement rows(file_.database(), "SELECT seq FROM letter WHERE school_id = 1");
  while (rows.executeStep()) {
    const auto seq = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
    const bool known = written.erase(seq) > 0;
    if (!known) return fail(FaultCode::entry_missing, std::to_string(seq) + " of the register");
  }
  if (written.empty()) return {};
  return fail(FaultCode::entry_missing, std::to_string(*written.begin()) + " of the register");
}

}  // namespace handbell::store
