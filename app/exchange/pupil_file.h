// The pupils' list (rules/formats.json, F1): in from any school's system, out in our own order.
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/school.h"

namespace handbell::exchange {

/// What a file may have, by their headings.
[[nodiscard]] const std::vector<Column>& pupil_columns();

/// Rows with a wrong UPN are taken as written, with a remark (D38); rows whose UPN or admission
/// number stands twice are all refused. Language, family and the flags of the door of a pupil whom
/// `held` knows stay where the file has no column for them. Faults: those of Sheet::parse.
[[nodiscard]] Result<Parsed<reg::PupilRecord>> parse_pupils(const std::string& name,
                                                            std::string_view bytes,
                                                            const reg::School& held = {});

[[nodiscard]] std::string write_pupils(const std::vector<reg::PupilRecord>& pupils);

}  // namespace handbell::exchange
