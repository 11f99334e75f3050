// One child of whom the family told us something: which form, and what stands already.
#pragma once

#include "app/office/absence/absence_view.h"
#include "app/office/web/visit.h"

namespace handbell::office {

/// The pupil on roll that the field or the address names; null where there is none.
[[nodiscard]] const reg::PupilRecord* pupil_asked(const Visit& visit, const reg::School& school,
                                                  const std::string& text);

/// `doing`: see ChildView; anything else is an absence. Faults: those of reading.
[[nodiscard]] Result<ChildView> child_view(const Visit& visit, reg::Store& held,
                                           const reg::PupilRecord& pupil, const std::string& doing);

/// All that was typed into the form that comes back.
void keep_typed_absence(const Visit& visit, ChildView& view);

/// Whether this child is of compulsory school age that day, and what that means (D36).
[[nodiscard]] std::string school_age_sentence(const reg::PupilRecord& pupil);

}  // namespace handbell::office
