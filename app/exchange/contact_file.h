// Whom to ring about each pupil, and who may collect (rules/formats.json, F2).
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/contact.h"

namespace handbell::exchange {

/// What a file may have, by their headings.
[[nodiscard]] const std::vector<Column>& contact_columns();

/// Rows about one place of one pupil's list are all refused. Remarks: a pupil with fewer than two
/// telephone numbers in the file, a number that may lack its first 0, an adult with a court order
/// note who may collect. Faults: those of Sheet::parse.
[[nodiscard]] Result<Parsed<reg::Contact>> parse_contacts(const std::string& name,
                                                          std::string_view bytes,
                                                          const reg::School& school);

/// Contacts of pupils that the school does not know are left out.
[[nodiscard]] std::string write_contacts(const std::vector<reg::Contact>& contacts,
                                         const reg::School& school);

}  // namespace handbell::exchange
