// The pages of a child's case as HTML.
#pragma once

#include "app/office/cases/case_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html case_page(const CaseView& view, PageFrame frame);
[[nodiscard]] Html cases_page(const CasesView& view, PageFrame frame);
[[nodiscard]] Html step_page(const StepView& view, PageFrame frame);
[[nodiscard]] Html texts_page(const TextsView& view, PageFrame frame);
[[nodiscard]] Html undo_page(const UndoView& view, PageFrame frame);

/// The title of a page about one child, with the way back.
[[nodiscard]] Html case_head(const std::string& title, const std::string& about, const Way& back);
/// Links beside each other, under what they are.
[[nodiscard]] Html case_ways(const std::string& label, const std::vector<Way>& ways,
                             const std::string& current = "");
/// One step of the time line, without its ways.
[[nodiscard]] Html case_words(const CaseLine& line);
/// The address of a child's case.
[[nodiscard]] std::string case_address(const std::string& pupil);

}  // namespace handbell::office
