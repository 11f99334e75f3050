// Small pieces that the parts of the page Calls share.
#pragma once

#include "app/office/page/form.h"

namespace handbell::office {

/// Words that are read aloud and not seen: " for Amira Khan".
[[nodiscard]] Html unseen_words(std::string_view words);
/// A small button inside a form; `id`: once on the page.
[[nodiscard]] Html small_button(const Html& words, std::string_view id, std::string_view name,
                                std::string_view value);
/// A part with its heading and a count.
[[nodiscard]] Html call_section(std::string_view id, std::string_view title, std::size_t count,
                                const Html& inside);
/// "Amira Khan" as a link to the pupil's page, with the class behind it.
[[nodiscard]] Html child_words(const std::string& pupil, const std::string& name,
                               const std::string& class_name);
/// A line of a list: who, what is known, what can be done.
[[nodiscard]] Html call_line(const Html& who, const Html& known, const Html& actions, bool red);
[[nodiscard]] Html call_note(std::string_view words, std::string_view look = "");
[[nodiscard]] Html call_lines(const Html& lines);

}  // namespace handbell::office
