// The letters and sheets that Handbell has ready, each with a wording of its own that the school
// may change (policy 3.6, 5 and 8.1; Appendices 1 and 2).
#pragma once

#include "app/base/result.h"
#include "app/paper/sheet.h"
#include "app/register/role.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::paper {

enum class LetterKind : std::uint8_t {
  meeting,      ///< Appendix 1 (P47)
  contract,     ///< Appendix 2 (P48)
  invitation,   ///< to a meeting
  lateness,     ///< how often, how many minutes
  penalty,      ///< what the head considers; never sent home (P25)
  annual,       ///< the line of the yearly report (P17)
  late_slip,    ///< in a child's hand, for the teacher
  leaver_slip,  ///< the same of one who goes during the day
  governor,     ///< a term, without names (P38)
};

[[nodiscard]] const std::vector<LetterKind>& all_letter_kinds();
[[nodiscard]] std::string_view text_of(LetterKind kind);   ///< "late-slip"
[[nodiscard]] std::string_view words_of(LetterKind kind);  ///< "Late slip"
/// Fault: bad_choice.
[[nodiscard]] Result<LetterKind> parse_letter_kind(std::string_view text);

[[nodiscard]] PaperSize size_of(LetterKind kind);
/// One for each child; else one for the school.
[[nodiscard]] bool is_of_child(LetterKind kind);
/// Goes to a family, which may be noted as sent.
[[nodiscard]] bool goes_home(LetterKind kind);
/// What was agreed with a family, or told of a notice, stands on these: to see one is to read a
/// case.
[[nodiscard]] bool shows_case(LetterKind kind);
/// Who makes them: the office slips and lateness letters, head and champion all, the board's sheet
/// the head alone beside who may see such figures.
[[nodiscard]] bool may_make(LetterKind kind, const std::vector<reg::Role>& roles);

/// Handbell's own wording (assets/letters).
[[nodiscard]] std::string_view own_wording(LetterKind kind);

}  // namespace handbell::paper
