// The family told us that somebody else collects a child on one day (D49).
#pragma once

#include "app/office/out/out_facts.h"

namespace handbell::office {

/// Nothing where `errors` say what is wrong.
[[nodiscard]] std::optional<reg::DayCollector> collector_typed(const Visit& visit,
                                                               const OutFacts& facts,
                                                               const reg::PupilRecord& pupil,
                                                               FormErrors& errors);

/// The sentence that the page says. Faults: those of the store.
[[nodiscard]] Result<std::string> undo_collector(const Visit& visit, store::Register& held);

}  // namespace handbell::office
