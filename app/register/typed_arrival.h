// A child's coming that the office types: on the telephone, at its own window, from the paper list
// that was kept while the machines were off.
//
// It is judged as the door judges (arrival.h), but here a person is the author: what it earns is
// said, and the person takes that, chooses another mark, or lets the mark that stands stand.
// Nothing that somebody wrote before is changed without a reason, and coming alone is never a mark.
#pragma once

#include "app/register/mark.h"
#include "app/register/school.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

struct TypedArrival {
  PupilId pupil;
  SessionId session;
  Instant at;  ///< the first contact; siblings who came together have one (D13)
  Judgement judgement;
  std::string sentence;
  std::optional<Mark> mark;  ///< the current one

  /// Somebody's mark says otherwise: it stands unless it is changed with a reason (D09).
  [[nodiscard]] bool differs() const;
  /// The mark that is written where the person takes what is suggested: nothing where the child was
  /// in time, where the mark says it already, or where somebody's mark stands.
  [[nodiscard]] std::optional<Code> suggested() const;
};

/// `mark`: of this pupil and session. Each child by the own year group's times (D14).
[[nodiscard]] TypedArrival judge_typed(const School& school, const PupilRecord& pupil, Instant at,
                                       const std::optional<Mark>& mark);

/// What the office says of it: what the family said, or why another mark is right.
struct TypedReason {
  std::string said;  ///< as a family said it: "Overslept"; may be empty
  std::string why;   ///< the office's own words; needed where a mark is changed
};

/// The entry. Faults: entry_incomplete, where another mark than the suggested one has no `why`.
[[nodiscard]] Result<MarkDraft> typed_mark(const TypedArrival& arrival, Code code,
                                           const TypedReason& reason, const Author& by);

/// The brothers and sisters who may have come too; none for whom a court order or the like hides
/// them, nor for whom they are hidden. On roll that day, by name.
[[nodiscard]] std::vector<const PupilRecord*> siblings_of(const School& school,
                                                          const PupilRecord& pupil, SchoolDay day);

}  // namespace handbell::reg
