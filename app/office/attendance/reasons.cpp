#include "app/office/attendance/reasons.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reports::SuggestionKey;

std::string_view look_of(SuggestionKey key) {
  switch (key) {
    case SuggestionKey::severe:
    case SuggestionKey::penalty:
    case SuggestionKey::la_leave:
      return "red";
    case SuggestionKey::stage_4:
    case SuggestionKey::persistent:
    case SuggestionKey::la_illness:
      return "orange";
    case SuggestionKey::stage_3:
    case SuggestionKey::at_risk:
      return "yellow";
    case SuggestionKey::stage_1:
    case SuggestionKey::stage_2:
    case SuggestionKey::unresolved:
      return "blue";
  }
  return "grey";
}

}  // namespace

std::string staff_name(const reg::Staff& staff, const std::string& id) {
  if (id.empty()) return {};
  const auto found = std::ranges::find(staff.members, id, &reg::StaffMember::id);
  return found == staff.members.end() ? id : found->name.text();
}

SuggestionLine suggestion_line(const reports::Suggestion& suggestion,
                               const reports::SuggestionState& state, const reg::Staff& staff) {
  SuggestionLine line;
  line.key = std::string(reports::text_of(suggestion.key));
  line.words = std::string(reports::words_of(suggestion.key));
  line.look = std::string(look_of(suggestion.key));
  line.is_new = suggestion.is_new;
  line.sentences = suggestion.sentences;
  line.sheet = std::string(reports::sheet_of(suggestion.key));
  line.with = staff_name(staff, state.assigned_to);
  line.worse = std::string(reports::worse_words(suggestion.key));
  if (state.set_aside) {
    const bool dismissed = state.set_aside->reply == reports::SuggestionReply::dismissed;
    line.aside =
        fmt::format("{} {}", dismissed ? "dismissed" : "put off", until_words(*state.set_aside));
    line.why = state.set_aside->words;
  }
  return line;
}

std::string beside_figures(const std::string& sentence) {
  static constexpr std::string_view kFigures = "sessions missed this school year: ";
  const auto at = sentence.find(kFigures);
  if (at == std::string::npos) return sentence;
  std::string rest = sentence.substr(at + kFigures.size());
  if (!rest.empty() && 'a' <= rest[0] && rest[0] <= 'z') {
    rest[0] = static_cast<char>(rest[0] - 'a' + 'A');
  }
  return rest;
}

std::string rate_words(const reports::AttendanceCount& count) {
  return count.possible() == 0 ? "–" : count.attendance().text() + " %";
}

std::string missed_words(const reports::AttendanceCount& count) {
  return fmt::format("{} of {} missed", count.absent(), count.possible());
}

}  // namespace handbell::office
