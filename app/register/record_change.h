// What is entered about a child was changed by a person: a flag of the door, the social worker, the
// sessions of a week.
//
// Each change is an entry like the amendment of a mark: what was, what is, why, when, who. The
// record itself holds what counts now; this is what explains it years later.
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/school_day.h"
#include "app/register/mark.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

struct PupilRecord;

struct RecordChange {
  PupilId pupil;
  SchoolDay day;      ///< on which it was changed
  std::string field;  ///< "see_office", as the record names it
  std::string was;    ///< "no"
  std::string is;     ///< "yes"
  std::string reason;
  Author by;
  friend bool operator==(const RecordChange&, const RecordChange&) = default;
};

/// The groups by which attendance is looked at: a change of them is seen by those alone who see the
/// groups.
inline constexpr std::string_view kGroupsField = "groups";

/// Faults: entry_incomplete (also where nothing is other than it was), entry_too_long.
[[nodiscard]] Status complete(const RecordChange& change);

/// What is other in `after` of all that a reason is asked for, each with this reason.
[[nodiscard]] std::vector<RecordChange> changes_between(const PupilRecord& before,
                                                        const PupilRecord& after, SchoolDay day,
                                                        const std::string& reason,
                                                        const Author& by);

/// "Send to the office at the door" for "see_office"; the name itself where it is none of ours.
[[nodiscard]] std::string words_of_field(const std::string& field);

}  // namespace handbell::reg
