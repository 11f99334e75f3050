// One child's day: where the child is, every fact that it rests on, and corrections (D29).
#pragma once

#include "app/office/presence/child_view.h"
#include "app/office/presence/leaving.h"
#include "app/office/presence/presence_day.h"

namespace handbell::office {

[[nodiscard]] ChildDayView child_day_view(const Visit& visit, const PresenceDay& day,
                                          const LeavingLists& leaving,
                                          const reg::PupilRecord& pupil);

/// "Seen", or "Left", as it was typed (fields `seen-...` or `left-...`); nothing where something
/// is wrong with it.
[[nodiscard]] std::optional<reg::SingleEntry> typed_single(const Visit& visit,
                                                           const PresenceDay& day,
                                                           const reg::PupilRecord& pupil,
                                                           FormErrors& errors);

/// The same was told a moment ago: the button was pressed twice.
[[nodiscard]] bool single_told_already(const PresenceDay& day, const reg::SingleEntry& entry);

}  // namespace handbell::office
