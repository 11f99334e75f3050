// What the pages of Settings have in common: the way back, and words for dates and dates typed.
#pragma once

#include "app/office/web/visit.h"

#include <string>

namespace handbell::office {

/// Below the top of the page: the way back to all settings, and the title.
[[nodiscard]] Answer settings_page(const Visit& visit, const std::string& title, const Html& inside,
                                   const FormErrors& errors = {});

/// A field that holds what was typed, or `otherwise` where nothing was sent.
[[nodiscard]] Field typed_field(const Visit& visit, const FormErrors& errors,
                                const std::string& name, const std::string& label,
                                const std::string& otherwise = "");

/// Sentences that want somebody to do something; nothing where there are none.
[[nodiscard]] Html to_mind(const std::vector<std::string>& sentences);

/// "12 January 2026".
[[nodiscard]] std::string date_words(SchoolDay day);

/// The day typed into a field of this name; wrong ones are told at the field.
[[nodiscard]] std::optional<SchoolDay> typed_day(const Visit& visit, const std::string& field,
                                                 FormErrors& errors);

}  // namespace handbell::office
