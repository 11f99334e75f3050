// What the school census will ask of the other system, counted here, so that both can be compared
// before the census goes out (rules/formats.json, F9).
//
// A pupil has one line for each reason of absence in a span, and one without a reason where there
// was none, so that the possible sessions can be compared all the same.
#pragma once

#include "app/register/census_period.h"
#include "app/register/school.h"
#include "app/register/year_line.h"

#include <functional>
#include <string>
#include <vector>

namespace handbell::exchange {

/// `lines` as the figures count them: pending proposals filled in (D22), Nursery left out (D46);
/// one pupil may have lines of several years. By span, surname, forename, number. Pupils without a
/// mark in a span have no line there. Codes that `sees` says no to are together one line with a dot
/// as its reason; empty: all are seen. Fault: pupil_unknown.
[[nodiscard]] Result<std::string> write_crosscheck(const std::vector<reg::YearLine>& lines,
                                                   const std::vector<reg::CensusPeriod>& periods,
                                                   const reg::School& school,
                                                   const std::function<bool(reg::Code)>& sees = {});

}  // namespace handbell::exchange
