// What a family told us becomes entries: an absence, an appointment, a request for leave, another
// timetable. Each answers the sentence that the next page says, or nothing, with what is wrong.
#pragma once

#include "app/office/page/form.h"
#include "app/office/web/visit.h"

#include <optional>

namespace handbell::office {

/// One notice for each session that the child and the siblings chosen are expected in (D04).
/// Faults: those of the store.
[[nodiscard]] Result<std::optional<std::string>> note_absence(const Visit& visit, reg::Store& held,
                                                              const reg::PupilRecord& pupil,
                                                              FormErrors& errors);
[[nodiscard]] Result<std::optional<std::string>> note_appointment(const Visit& visit,
                                                                  reg::Store& held,
                                                                  const reg::PupilRecord& pupil,
                                                                  FormErrors& errors);
[[nodiscard]] Result<std::optional<std::string>> note_leave(const Visit& visit, reg::Store& held,
                                                            const reg::PupilRecord& pupil,
                                                            FormErrors& errors);
/// D20, D36.
[[nodiscard]] Result<std::optional<std::string>> put_timetable(const Visit& visit, reg::Store& held,
                                                               const reg::PupilRecord& pupil,
                                                               FormErrors& errors);

}  // namespace handbell::office
