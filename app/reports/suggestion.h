// What a child's register suggests that somebody looks at, each with its figures and its reasons in
// words (policy 3.5 to 7; D30 to D46).
//
// The rules stand elsewhere (stage.h, absence_flags.h, penalty_window.h, n_deadline.h,
// authority_return.h); here they are asked together, for all who are on roll, in one pass over the
// register. New since last week is what does not stand when the same is worked out for the day
// seven days before. Nothing follows from a suggestion by itself.
#pragma once

#include "app/reports/report_source.h"
#include "app/reports/stage.h"
#include "app/reports/suggestion_key.h"

#include <string>
#include <vector>

namespace handbell::reports {

struct Suggestion {
  SuggestionKey key = SuggestionKey::stage_1;
  int part = 0;   ///< sessions, or the day of the absence with stages one and two
  int whole = 0;  ///< of so many possible ones, or of the number that is asked for; 0: of none
  /// What it rests on began, or last grew, on this day: an answer from before is about something
  /// else.
  SchoolDay since;
  std::vector<std::string> sentences;
  bool by_rate = false;  ///< a share of the year's sessions and nothing else
  bool is_new = false;   ///< not seven days ago, nor a higher step of its ladder
  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct PupilSuggestions {
  PupilId pupil;
  Stages stages;    ///< the year to date, and every reason of every stage
  int pending = 0;  ///< of this year's sessions, counted as the door proposes them (D22)
  std::vector<Suggestion> suggestions;  ///< one of each ladder at most, in the order of the keys

  /// Only shares of fewer than 60 sessions: shown, and apart from what is known better (D41).
  [[nodiscard]] bool is_quiet() const;
  [[nodiscard]] bool has_new() const;
  [[nodiscard]] const Suggestion* of(SuggestionLadder ladder) const;
  friend bool operator==(const PupilSuggestions&, const PupilSuggestions&) = default;
};

/// What the register says of a pupil, as it was read.
struct RegisterOfPupil {
  const reg::PupilRecord& pupil;
  const PupilYears& years;    ///< with the proposals
  const PupilYears& entries;  ///< without: an N stands until a person amends it
};

/// One child's on one day. `told`: a reason was entered for the morning that is no mark yet.
[[nodiscard]] PupilSuggestions suggestions_of(const RegisterOfPupil& of,
                                              const reg::SchoolDays& days, SchoolDay today,
                                              bool told, const Thresholds& thresholds = {});

/// One child's today, with what is new; none where the child is not on roll. `source`: as
/// ReportSource::read_back_of() reads it.
[[nodiscard]] PupilSuggestions suggestions_about(const ReportSource& source, PupilId pupil,
                                                 SchoolDay today,
                                                 const Thresholds& thresholds = {});

/// Who is on roll and has a suggestion: most absent sessions first (D41). `source`: as
/// ReportSource::read_back() reads it.
[[nodiscard]] std::vector<PupilSuggestions> suggestions(const ReportSource& source, SchoolDay today,
                                                        const Thresholds& thresholds = {});

}  // namespace handbell::reports
