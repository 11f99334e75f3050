// One letter: what stands in its fields for one child, or for the school.
//
// Figures are those of every other list (D30, D31); what the door proposed and nobody accepted yet
// is counted and said (D22). Beside the penalty sheet, which stays with the head, no code stands on
// paper, and no letter names another child.
#pragma once

#include "app/paper/letter_source.h"

#include <optional>

namespace handbell::paper {

/// Who makes it, and what was typed for a meeting that is not written down yet; may be empty.
struct LetterAbout {
  std::string made_by;
  std::string meeting_day{};
  std::string meeting_time{};
  std::string meeting_place{};
};

/// Nursery children have no line in the yearly report (D46).
[[nodiscard]] bool has_letter(LetterKind kind, const reg::PupilRecord& pupil);

[[nodiscard]] LetterValues values_of(const LetterSource& source, const reg::PupilRecord& pupil,
                                     const LetterAbout& about);
/// Of the newest term, for the governing board.
[[nodiscard]] LetterValues school_values(const LetterSource& source, const LetterAbout& about);
/// Of no child: what a preview shows where there is none.
[[nodiscard]] LetterValues example_values(LetterKind kind);

/// The days of this school year that count for a child; nothing before its first one.
[[nodiscard]] std::optional<reports::DateRange> year_of(const reg::PupilRecord& pupil,
                                                        SchoolDay today);

/// "once", "7 times", "on no day".
[[nodiscard]] std::string times_words(int times);
/// "1 hour 5 minutes".
[[nodiscard]] std::string minutes_words(std::int64_t minutes);

}  // namespace handbell::paper
