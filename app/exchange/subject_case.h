// Of a subject access copy: what was noted when the child's absence was followed up.
//
// What another adult than the one who asks said is kept back for a person to decide, and so is a
// notice to that adult: it may tell of that one, and software cannot know.
#pragma once

#include "app/exchange/subject_notes.h"
#include "app/register/case_note.h"

namespace handbell::exchange {

/// Those that were taken back too. `notes`: of one child or of several.
[[nodiscard]] SubjectTable case_table(const std::vector<reg::CaseNoteGiven>& notes,
                                      const SubjectReader& reader);

}  // namespace handbell::exchange
