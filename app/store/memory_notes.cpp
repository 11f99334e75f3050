// What the office writes down beside the marks, in the twin without a disk.
#include "app/base/hex.h"
#include "app/journal/note_codec.h"
#include "app/store/memory_register.h"

namespace handbell::store {

Result<std::vector<std::uint64_t>> MemoryRegister::write(const std::vector<reg::DayNote>& notes,
                                                         Instant at) {
  std::vector<SchoolDay> days;
  for (const auto& note : notes) {
    const auto day = day_noted(note);
    if (!day) return fail(day.error());
    for (const PupilId child : children_of(note)) {
      if (school_.pupil(child) != nullptr) continue;
      return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
    }
    days.push_back(*day);
  }
  std::vector<std::uint64_t> numbers;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto number = append(journal::draft_of(notes[i], at));
    notes_.push_back({days[i], {number, at, notes[i]}});
    numbers.push_back(number);
  }
  return numbers;
}

Result<std::uint64_t> MemoryRegister::decide_leave(const reg::LeaveDecision& decision,
                                                   const std::vector<reg::Notice>& notices,
                                                   Instant at) {
  const reg::DayNote note(counted(decision, notices));
  for (const auto& notice : notices) {
    if (Status fits = reg::text_fits(notice.words, "a reason"); !fits) return fail(fits.error());
    if (school_.pupil(notice.pupil) != nullptr) continue;
    return fail(FaultCode::pupil_unknown, std::to_string(notice.pupil.number()));
  }
  const auto written = write({note}, at);
  if (!written) return fail(written.error());
  ++school_.version;
  for (const auto& notice : notices) {
    if (const auto noted = this->note(notice, at); !noted) return fail(noted.error());
  }
  return written->front();
}

Result<std::vector<reg::DayNoteGiven>> MemoryRegister::day_notes(SchoolDay from, SchoolDay to) {
  std::vector<reg::DayNoteGiven> found;
  for (const auto& [day, note] : notes_) {
    if (day < from || to < day) continue;
    found.push_back(note);
    const reg::EventRef ref{to_hex(id_), note.entry};
    for (const auto& [of, fact] : told_) {
      const auto* back = std::get_if<reg::TakenBack>(&fact.event);
      if (back != nullptr && back->what == ref) found.back().back = *back;
    }
  }
  return found;
}

}  // namespace handbell::store
