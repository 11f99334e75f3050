// The page Today: what the school's office looks at while the phone rings.
//
// From above: what is wrong, the figures, who came and was seen by nobody yet, children whose
// register and door differ, the late list that waits, what was accepted; beside them notes, who is
// out, of whom nothing is known, what the office typed, and the kiosks' health. A proposal
// becomes an entry only when a person accepts it (D09): one by its own button, or all that the
// page shows as waiting. Conflicts are never among "all".
#pragma once

#include "app/office/page/html.h"
#include "app/office/page/page_layout.h"
#include "app/office/today/today_view.h"

namespace handbell::office {

/// The parts that change, each an element with an id. Made once for a reading, for every visitor.
struct TodayParts {
  Html tiles;
  Html lists;
};
[[nodiscard]] TodayParts today_parts(const TodayView& view);

/// What the event stream sends.
[[nodiscard]] Html today_fragment(const TodayParts& parts);

/// The whole document. `token`: of whoever looks. `frame`: its title and what it says of the school
/// are taken from the view.
[[nodiscard]] Html today_page(const TodayView& view, const TodayParts& parts,
                              std::string_view token, PageFrame frame);

}  // namespace handbell::office
