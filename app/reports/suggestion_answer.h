// What a person said to a suggestion, and whether it still holds: seen and needing nothing for now,
// to be looked at again on a day, somebody's to look after.
//
//   dismissed   until it gets worse: until the child stands on a higher step of the ladder, or what
//               it rests on grows (another absence, another session without leave, another N), and
//               never beyond the school year
//   snoozed     the same, and until the day that was named at the latest
//   assigned    to that person until it is given to another, within the school year
//   reopened    what was dismissed or snoozed before stands again
//
// The newest answer of a ladder counts. One that was taken back counts as if it had never been.
#pragma once

#include "app/register/case_note.h"
#include "app/reports/suggestion.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace handbell::reports {

using reg::SuggestionReply;

struct SuggestionAnswered {
  PupilId pupil;
  SuggestionKey key = SuggestionKey::stage_1;
  SuggestionReply reply = SuggestionReply::dismissed;
  SchoolDay on;                    ///< when it was said
  std::optional<SchoolDay> until;  ///< with snoozed: the day on which it stands again
  std::string staff;               ///< with assigned: the person's id; empty: nobody any more
  std::string words;               ///< the reason, and who gave it, as it is shown
  friend bool operator==(const SuggestionAnswered&, const SuggestionAnswered&) = default;
};

/// A suggestion as the list shows it.
struct SuggestionState {
  std::optional<SuggestionAnswered> set_aside;  ///< dismissed or snoozed, and it holds today
  std::string assigned_to;                      ///< the person's id; empty: nobody
  friend bool operator==(const SuggestionState&, const SuggestionState&) = default;
};

/// `answers`: all that stand, oldest first; those of other pupils make no difference.
[[nodiscard]] SuggestionState state_of(const Suggestion& suggestion, PupilId pupil,
                                       const std::vector<SuggestionAnswered>& answers,
                                       SchoolDay today);

/// By child, oldest first.
using SuggestionAnswers = std::map<PupilId, std::vector<SuggestionAnswered>>;

/// Those of the notes that nobody took back. What another version of Handbell suggested and this
/// one does not know stays on record alone.
[[nodiscard]] SuggestionAnswers standing_answers(const std::vector<reg::CaseNoteGiven>& notes);

[[nodiscard]] SuggestionState state_in(const SuggestionAnswers& answers, PupilId pupil,
                                       const Suggestion& suggestion, SchoolDay today);

/// Until when it is set aside, in words: "until it gets worse", "until Monday 12 January 2026, or
/// until it gets worse". Invariant: dismissed or snoozed.
[[nodiscard]] std::string until_words(const SuggestionAnswered& answer);

/// What makes it worse, in words for the page on which it is dismissed.
[[nodiscard]] std::string_view worse_words(SuggestionKey key);

}  // namespace handbell::reports
