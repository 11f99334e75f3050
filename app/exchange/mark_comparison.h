// The marks of a file beside those of the register: what is new, what agrees, what contradicts
// (formats F7, D50).
//
// Only what is new may be entered without a decision; a contradiction stands on a page until a
// person amends one side or the other. So a second import of the same file changes nothing.
#pragma once

#include "app/exchange/mark_file.h"
#include "app/register/other_mark.h"

#include <functional>

namespace handbell::exchange {

/// What stands in the register; nothing where no person wrote a mark.
using StandingOf = std::function<std::optional<reg::Standing>(PupilId, SessionId)>;

struct MarkContradiction {
  int line = 0;
  OutsideMark theirs;
  reg::Standing ours;
  friend bool operator==(const MarkContradiction&, const MarkContradiction&) = default;
};

struct MarkComparison {
  std::vector<OutsideMark> fresh;
  std::size_t agreeing = 0;
  std::vector<MarkContradiction> contradictions;
};

/// Minutes contradict where both sides have them.
[[nodiscard]] MarkComparison compare_marks(const Parsed<OutsideMark>& parsed,
                                           const StandingOf& standing);

/// "Line 4, Amira Khan, 2026-01-12 am: the register has L (6 minutes), the file has U."
[[nodiscard]] std::string contradiction_words(const MarkContradiction& found,
                                              const reg::School& school);

}  // namespace handbell::exchange
