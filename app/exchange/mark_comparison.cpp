#include "app/exchange/mark_comparison.h"

#include <fmt/format.h>

namespace handbell::exchange {

namespace {

std::string shown(reg::Code code, const std::optional<int>& minutes) {
  if (!minutes) return std::string(code.text());
  return fmt::format("{} ({} minute{})", code.text(), *minutes, *minutes == 1 ? "" : "s");
}

}  // namespace

MarkComparison compare_marks(const Parsed<OutsideMark>& parsed, const StandingOf& standing) {
  MarkComparison compared;
  for (std::size_t i = 0; i < parsed.rows.size(); ++i) {
    const OutsideMark& theirs = parsed.rows[i];
    const auto ours = standing(theirs.pupil, theirs.session);
    if (!ours) {
      compared.fresh.push_back(theirs);
    } else if (reg::agree(theirs.code, theirs.minutes_late, *ours)) {
      ++compared.agreeing;
    } else {
      compared.contradictions.push_back({parsed.lines[i], theirs, *ours});
    }
  }
  return compared;
}

std::string contradiction_words(const MarkContradiction& found, const reg::School& school) {
  const auto* pupil = school.pupil(found.theirs.pupil);
  return fmt::format("Line {}, {}, {}: the register has {}, the file has {}.", found.line,
                     pupil != nullptr ? pupil->full_name() : "a pupil not known here",
                     found.theirs.session.text(), shown(found.ours.code, found.ours.minutes_late),
                     shown(found.theirs.code, found.theirs.minutes_late));
}

}  // namespace handbell::exchange
