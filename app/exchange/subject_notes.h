// Of a subject access copy: what people wrote down beside the marks about one child. Leave that was
// asked for with what was decided, calls, who might collect for a day, what was told beforehand.
//
// Adults stand there in the words of whoever typed: a name is shown where it is that of the one who
// asks; another's is kept back for a person to decide, with what that adult told us. Why a warning
// was passed over is kept back too: it may tell of another parent.
#pragma once

#include "app/exchange/subject_copy.h"
#include "app/register/day_note.h"

namespace handbell::exchange {

/// Whose copy it is, and who asks for it.
struct SubjectReader {
  PupilId pupil;
  std::string asker;  ///< as the list of contacts has the name; empty: somebody who is not on it
};

/// Requests and decisions, those that were taken back too; brothers and sisters are not named.
[[nodiscard]] SubjectTable leave_table(const std::vector<reg::DayNoteGiven>& notes,
                                       const SubjectReader& reader);
[[nodiscard]] SubjectTable call_table(const std::vector<reg::DayNoteGiven>& notes,
                                      const SubjectReader& reader);
[[nodiscard]] SubjectTable collector_table(const std::vector<reg::DayNoteGiven>& notes,
                                           const SubjectReader& reader);
/// Flags and timetable, with what was, what is and why.
[[nodiscard]] SubjectTable change_table(const std::vector<reg::DayNoteGiven>& notes, PupilId pupil);
/// What a family told us for a session.
[[nodiscard]] SubjectTable notice_table(const std::vector<reg::NoticeGiven>& notices,
                                        PupilId pupil);

}  // namespace handbell::exchange
