// The evidence pack of a child's case: everything that the local authority asks for, as one sheet
// to print (P32).
//
//   figures and the threshold, what comes next for each parent
//   the register of this school year and the last, a week a line, every amendment with its reason
//   talks, calls, meetings, contracts, decisions, notices, letters, oldest first; what was taken
//   back is counted and left out: it may tell of another child
//
// A code that tells of health, religion and the like stands there for those alone who may read it.
#pragma once

#include "app/office/cases/case_facts.h"
#include "app/paper/sheet.h"
#include "app/register/mark_history.h"

namespace handbell::office {

/// `history`: every entry of the child's marks.
[[nodiscard]] paper::Sheet pack_sheet(const Visit& visit, const CaseFacts& facts,
                                      const reg::MarkHistory& history);

/// The whole file. Faults: those of reading and of paper::render_pdf().
[[nodiscard]] Result<std::string> pack_pdf(const Visit& visit, reg::Store& held,
                                           const CaseFacts& facts);

}  // namespace handbell::office
