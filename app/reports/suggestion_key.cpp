#include "app/reports/suggestion_key.h"

#include <algorithm>
#include <string>

namespace handbell::reports {

namespace {

struct KeyRow {
  std::string_view text;
  std::string_view words;
  SuggestionLadder ladder;
  std::string_view sheet;
};

constexpr std::array<KeyRow, kSuggestionKeys.size()> kKeyRows{{
    {"stage-1", "Stage 1", SuggestionLadder::away, ""},
    {"stage-2", "Stage 2", SuggestionLadder::away, ""},
    {"stage-3", "Stage 3", SuggestionLadder::rate, "meeting"},
    {"stage-4", "Stage 4", SuggestionLadder::rate, "contract"},
    {"at-risk", "At risk", SuggestionLadder::missing, ""},
    {"persistent", "Persistent", SuggestionLadder::missing, ""},
    {"severe", "Severe", SuggestionLadder::missing, ""},
    {"penalty", "Penalty threshold", SuggestionLadder::penalty, "penalty"},
    {"unresolved", "No reason yet", SuggestionLadder::unresolved, ""},
    {"la-leave", "Return: no leave", SuggestionLadder::la_leave, ""},
    {"la-illness", "Return: illness", SuggestionLadder::la_illness, ""},
}};

std::string all_keys() {
  std::string all;
  for (const auto& row : kKeyRows) all += (all.empty() ? "" : ", ") + std::string(row.text);
  return all;
}

const KeyRow& key_row(SuggestionKey key) { return kKeyRows.at(static_cast<std::size_t>(key)); }

}  // namespace

std::string_view text_of(SuggestionKey key) { return key_row(key).text; }
std::string_view words_of(SuggestionKey key) { return key_row(key).words; }
SuggestionLadder ladder_of(SuggestionKey key) { return key_row(key).ladder; }
std::string_view sheet_of(SuggestionKey key) { return key_row(key).sheet; }

Result<SuggestionKey> parse_suggestion_key(std::string_view text) {
  const auto found = std::find_if(kSuggestionKeys.begin(), kSuggestionKeys.end(),
                                  [&](SuggestionKey key) { return text_of(key) == text; });
  if (found == kSuggestionKeys.end()) {
    return fail(FaultCode::bad_choice, "\"" + std::string(text) + "\" is none of: " + all_keys());
  }
  return *found;
}

bool covers(SuggestionKey answered, SuggestionKey key) {
  return ladder_of(answered) == ladder_of(key) && key <= answered;
}

}  // namespace handbell::reports
