#include "app/register/census_period.h"

namespace handbell::reg {

// The anonymous Gregorian reckoning: golden number, century with its corrections, full moon, and
// the Sunday after it.
Result<SchoolDay> easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int moon_correction = (8 * century + 13) / 25;
  const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
  const int full_moon = epact - (epact + golden / 11) / 29;
  const int weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
  const int from_march = full_moon - weekday + 28;
  if (from_march > 31) return SchoolDay::from_parts(year, 4, from_march - 31);
  return SchoolDay::from_parts(year, 3, from_march);
}

Result<SchoolDay> spring_bank_holiday(int year) {
  const auto last = SchoolDay::from_parts(year, 5, 31);
  if (!last) return fail(last.error());
  return last->plus(-static_cast<int>(last->weekday()));
}

Result<std::vector<CensusPeriod>> census_periods(int school_year) {
  const int next = school_year + 1;
  const auto first = SchoolDay::from_parts(school_year, 8, 1);
  const auto easter = easter_sunday(next);
  const auto bank_holiday = spring_bank_holiday(next);
  if (!first) return fail(first.error());
  if (!easter || !bank_holiday) return fail(FaultCode::bad_date, std::to_string(next));
  const SchoolDay new_year = *SchoolDay::from_parts(next, 1, 1);
  return std::vector<CensusPeriod>{
      {"Autumn term", *first, new_year.plus(-1)},
      {"Spring term", new_year, *easter},
      {"Summer term, first half", easter->plus(1), bank_holiday->plus(-1)},
      {"Summer term, second half", *bank_holiday, *SchoolDay::from_parts(next, 7, 31)}};
}

}  // namespace handbell::reg
