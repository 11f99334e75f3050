// The page Attendance, for the Senior Attendance Champion, the headteacher and the DSL: which
// children the school's own figures ask it to look at, and what was made of that.
//
//   GET  /attendance?of=stage-3&class=Owls&group=...&sort=name
//   GET  /attendance/answer?pupil=N     one child's suggestions, with a form
//   POST /attendance/answer             dismissed, put off, given to somebody, opened again
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes attendance_routes();

}  // namespace handbell::office
