// What is asked of a report in its address: which days, which class, which term.
#pragma once

#include "app/office/page/form.h"
#include "app/office/web/visit.h"
#include "app/reports/date_range.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

/// The day of that name, or `otherwise`; what is wrong goes to its field.
[[nodiscard]] SchoolDay day_asked(const Visit& visit, const std::string& field, SchoolDay otherwise,
                                  FormErrors& errors);
/// "from" and "to"; `otherwise` where one is wrong or missing.
[[nodiscard]] reports::DateRange days_asked(const Visit& visit, const reports::DateRange& otherwise,
                                            FormErrors& errors);
[[nodiscard]] Field day_field(const Visit& visit, const FormErrors& errors, const std::string& name,
                              const std::string& label, const std::string& otherwise);

/// What was typed, for a field of the address.
[[nodiscard]] Field choice_field(const Visit& visit, const std::string& name,
                                 const std::string& label);

/// A value for an address.
[[nodiscard]] std::string in_address(std::string_view value);

}  // namespace handbell::office
