// Present, Late, Not here: the three large buttons of one child.
#pragma once

#include "app/office/page/html.h"
#include "app/office/take/take_view.h"

namespace handbell::office {

/// `name`: of the field. `half`: whether / or \ stands for present.
[[nodiscard]] Html choice_buttons(const TakeRow& row, const std::string& name,
                                  const std::string& half);
/// What is known of the child, and "Seen" where nobody has seen him yet.
[[nodiscard]] Html about_child(const TakeRow& row);

}  // namespace handbell::office
