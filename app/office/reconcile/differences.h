// The page of differences: where the other register, which is the legal one, says something else
// than ours (D50).
#pragma once

#include "app/office/reconcile/differences_view.h"
#include "app/office/web/visit.h"
#include "app/register/mark_difference.h"
#include "app/store/register.h"

namespace handbell::office {

/// Of a school year up to today. Faults: those of reading.
[[nodiscard]] Result<std::vector<reg::MarkDifference>> differences_of_year(const Visit& visit,
                                                                           store::Register& held,
                                                                           int school_year);
/// How many there are on a day. Faults: those of reading.
[[nodiscard]] Result<std::size_t> count_differences(store::Register& held, SchoolDay day);

/// Faults: those of reading.
[[nodiscard]] Result<DifferencesView> differences_view(const Visit& visit, store::Register& held,
                                                       int school_year);

}  // namespace handbell::office
