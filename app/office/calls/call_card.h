// One child to be rung about: what is known, whom to ring, what came of it.
#pragma once

#include "app/office/calls/calls_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html call_card(const CallsView& view, const RingChild& child, const PageFrame& frame);

}  // namespace handbell::office
