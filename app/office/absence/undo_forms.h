// What was noted is taken back: an absence, an appointment, a request, a decision. Every entry
// stays; each answers what the next page says.
#pragma once

#include "app/office/absence/absence.h"
#include "app/store/register.h"

#include <string>

namespace handbell::office {

/// The fields `pupil` and `typed` name the step in which an absence was noted; what of it is over
/// stays. Faults: those of the store.
[[nodiscard]] Result<std::string> undo_absence(const Visit& visit, store::Register& held);
/// A request nobody decided, or an appointment with its notices. Faults: those of the store.
[[nodiscard]] Result<std::string> withdraw_request(const Visit& visit, store::Register& held,
                                                   const reg::LeaveCase& one);
/// Faults: those of the store.
[[nodiscard]] Result<std::string> undo_decision(const Visit& visit, store::Register& held,
                                                const reg::LeaveCase& one);

}  // namespace handbell::office
