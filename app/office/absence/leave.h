// One request for leave as whoever decides has to see it, and the decision.
#pragma once

#include "app/office/absence/absence.h"
#include "app/office/page/form.h"

#include <optional>

namespace handbell::office {

/// The request that the text names; nothing where none stands. Faults: those of reading.
[[nodiscard]] Result<std::optional<reg::LeaveCase>> case_asked(const Visit& visit, reg::Store& held,
                                                               const std::string& entry);

/// Faults: those of reading.
[[nodiscard]] Result<LeaveView> leave_view(const Visit& visit, reg::Store& held,
                                           const reg::LeaveCase& one);

/// The headteacher's decision as typed; answers what the next page says, or nothing with what is
/// wrong. Faults: those of the store.
[[nodiscard]] Result<std::optional<std::string>> decide(const Visit& visit, reg::Store& held,
                                                        const reg::LeaveCase& one,
                                                        FormErrors& errors);

}  // namespace handbell::office
