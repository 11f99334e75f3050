// Where the register and the door say different things about a child, and what a person made of it
// (D09, D10, D28).
//
// On the page stands whoever has a mark by a person that the door contradicts. First those who were
// marked absent and came to the door all the same: nobody may have seen them since. What the door
// proposes where nobody wrote a mark is accepted on Today.
#pragma once

#include "app/office/reconcile/reconcile_view.h"
#include "app/office/web/visit.h"
#include "app/register/settlement.h"
#include "app/store/register.h"

#include <optional>

namespace handbell::office {

/// Somebody wrote a mark, and the door says otherwise.
[[nodiscard]] bool is_open(const reg::RegisterLine& line);

/// A person decided with the arrival in view, and another mark stood there before.
[[nodiscard]] bool is_settled(const reg::RegisterLine& line);

/// Names what stands on both sides: another mark, or another arrival, is another name.
[[nodiscard]] std::string seen_of(const reg::RegisterLine& line);

/// "am-17".
[[nodiscard]] std::string key_of_line(const reg::RegisterLine& line);

/// The line of one child, or nothing. Faults: those of reading.
[[nodiscard]] Result<std::optional<reg::RegisterLine>> line_of(store::Register& held,
                                                               SessionId session, PupilId pupil);

/// How many are open on that day. Faults: those of reading.
[[nodiscard]] Result<int> count_open(store::Register& held, SchoolDay day);

/// Faults: those of reading.
[[nodiscard]] Result<ReconcileView> reconcile_view(const Visit& visit, store::Register& held,
                                                   SchoolDay day);

}  // namespace handbell::office
