// The texts that a meeting leaves to be sent by hand: an e-mail to the family with what was agreed
// (P18), and a note for the school's safeguarding record CPOMS, with its categories and for whom
// (P30). Handbell sends nothing itself: somebody copies them.
//
// They are plain text. No code of a mark stands in them, so nothing of health or religion.
#pragma once

#include "app/register/meeting.h"
#include "app/reports/attendance_count.h"

#include <string>

namespace handbell::reports {

/// What the texts are filled with.
struct CaseTextFacts {
  std::string child;       ///< "Zoë O'Neill"
  std::string first_name;  ///< "Zoë"
  std::string class_name;
  std::string school;
  SchoolDay as_of;
  AttendanceCount year;  ///< from 1 September or the child's start to that day
  std::string reply_to;  ///< the address that families write to; empty: none is known
};

struct CaseText {
  std::string title;  ///< of the e-mail, or of the note
  std::string words;
  std::string assignee{};  ///< in CPOMS: who arranged the meeting
};

/// "91.2 % (31 of 34 sessions)"; "no session yet".
[[nodiscard]] std::string rate_words(const AttendanceCount& count);
/// "Attendance meeting of Monday 12 January 2026".
[[nodiscard]] std::string title_of(const reg::Meeting& meeting);

[[nodiscard]] CaseText email_after(const reg::Meeting& meeting, const CaseTextFacts& facts);
/// `arranged_by`: who planned it, or else recorded it.
[[nodiscard]] CaseText cpoms_note(const reg::Meeting& meeting, const reg::Author& arranged_by,
                                  const CaseTextFacts& facts);

}  // namespace handbell::reports
