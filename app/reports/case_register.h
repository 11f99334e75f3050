// One child's register, as everything in a case is counted from it: the page, the texts for the
// family, the evidence pack.
//
// Six years' marks (D39), and what the door proposed in this school year and the one before, as
// long as its events are kept (D51): the same as ReportSource::read_back() reads of everybody, so
// that no parent is told two figures. The door is asked about those days alone on which a proposal
// would count: where nothing stands, or a mark that gives way to it (D22).
#pragma once

#include "app/register/school_days.h"
#include "app/register/store.h"
#include "app/reports/pupil_years.h"

namespace handbell::reports {

struct CaseRegister {
  reg::SchoolDays days;  ///< the whole school's
  PupilYears years;      ///< with the proposals
  PupilYears entries;    ///< what people entered and nothing else
};

/// As it stands on `day`. Faults: those of reading.
[[nodiscard]] Result<CaseRegister> read_case_register(reg::Store& file, PupilId pupil,
                                                      SchoolDay day);

}  // namespace handbell::reports
