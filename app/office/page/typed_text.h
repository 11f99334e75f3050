// Words that somebody typed into a form, looked at before anything is made of them.
//
// They are there where they must be, no longer than what keeps them, and letters, signs and line
// breaks alone: what is refused here stands in the form again with its sentence, and is written
// nowhere.
#pragma once

#include "app/office/page/form.h"
#include "app/register/mark.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::office {

struct TextRule {
  std::string missing{};  ///< what is said where nothing was typed; empty: it may be missing
  std::size_t most = reg::kLongestReason;  ///< characters
};

/// `words` as they came; what is wrong with them goes to `field`.
[[nodiscard]] std::string checked_text(std::string words, const std::string& field,
                                       const TextRule& rule, FormErrors& errors);

/// Whether it is UTF-8 without control characters, but for line breaks and tabs.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// One of the choices that the page offered.
void check_choice(const std::string& value, const std::vector<Choice>& offered,
                  const std::string& field, FormErrors& errors);

/// A part of a name that is looked for.
[[nodiscard]] std::string checked_search(std::string words, const std::string& field,
                                         FormErrors& errors);

}  // namespace handbell::office
