// The page Today: what the school's office looks at while the phone rings.
//
// From above: children who were expected and did not come, faults, how many came late, then the
// late list with its proposals, last the health of the kiosks. A proposal becomes an entry only
// when a person accepts it (D09): one by its own button, several ticked, or all that wait.
// Conflicts are never among "all": they are settled one at a time.
#pragma once

#include "app/office/html.h"
#include "app/office/today_view.h"

namespace handbell::office {

/// The whole document, GET /today.
[[nodiscard]] Html today_page(const TodayView& view);

/// The live region alone, with its element: what the event stream sends after each change.
[[nodiscard]] Html today_fragment(const TodayView& view);

}  // namespace handbell::office
