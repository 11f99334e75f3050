// The reasons of a school's door in its own words: columns List (late, out or undo), Key, Words and
// Picture, in the order in which they are to stand on the screen.
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/school.h"

namespace handbell::exchange {

/// Whether a list is too long or too short is for merge_reasons() to say. Faults: those of
/// Sheet::parse.
[[nodiscard]] Result<Parsed<reg::ListedReason>> parse_reasons(const std::string& name,
                                                              std::string_view bytes);

}  // namespace handbell::exchange
