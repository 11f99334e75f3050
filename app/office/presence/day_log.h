// A day's movements, who is still here late in the afternoon, and whom the close put out (D29).
#pragma once

#include "app/office/presence/day_view.h"
#include "app/office/presence/leaving.h"
#include "app/office/presence/presence_day.h"

namespace handbell::office {

[[nodiscard]] PresenceDayView presence_day_view(const Visit& visit, const PresenceDay& day,
                                                const LeavingLists& leaving);

/// "Was collected", at the typed time by whom was typed (fields `pupil`, `time`, `with`); nothing
/// where something is wrong with it, or the child is answered for by itself. Invariant: the pupil
/// is one of the day's.
[[nodiscard]] std::optional<reg::SingleEntry> typed_collected(const Visit& visit,
                                                              const PresenceDay& day,
                                                              const LeavingLists& leaving,
                                                              const reg::PupilRecord& pupil,
                                                              FormErrors& errors);

/// At that moment the child was here, or the close put him out only afterwards.
[[nodiscard]] bool may_be_collected(const PresenceDay& day, PupilId pupil, Instant at);

}  // namespace handbell::office
