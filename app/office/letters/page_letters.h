// The pages of letters as HTML.
#pragma once

#include "app/office/letters/letters_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html letters_page(const LettersView& view, PageFrame frame);
/// The first of them as it will be, and what makes all.
[[nodiscard]] Html preview_letters_page(const LettersView& view, const Html& sheet,
                                        PageFrame frame);
[[nodiscard]] Html one_letter_page(const std::string& title, const std::string& pdf,
                                   const Html& sheet, PageFrame frame);
[[nodiscard]] Html batch_page(const BatchView& view, PageFrame frame);
[[nodiscard]] Html wordings_page(const std::vector<WordingLine>& lines, PageFrame frame);
/// `sheet`: how it looks with invented figures; empty where it cannot be read.
[[nodiscard]] Html wording_page(const WordingView& view, const Html& sheet, PageFrame frame);
[[nodiscard]] Html logo_page(const LogoView& view, PageFrame frame);

/// Below the top of the page: the way back, and the title.
[[nodiscard]] Html letters_head(const std::string& title, const std::string& up,
                                const std::string& up_words);

}  // namespace handbell::office
