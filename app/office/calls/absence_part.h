// The reason of an absence in three touches: what, who told us and when, until when.
#pragma once

#include "app/office/calls/calls_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html absence_part(const CallsView& view, const RingChild& child,
                                const std::vector<Choice>& who, const PageFrame& frame);

/// Children who were away with a known reason yesterday: "Still away", one touch each.
[[nodiscard]] Html still_away_part(const CallsView& view, const PageFrame& frame);

/// What is known for today, each with its undo.
[[nodiscard]] Html reasons_part(const CallsView& view, const PageFrame& frame);

/// One press enters G for today where leave was refused; empty where it is not this person's.
[[nodiscard]] Html refused_form(const RingChild& child, const PageFrame& frame);

}  // namespace handbell::office
