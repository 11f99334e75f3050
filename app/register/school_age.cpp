#include "app/register/school_age.h"

#include "app/base/check.h"

namespace handbell::reg {

namespace {

constexpr int kYearsFromFirst = 5;
constexpr int kLastYear = 2199;

SchoolDay sure_day(int year, int month, int day) {
  const auto found = SchoolDay::from_parts(year, month, day);
  check(found.has_value());
  return *found;
}

}  // namespace

SchoolDay fifth_birthday(SchoolDay date_of_birth) {
  const int year = date_of_birth.year() + kYearsFromFirst;
  if (year > kLastYear) return sure_day(kLastYear, 12, 31);
  const auto same = SchoolDay::from_parts(year, date_of_birth.month(), date_of_birth.day());
  return same ? *same : sure_day(year, 3, 1);
}

SchoolDay school_age_from(SchoolDay date_of_birth) {
  const SchoolDay five = fifth_birthday(date_of_birth);
  const SchoolDay spring = sure_day(five.year(), 3, 31);
  const SchoolDay summer = sure_day(five.year(), 8, 31);
  if (five <= spring) return spring;
  return five <= summer ? summer : sure_day(five.year(), 12, 31);
}

}  // namespace handbell::reg
