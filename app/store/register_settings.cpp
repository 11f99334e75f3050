// Settings that have legal effect, in register.db: entries like any other.
#include "app/journal/setting_codec.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"

namespace handbell::store {

Status RegisterFile::change(const reg::Setting& setting, Instant at) {
  if (Status fits = fits_entry(setting); !fits) return fits;
  return file_.transact([&] {
    const auto number = append(journal::draft_of(setting, at));
    SQLite::Statement row(file_.database(), "INSERT INTO setting VALUES (1, ?)");
    row.bind(1, static_cast<std::int64_t>(number));
    row.exec();
  });
}

Result<std::vector<reg::Setting>> RegisterFile::settings() {
  return file_.guarded([&]() -> Result<std::vector<reg::Setting>> {
    SQLite::Statement rows(file_.database(), std::string("SELECT ") + kEntryColumns +
                                                 " FROM setting JOIN entry USING (school_id, seq)"
                                                 " WHERE school_id = 1 ORDER BY seq");
    std::vector<reg::Setting> found;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      auto setting = journal::setting_of(*entry);
      if (!setting) return fail(setting.error());
      found.push_back(std::move(*setting));
    }
    return found;
  });
}

/// Throws SQLite::Exception. Fault: entry_missing, naming what is in one of the two alone.
Status RegisterFile::verify_settings(std::set<std::uint64_t> written) {
  SQLite::Statement rows(file_.database(), "SELECT seq FROM setting WHERE school_id = 1");
  while (rows.executeStep()) {
    const auto seq = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
    const bool known = written.erase(seq) > 0;
    if (!known) return fail(FaultCode::entry_missing, std::to_string(seq) + " of the register");
  }
  if (written.empty()) return {};
  return fail(FaultCode::entry_missing, std::to_string(*written.begin()) + " of the register");
}

}  // namespace handbell::store
