// The other system's numbers for our pupils, codes and people: the table without which marks cannot
// go out in its field set (rules/formats.json, F5).
//
// The columns are Kind (pupil, code or person), Ours (a UPN or admission number; a code; a name)
// and Theirs. One row that cannot be read refuses the table: a mark is not put to the wrong child.
#pragma once

#include "app/exchange/mark_json.h"
#include "app/register/school.h"

namespace handbell::exchange {

/// Faults: those of Sheet::parse; usage, naming the line, the column and why.
[[nodiscard]] Result<OtherSystemIds> parse_other_ids(const std::string& name,
                                                     std::string_view bytes,
                                                     const reg::School& school);

}  // namespace handbell::exchange
