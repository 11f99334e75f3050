// One child's suggestions with their figures, and the form that answers them.
#pragma once

#include "app/office/attendance/attendance_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html answer_page(const AnswerView& view, PageFrame frame);

}  // namespace handbell::office
