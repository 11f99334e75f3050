// The groups of one child by which attendance is looked at (policy 7; P23, P53): special needs and
// pupil premium, set here; the social worker and the language stand among what else is entered.
//
// They are flags for counting: nothing of why is asked or kept. Headteacher, DSL and senior
// attendance champion see and set them, nobody else does.
//
//   GET  /pupils/groups    ?pupil=ID
//   POST /pupils/groups    group (several), reason
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] bool sees_groups(const Visitor& who);
/// "SEND, pupil premium"; those that this person may see.
[[nodiscard]] std::string group_words(const Visitor& who, const reg::PupilRecord& pupil);

[[nodiscard]] Routes pupil_group_routes();

}  // namespace handbell::office
