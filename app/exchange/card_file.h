// Who holds which card (rules/formats.json, F3).
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/school.h"

namespace handbell::exchange {

/// What a file may have, by their headings.
[[nodiscard]] const std::vector<Column>& card_columns();

/// Each row is looked up in the school. `today` stands where no day of issue is given. Faults:
/// those of Sheet::parse.
[[nodiscard]] Result<Parsed<reg::CardRecord>> parse_cards(const std::string& name,
                                                          std::string_view bytes,
                                                          const reg::School& school,
                                                          SchoolDay today);

[[nodiscard]] std::string write_cards(const std::vector<reg::CardRecord>& cards,
                                      const reg::School& school);

}  // namespace handbell::exchange
