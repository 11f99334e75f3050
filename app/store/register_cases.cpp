// What the office writes down about a child's case, in register.db: entries like any other, found
// by child.
#include "app/journal/case_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"

#include <map>

namespace handbell::store {

Result<std::vector<std::uint64_t>> RegisterFile::write_case(const std::vector<reg::CaseNote>& notes,
                                                            Instant at) {
  return file_.transact([&]() -> Result<std::vector<std::uint64_t>> {
    SQLite::Statement known(file_.database(),
                            "SELECT 1 FROM pupil WHERE school_id = 1 AND pupil = ?");
    std::vector<std::uint64_t> numbers;
    numbers.reserve(notes.size());
    for (const auto& note : notes) {
      if (Status whole = complete(note); !whole) return fail(whole.error());
      const PupilId child = child_of(note);
      known.reset();
      known.bind(1, child.number());
      if (!known.executeStep()) {
        return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
      }
      numbers.push_back(append_case(child, journal::draft_of(note, at)));
    }
    return numbers;
  });
}

/// An entry, and whose case it is of; throws SQLite::Exception.
std::uint64_t RegisterFile::append_case(PupilId pupil, journal::Draft draft) {
  const auto number = append(std::move(draft));
  SQLite::Statement row(file_.database(), "INSERT INTO case_note VALUES (1, ?, ?)");
  row.bind(1, pupil.number());
  row.bind(2, static_cast<std::int64_t>(number));
  row.exec();
  return number;
}

/// Whose case an entry is of; nothing where it is of none. Throws SQLite::Exception.
std::optional<PupilId> RegisterFile::child_of_case(std::uint64_t seq) {
  SQLite::Statement row(file_.database(),
                        "SELECT pupil FROM case_note WHERE school_id = 1 AND seq = ?");
  row.bind(1, static_cast<std::int64_t>(seq));
  if (!row.executeStep()) return std::nullopt;
  return PupilId(row.getColumn(0).getInt64());
}

Result<std::vector<reg::CaseNoteGiven>> RegisterFile::case_notes(std::optional<PupilId> pupil) {
  return file_.guarded([&]() -> Result<std::vector<reg::CaseNoteGiven>> {
    SQLite::Statement rows(file_.database(),
                           std::string("SELECT ") + kEntryColumns +
                               " FROM entry WHERE school_id = 1 AND seq IN (SELECT seq FROM"
                               " case_note WHERE school_id = 1" +
                               (pupil ? " AND pupil = ?" : "") + ") ORDER BY seq");
    if (pupil) rows.bind(1, pupil->number());
    std::vector<reg::CaseNoteGiven> found;
    std::map<std::uint64_t, std::size_t> places;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      if (journal::is_case_note(entry->kind)) {
        auto given = journal::case_note_of(*entry);
        if (!given) return fail(given.error());
        places.emplace(entry->seq, found.size());
        found.push_back(std::move(*given));
        continue;
      }
      const auto event = journal::told_of(*entry);
      if (!event) return fail(event.error());
      const auto& back = std::get<reg::TakenBack>(*event);
      const auto place = places.find(back.what.seq);
      if (place != places.end()) found[place->second].back = back;
    }
    return found;
  });
}

/// Each stands in the list of its child; what takes one back, in that one's. Fault: entry_missing.
Status RegisterFile::verify_cases(EntryLists::CaseChildren written) {
  SQLite::Statement rows(file_.database(), "SELECT pupil, seq FROM case_note WHERE school_id = 1");
  const auto missing = [](std::uint64_t seq) {
    return fail(FaultCode::entry_missing, std::to_string(seq) + " of the register");
  };
  while (rows.executeStep()) {
    const PupilId pupil(rows.getColumn(0).getInt64());
    const auto seq = static_cast<std::uint64_t>(rows.getColumn(1).getInt64());
    const auto found = written.find(seq);
    const bool right = found != written.end() && found->second.value_or(pupil) == pupil;
    if (!right) return missing(seq);
    written.erase(found);
  }
  return written.empty() ? Status() : missing(written.begin()->first);
}

}  // namespace handbell::store
