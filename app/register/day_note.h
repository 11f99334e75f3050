// What people write down beside the marks, each about one day of one school: calls, who may collect
// a child today, leave that was asked for and decided, roll calls with whom they saw, which alerts
// were seen to, and what was changed in a child's record.
//
// A note is an entry of the register like any other, with its author and both times. It is never
// changed; an error is taken back by another entry that names it (TakenBack), and both stay.
#pragma once

#include "app/register/call_attempt.h"
#include "app/register/day_collector.h"
#include "app/register/leave_request.h"
#include "app/register/other_mark.h"
#include "app/register/presence_event.h"
#include "app/register/record_change.h"
#include "app/register/roll_tick.h"
#include "app/register/seen_to.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace handbell::reg {

using DayNote = std::variant<CallAttempt, DayCollector, SeenTo, LeaveRequest, LeaveDecision,
                             RollStep, RollTicks, OtherMark, RecordChange>;

/// A note and the register's entry that keeps it.
struct DayNoteGiven {
  std::uint64_t entry = 0;
  Instant typed;
  DayNote what;
  std::optional<TakenBack> back = std::nullopt;  ///< it was an error
  friend bool operator==(const DayNoteGiven&, const DayNoteGiven&) = default;
};

/// The same of one kind, where nobody took it back.
template <class Note>
struct Noted {
  std::uint64_t entry = 0;
  Instant typed;
  Note what;
};

/// Those of one kind that stand, in their order.
template <class Note>
[[nodiscard]] std::vector<Noted<Note>> standing(const std::vector<DayNoteGiven>& notes) {
  std::vector<Noted<Note>> found;
  for (const auto& given : notes) {
    const auto* what = std::get_if<Note>(&given.what);
    if (what != nullptr && !given.back) found.push_back({given.entry, given.typed, *what});
  }
  return found;
}

/// What belongs to it is there, and texts fit. Faults: those of each kind.
[[nodiscard]] Status complete(const DayNote& note);
/// The day at which it is found. Fault: bad_date.
[[nodiscard]] Result<SchoolDay> day_of(const DayNote& note);
/// Everybody who is named in it.
[[nodiscard]] std::vector<PupilId> children_of(const DayNote& note);

/// The classes that answered by telephone until then: as good as sent (D23). `from` and `until`
/// both included.
[[nodiscard]] std::set<std::string> classes_confirmed(const std::vector<DayNoteGiven>& notes,
                                                      Instant from, Instant until);

}  // namespace handbell::reg
