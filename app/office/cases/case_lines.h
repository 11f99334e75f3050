// Each step of a case in words, for its time line, its list and the evidence pack.
#pragma once

#include "app/office/cases/case_facts.h"
#include "app/office/cases/case_view.h"

#include <vector>

namespace handbell::office {

/// "Monday 12 January 2026, 9:00".
[[nodiscard]] std::string moment_in_words(Instant at);
/// "Contract meeting", "Penalty notice".
[[nodiscard]] std::string title_of(const reg::CaseNote& note);
/// In the words that this person may read.
[[nodiscard]] CaseLine case_line(const reg::CaseNoteGiven& given, const reg::Staff& staff,
                                 const Visitor& who);
[[nodiscard]] CaseLine call_line_of(const reg::Noted<reg::CallAttempt>& call);

/// Whether this person may see that there is such a note at all.
[[nodiscard]] bool sees_note(const Visitor& who, const reg::CaseNote& note);
/// Whether this person may write such a note down.
[[nodiscard]] bool may_write(const Visitor& who, const reg::CaseNote& note);
/// And take this one back: who does not lead the case, the own ones alone.
[[nodiscard]] bool may_take_back(const Visitor& who, const reg::CaseNote& note);

/// Notes and calls that this person sees, newest first, without ways.
struct DatedLine {
  SchoolDay day;
  std::uint64_t entry = 0;
  CaseLine line;
};
[[nodiscard]] std::vector<DatedLine> case_lines(const CaseFacts& facts, const Visitor& who);

}  // namespace handbell::office
