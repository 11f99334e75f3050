// Answers to who asks for a child at a door, in register.db: entries like any other, found by day.
#include "app/journal/release_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"

namespace handbell::store {

Result<std::uint64_t> RegisterFile::answer_release(const reg::ReleaseAnswer& answer, Instant at) {
  const auto day = day_answered(answer);
  if (!day) return fail(day.error());
  return file_.transact([&]() -> Result<std::uint64_t> {
    SQLite::Statement known(file_.database(),
                            "SELECT 1 FROM pupil WHERE school_id = 1 AND pupil = ?");
    known.bind(1, answer.pupil.number());
    if (!known.executeStep()) {
      return fail(FaultCode::pupil_unknown, std::to_string(answer.pupil.number()));
    }
    const auto number = append_told(*day, journal::draft_of(answer, at));
    if (answer.step == reg::ReleaseStep::handed_over) {
      (void)append_told(*day, journal::draft_of(reg::PresenceEvent(going_of(answer)), at));
    }
    raise_version(file_.database());
    return number;
  });
}

Result<std::vector<reg::ReleaseGiven>> RegisterFile::release_answers(SchoolDay day) {
  return file_.guarded([&]() -> Result<std::vector<reg::ReleaseGiven>> {
    const auto entries = told_entries(day);
    if (!entries) return fail(entries.error());
    std::vector<reg::ReleaseGiven> found;
    for (const auto& entry : *entries) {
      if (entry.kind == journal::EntryKind::release_answer) {
        auto given = journal::release_of(entry);
        if (!given) return fail(given.error());
        found.push_back(std::move(*given));
      } else if (entry.kind == journal::EntryKind::taken_back) {
        const auto event = journal::told_of(entry);
        if (!event) return fail(event.error());
        const auto& back = std::get<reg::TakenBack>(*event);
        for (auto& given : found) {
          if (reg::EventRef{to_hex(id_), given.entry} == back.what) given.back = back;
        }
      }
    }
    return found;
  });
}

}  // namespace handbell::store
