// Attendance codes as other systems, spreadsheets and printed policies write them (D44).
//
// Look-alike letters of the Cyrillic script, a digit for a letter and the sub-codes of vendors are
// read as what they mean. Nothing else is guessed. Codes withdrawn in 2024 are history: they are
// taken for days before, refused from then on.
#pragma once

#include "app/base/session_id.h"
#include "app/register/code.h"

#include <string_view>

namespace handbell::exchange {

/// Faults: bad_code; withdrawn_code for H J Y F from 19 August 2024 on; other_half for a morning's
/// code in the afternoon and the other way round.
[[nodiscard]] Result<reg::Code> read_outside_code(std::string_view text, SessionId session);

}  // namespace handbell::exchange
