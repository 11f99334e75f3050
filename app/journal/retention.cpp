#include "app/journal/retention.h"

#include "app/base/school_time.h"
#include "app/register/year_line.h"

namespace handbell::journal {

SchoolDay kept_through(Retention retention, Instant made) {
  const auto local = to_local(made);
  if (!local) return reg::last_day_of(2199);
  constexpr int kLookUpDays = 90;
  constexpr int kYear = 366;
  switch (retention) {
    case Retention::register_6_years:
      return reg::register_kept_through(local->day);
    case Retention::year_and_1:
    case Retention::machine:
      return reg::last_day_of(reg::school_year_of(local->day) + 1);
    case Retention::year_1:
      return local->day.plus(kYear);
    case Retention::days_90:
      return local->day.plus(kLookUpDays);
  }
  return reg::last_day_of(2199);
}

}  // namespace handbell::journal
