// Which codes a person sees, and which the person may choose from.
//
// What a code tells of health, religion and the like is shown to those alone who may set it.
#pragma once

#include "app/base/session_id.h"
#include "app/office/page/form.h"
#include "app/office/web/visitor.h"

#include <vector>

namespace handbell::office {

[[nodiscard]] bool sees_code(const Visitor& who, reg::Code code);

/// Those that this person may set in this session, "Choose a mark" before them; none: nothing.
[[nodiscard]] std::vector<Choice> codes_for(const Visitor& who, SessionId session);

}  // namespace handbell::office
