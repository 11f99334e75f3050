// The cases of the school, with what is due next in each: what is overdue first.
//
// A case is open from the first thing that was noted until somebody decides that it ends; ended
// ones stand below, for a child may need the school again.
#pragma once

#include "app/office/cases/case_view.h"
#include "app/office/web/visit.h"

namespace handbell::office {

/// Of children on roll. Faults: those of reading.
[[nodiscard]] Result<CasesView> cases_view(const Visit& visit, reg::Store& held);

}  // namespace handbell::office
