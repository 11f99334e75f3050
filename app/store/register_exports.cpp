// What became of the entries that were handed to another system, in register.db.
#include "app/store/register_file.h"

namespace handbell::store {

namespace {

Result<reg::ExportRecord> record_from(SQLite::Statement& row) {
  const auto entry = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
  const Instant at{row.getColumn(1).getInt64()};
  const auto state = reg::parse_export_state(row.getColumn(2).getString());
  if (!state) {
    return fail(FaultCode::database_wrong,
                "export of entry " + std::to_string(entry) + " of register.db");
  }
  if (*state == reg::ExportState::exported) return reg::ExportRecord::exported(entry, at);
  if (*state == reg::ExportState::accepted) return reg::ExportRecord::accepted(entry, at);
  return reg::ExportRecord::rejected(entry, at, row.getColumn(3).getString());
}

}  // namespace

Status RegisterFile::put_exports(const std::vector<reg::ExportRecord>& records) {
  return file_.transact([&]() -> Status {
    SQLite::Statement known(file_.database(),
                            "SELECT 1 FROM entry WHERE school_id = 1 AND seq = ? AND kind = ?"
                            " AND salt IS NOT NULL");
    known.bind(2, static_cast<int>(journal::EntryKind::mark));
    SQLite::Statement row(file_.database(),
                          "INSERT INTO export_record SELECT 1, ?1, coalesce(max(number), 0) + 1,"
                          " ?2, ?3, ?4 FROM export_record WHERE school_id = 1 AND entry = ?1");
    for (const auto& record : records) {
      const auto entry = static_cast<std::int64_t>(record.entry());
      known.reset();
      known.bind(1, entry);
      if (!known.executeStep()) return fail(FaultCode::entry_missing, std::to_string(entry));
      row.reset();
      row.bind(1, entry);
      row.bind(2, record.at().ms);
      row.bind(3, std::string(text_of(record.state())));
      row.bind(4, record.reason());
      row.exec();
    }
    return {};
  });
}

Result<std::vector<reg::ExportRecord>> RegisterFile::exports(SchoolDay from, SchoolDay to) {
  return file_.guarded([&]() -> Result<std::vector<reg::ExportRecord>> {
    SQLite::Statement rows(file_.database(),
                           "SELECT r.entry, r.at, r.state, r.reason FROM mark AS m JOIN"
                           " export_record AS r ON r.school_id = m.school_id AND r.entry = m.seq"
                           " WHERE m.school_id = 1 AND m.day BETWEEN ? AND ?"
                           " ORDER BY r.entry, r.number");
    rows.bind(1, from.number());
    rows.bind(2, to.number());
    std::vector<reg::ExportRecord> found;
    while (rows.executeStep()) {
      auto record = record_from(rows);
      if (!record) return fail(record.error());
      found.push_back(std::move(*record));
    }
    return found;
  });
}

}  // namespace handbell::store
