// The page Register: one class on one screen, on a classroom board and on a phone.
//
// Each child has three large buttons; below stands the headcount, which decides whether it is sent
// (D48). Once it was sent the page shows what stands, and each child can be put right with a
// reason.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/take/take_view.h"

namespace handbell::office {

/// The classes to choose from. `session`: in words.
[[nodiscard]] Html choose_page(const std::vector<ClassLine>& classes, const std::string& session,
                               PageFrame frame);
[[nodiscard]] Html take_page(const TakeView& view, PageFrame frame);
[[nodiscard]] Html change_page(const ChangeView& view, PageFrame frame);

}  // namespace handbell::office
