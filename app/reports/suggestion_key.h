// What the office may be asked to look at for a child, by name: the stages of the policy, absence
// that becomes persistent, the threshold of a penalty notice, reasons that are missing, and what
// the local authority is told.
//
// Some are steps of one ladder: who is on a higher step is not listed on the lower ones as well,
// and an answer that was given on one step holds for those below it.
#pragma once

#include "app/base/result.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace handbell::reports {

/// Stored by their texts; the steps of a ladder rise.
enum class SuggestionKey : std::uint8_t {
  stage_1,
  stage_2,
  stage_3,
  stage_4,
  at_risk,
  persistent,
  severe,
  penalty,
  unresolved,
  la_leave,
  la_illness,
};

inline constexpr std::array kSuggestionKeys{
    SuggestionKey::stage_1,  SuggestionKey::stage_2,    SuggestionKey::stage_3,
    SuggestionKey::stage_4,  SuggestionKey::at_risk,    SuggestionKey::persistent,
    SuggestionKey::severe,   SuggestionKey::penalty,    SuggestionKey::unresolved,
    SuggestionKey::la_leave, SuggestionKey::la_illness,
};

/// The children who are away now, the rate of the year, missed sessions as the DfE counts them;
/// each of the others is a ladder of one step.
enum class SuggestionLadder : std::uint8_t {
  away,     ///< stages one and two
  rate,     ///< stages three and four
  missing,  ///< at risk, persistent, severe
  penalty,
  unresolved,
  la_leave,
  la_illness,
};

[[nodiscard]] std::string_view text_of(SuggestionKey key);   ///< "stage-3", "la-leave"
[[nodiscard]] std::string_view words_of(SuggestionKey key);  ///< "Stage 3", "Return: no leave"
/// Fault: bad_choice.
[[nodiscard]] Result<SuggestionKey> parse_suggestion_key(std::string_view text);

[[nodiscard]] SuggestionLadder ladder_of(SuggestionKey key);
/// `answered` is of the same ladder and no lower step than `key`.
[[nodiscard]] bool covers(SuggestionKey answered, SuggestionKey key);

/// What the figures are of is health: for those alone who may read the code I.
[[nodiscard]] inline bool tells_of_health(SuggestionKey key) {
  return key == SuggestionKey::la_illness;
}

/// Which sheet of paper belongs to it, by the name in the address of the letters; empty: none.
[[nodiscard]] std::string_view sheet_of(SuggestionKey key);

}  // namespace handbell::reports
