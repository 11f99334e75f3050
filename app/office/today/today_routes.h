// The addresses of the page Today.
//
//   GET  /today            the page; /today?on=YYYY-MM-DD an earlier day
//   GET  /today/fragment   the live part once
//   POST /accept           one proposal, or all that the page showed
//   POST /today/seen       a child was seen or is back, or what was typed is taken back
//
// /today/live, the stream of changes, is the live hub's (live_hub.h).
#pragma once

#include "app/office/today/today_reader.h"
#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes today_routes(TodayReader& reader);

/// As whom this reader sees Today: I and M say what is known of a child's health (D18).
[[nodiscard]] TodayFor today_for(const Visitor& who);

}  // namespace handbell::office
