// What is to be done next in a child's case, and by when: a meeting to be recorded, a review, an
// e-mail and a note that nobody ticked yet (P18, P29 to P32).
//
// It is worked out anew from what stands each time: whatever answers a line takes it off. The end
// of a case takes off all of them; whatever is noted later opens it again.
#pragma once

#include "app/register/case_note.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

enum class DueKind : std::uint8_t {
  meeting,          ///< planned: held or cancelled?
  email,            ///< the agreed strategies, to the family (P18)
  cpoms,            ///< the note, with both categories (P30)
  meeting_review,   ///< what was agreed is looked at again
  contract_review,  ///< and a contract
  contract_failed,  ///< the headteacher decides what follows (P32)
};
[[nodiscard]] std::string_view text_of(DueKind kind);  ///< "meeting_review"

struct CaseDue {
  SchoolDay day;
  DueKind kind = DueKind::meeting;
  std::uint64_t of = 0;  ///< the entry that began the meeting or the contract
  friend auto operator<=>(const CaseDue&, const CaseDue&) = default;
};
/// "The attendance meeting of Monday 12 January 2026: held, or cancelled?".
[[nodiscard]] std::string sentence(const CaseDue& due,
                                   const std::vector<reg::CaseNoteGiven>& notes);

/// Whether somebody follows this child up: something stands that no decision ended. `notes`: of one
/// child. Answers to suggestions, ticks and concerns open
/// no case.
[[nodiscard]] bool is_open_case(const std::vector<reg::CaseNoteGiven>& notes);

/// By day, what is still to come too. `notes`: of one child.
[[nodiscard]] std::vector<CaseDue> case_due(const std::vector<reg::CaseNoteGiven>& notes,
                                            SchoolDay today);

}  // namespace handbell::reports
