// What the office writes down beside the marks, in register.db: entries like any other, found by
// day.
#include "app/journal/note_codec.h"
#include "app/journal/notice_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"

#include <map>

namespace handbell::store {

Result<std::vector<std::uint64_t>> RegisterFile::write(const std::vector<reg::DayNote>& notes,
                                                       Instant at) {
  return file_.transact([&]() -> Result<std::vector<std::uint64_t>> {
    SQLite::Statement known(file_.database(),
                            "SELECT 1 FROM pupil WHERE school_id = 1 AND pupil = ?");
    std::vector<std::uint64_t> numbers;
    numbers.reserve(notes.size());
    for (const auto& note : notes) {
      const auto day = day_noted(note);
      if (!day) return fail(day.error());
      for (const PupilId child : children_of(note)) {
        known.reset();
        known.bind(1, child.number());
        if (known.executeStep()) continue;
        return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
      }
      numbers.push_back(append_told(*day, journal::draft_of(note, at)));
    }
    return numbers;
  });
}

Result<std::uint64_t> RegisterFile::decide_leave(const reg::LeaveDecision& decision,
                                                 const std::vector<reg::Notice>& notices,
                                                 Instant at) {
  return file_.transact([&]() -> Result<std::uint64_t> {
    const auto school = shared_school();
    if (!school) return fail(school.error());
    const reg::DayNote note(counted(decision, notices));
    const auto day = day_noted(note);
    if (!day) return fail(day.error());
    auto named = children_of(note);
    for (const auto& notice : notices) named.push_back(notice.pupil);
    for (const PupilId child : named) {
      if ((*school)->pupil(child) != nullptr) continue;
      return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
    }
    const auto number = append_told(*day, journal::draft_of(note, at));
    // An appointment between two registers makes no notice, and the doors hear of its times.
    raise_version(file_.database());
    for (const auto& notice : notices) {
      if (Status fits = reg::text_fits(notice.words, "a reason"); !fits) return fail(fits.error());
      (void)append_told(notice.session.day, journal::draft_of(notice, at));
      if (Status planned = plan_again(notice, **school); !planned) return fail(planned.error());
    }
    return number;
  });
}

Result<std::vector<reg::DayNoteGiven>> RegisterFile::day_notes(SchoolDay from, SchoolDay to) {
  return file_.guarded([&]() -> Result<std::vector<reg::DayNoteGiven>> {
    SQLite::Statement rows(file_.database(),
                           std::string("SELECT ") + kEntryColumns +
                               " FROM entry WHERE school_id = 1 AND seq IN (SELECT seq FROM told"
                               " WHERE school_id = 1 AND day BETWEEN ? AND ?) ORDER BY seq");
    rows.bind(1, from.number());
    rows.bind(2, to.number());
    // A year of them is read for each page of a case: nothing is made twice here.
    const std::string own = to_hex(id_);
    std::vector<reg::DayNoteGiven> found;
    std::map<std::uint64_t, std::size_t> places;
    while (rows.executeStep()) {
      const auto entry = entry_from(rows, id_);
      if (!entry) return fail(entry.error());
      if (journal::is_note(entry->kind)) {
        auto given = journal::note_of(*entry);
        if (!given) return fail(given.error());
        places.emplace_hint(places.end(), entry->seq, found.size());
        found.push_back(std::move(*given));
      } else if (entry->kind == journal::EntryKind::taken_back) {
        const auto event = journal::told_of(*entry);
        if (!event) return fail(event.error());
        const auto& back = std::get<reg::TakenBack>(*event);
        const auto place = back.what.journal == own ? places.find(back.what.seq) : places.end();
        if (place != places.end()) found[place->second].back = back;
      }
    }
    return found;
  });
}

}  // namespace handbell::store
