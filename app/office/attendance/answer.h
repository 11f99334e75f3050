// One child's suggestions, and the form in which a person says what is made of them.
//
// Dismissed with a reason, put off until a day, given to somebody, or open again: each is an entry
// of the register in the person's own name, and changes no mark.
#pragma once

#include "app/office/attendance/attendance_view.h"
#include "app/office/web/visit.h"

namespace handbell::office {

/// The child that the text names, if on roll today; else null.
[[nodiscard]] const reg::PupilRecord* pupil_of_answer(const Visit& visit, const reg::School& school,
                                                      const std::string& text);

/// Faults: those of reading.
[[nodiscard]] Result<AnswerView> answer_view(const Visit& visit, reg::Store& held,
                                             const reg::PupilRecord& pupil);

/// What the next page says, or nothing with what is wrong. Faults: those of the store.
[[nodiscard]] Result<std::optional<std::string>> write_answer(const Visit& visit, reg::Store& held,
                                                              const reg::PupilRecord& pupil,
                                                              FormErrors& errors);

}  // namespace handbell::office
