// Marks that were written elsewhere: older registers, a teacher's list, the other system's day
// (rules/formats.json, F7; D44, D50).
//
// Nothing of it enters the register by being read. What agrees, what is new and what contradicts a
// mark that stands is shown first (mark_comparison.h); a person decides.
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/mark.h"
#include "app/register/school.h"

namespace handbell::exchange {

/// What a file may have, by their headings.
[[nodiscard]] const std::vector<Column>& mark_columns();

struct OutsideMark {
  PupilId pupil;
  SessionId session;
  reg::Code code;
  std::optional<int> minutes_late;  ///< with L and U
  std::string comment;
  friend bool operator==(const OutsideMark&, const OutsideMark&) = default;
};

/// Refused are rows about days to come, days when the pupil was not on roll (but for Z), weekends
/// and days that the calendar closes (but for #); also all rows of a session that stands twice.
/// Days before the calendar's first term and after its last are taken. Faults: those of
/// Sheet::parse.
[[nodiscard]] Result<Parsed<OutsideMark>> parse_marks(const std::string& name,
                                                      std::string_view bytes,
                                                      const reg::School& school, SchoolDay today);

/// As parse_marks() reads them, in their order; pupils by admission number. Invariant: each pupil
/// is one of the school's.
[[nodiscard]] std::string write_outside_marks(const std::vector<OutsideMark>& marks,
                                              const reg::School& school);

/// The entry that a person makes of it; the file's name is its source.
[[nodiscard]] reg::MarkDraft draft_of(const OutsideMark& mark, const std::string& file,
                                      const reg::Author& by);

}  // namespace handbell::exchange
