// A timetable that was agreed for days to come begins and ends on its day.
//
// What is to be is noted when it is agreed, dated on the day on which it counts (record_change.h);
// on that day the record follows, and with it doors, registers and lists. Where the record says
// something else by then than the note expects, a person changed it meanwhile, and it stays.
#pragma once

#include "app/register/store.h"

#include <vector>

namespace handbell::reg {

/// So many days back a change is caught up with, for an office that was not running.
inline constexpr int kCaughtUpDays = 14;

/// The records that are other on that day than they stand, by what was noted for the days before
/// it and for the day itself. Only of children for whom something was noted beforehand.
[[nodiscard]] std::vector<PupilRecord> due_changes(const School& school,
                                                   const std::vector<DayNoteGiven>& notes,
                                                   SchoolDay today);

/// Makes them so; answers of how many children. Faults: those of reading and of put_pupils().
[[nodiscard]] Result<int> apply_due_changes(Store& store, SchoolDay today);

}  // namespace handbell::reg
