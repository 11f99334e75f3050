// What the lists of notes share: the days that are asked for, and who took a note back.
#pragma once

#include "app/admin/day_note_commands.h"
#include "app/admin/report_cells.h"
#include "app/register/day_note.h"

namespace handbell::admin {

/// A register that is open to be read, and the notes of the days that were asked for.
struct NotesRead {
  reg::School school;
  std::vector<reg::DayNoteGiven> notes;
};
/// Faults: bad_date, period_backwards.
[[nodiscard]] Result<NotesRead> read_notes(const Site& site, const DayNoteOptions& options);

/// HH:MM of that day; `otherwise` where nothing was typed. Fault: bad_time.
[[nodiscard]] Result<Instant> typed_time(const std::string& text, SchoolDay day, Instant otherwise);

[[nodiscard]] Columns taken_back_columns();
[[nodiscard]] Row taken_back_cells(const std::optional<reg::TakenBack>& back);  ///< nulls: stands

}  // namespace handbell::admin
