// What the parts of the page Out of school are made from.
#pragma once

#include "app/office/out/out_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html hidden_words(std::string_view words);
/// A part of the page with its number. `live`: it follows what happens.
[[nodiscard]] Html counted(std::string_view id, std::string_view title, std::size_t count,
                           const Html& inside, bool live = true);
/// "Amira Khan Owls", the name as a link to the child's own page here.
[[nodiscard]] Html who_words(const std::string& pupil, const std::string& name,
                             const std::string& class_name);
/// A button of a row; `whom`: whose, for those who hear the page.
[[nodiscard]] Html row_button(std::string_view words, std::string_view whom,
                              const std::string& id = "");
[[nodiscard]] Html collectors_table(const std::vector<CollectorLine>& lines, bool may_write,
                                    const PageFrame& frame, bool with_name);

}  // namespace handbell::office
