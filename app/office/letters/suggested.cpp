#include "app/office/letters/suggested.h"

#include "app/reports/suggestion_answer.h"

#include <algorithm>

namespace handbell::office {
namespace {

using paper::LetterKind;
using reports::SuggestionKey;

/// An invitation is to the meeting that is suggested.
std::string_view sheet_meant(LetterKind kind) {
  return text_of(kind == LetterKind::invitation ? LetterKind::meeting : kind);
}

bool leads_to(SuggestionKey key, LetterKind kind) {
  const auto is_own = [&](SuggestionKey one) {
    return reports::sheet_of(one) == sheet_meant(kind);
  };
  const bool any = std::ranges::any_of(reports::kSuggestionKeys, is_own);
  return any ? is_own(key) : key > SuggestionKey::stage_2;
}

}  // namespace

Result<std::vector<PupilId>> pupils_suggested(reg::Store& held, LetterKind kind, SchoolDay today) {
  const auto source = reports::ReportSource::read_back(held, today);
  if (!source) return fail(source.error());
  const auto notes = held.case_notes(std::nullopt);
  if (!notes) return fail(notes.error());
  const auto answers = reports::standing_answers(*notes);
  std::vector<PupilId> found;
  for (const auto& child : reports::suggestions(*source, today)) {
    const bool wanted = std::ranges::any_of(child.suggestions, [&](const auto& one) {
      return leads_to(one.key, kind) &&
             !reports::state_in(answers, child.pupil, one, today).set_aside;
    });
    if (wanted) found.push_back(child.pupil);
  }
  return found;
}

}  // namespace handbell::office
