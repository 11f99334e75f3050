// The pages Absence and leave as HTML.
#pragma once

#include "app/office/absence/absence_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html absence_page(const AbsenceView& view, PageFrame frame);
[[nodiscard]] Html child_page(const ChildView& view, PageFrame frame);
[[nodiscard]] Html leave_page(const LeaveView& view, PageFrame frame);

/// Words that a screen reader says and nobody sees.
[[nodiscard]] Html hidden_for(std::string_view words);
/// A button of a row: "Undo", with whom it is about for a screen reader.
[[nodiscard]] Html row_button(std::string_view words, std::string_view about);
[[nodiscard]] Html small_words(std::string_view words);
/// A table in a frame that scrolls by itself on a telephone.
[[nodiscard]] Html wide_table(const Table& list);
[[nodiscard]] Html away_table(const std::vector<AwayLine>& lines, const PageFrame& frame,
                              bool names_children);
/// Day and half of the day, side by side.
[[nodiscard]] Html session_fields(const std::string& name, const std::string& label,
                                  const std::string& day, const std::string& half,
                                  const FormErrors& errors);

}  // namespace handbell::office
