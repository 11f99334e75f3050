// What stands in the cells of more than one list: yes or no, a day or nothing, a name, a note.
#pragma once

#include "app/base/person_name.h"
#include "app/base/school_day.h"

#include <optional>
#include <string>

namespace handbell::exchange {

inline constexpr std::size_t kLongestNote = 1000;  ///< characters

/// Y or N in either case; nothing is no. Fault: bad_choice.
[[nodiscard]] Result<bool> parse_yes(const std::string& text);
/// Nothing for an empty cell. Fault: bad_date.
[[nodiscard]] Result<std::optional<SchoolDay>> parse_day_or_none(const std::string& text);
/// Nothing for an empty cell. Fault: bad_name.
[[nodiscard]] Result<std::optional<NamePart>> parse_name_or_none(const std::string& text);
/// As written. Fault: text_too_long over kLongestNote.
[[nodiscard]] Result<std::string> parse_note(const std::string& text);

/// `"Q" is none of: F, M or nothing`, as a bad_choice.
[[nodiscard]] Fault bad_choice(const std::string& text, const std::string& choices);

}  // namespace handbell::exchange
