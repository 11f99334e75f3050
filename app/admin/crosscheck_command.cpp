// export crosscheck: what the school census will ask of the other system, counted here (formats
// F9). Pending proposals count as they stand (D22); the Nursery is left out (D46).
#include "app/admin/commands.h"
#include "app/admin/kept_export.h"
#include "app/exchange/crosscheck_export.h"
#include "app/reports/census_sheet.h"

#include <algorithm>

namespace handbell::admin {

namespace {

Result<int> census_year(const Site& site, int asked) {
  if (asked != 0) return asked;
  const auto today = site.today();
  if (!today) return fail(today.error());
  return reg::school_year_of(*today);
}

/// The door's proposals as far as the days have come.
Result<reports::DateRange> days_until(const Site& site, const reports::DateRange& span) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  return reports::DateRange::from_days(span.from(),
                                       std::max(span.from(), std::min(*today, span.to())));
}

Result<reports::DateRange> span_of(const std::vector<reg::CensusPeriod>& periods) {
  return reports::DateRange::from_days(periods.front().from, periods.back().to);
}

Result<std::vector<reg::CensusPeriod>> periods_of(const Site& site, int school_year) {
  const auto year = census_year(site, school_year);
  if (!year) return fail(year.error());
  return reg::census_periods(*year);
}

}  // namespace

Result<std::string> crosscheck_file(const Site& site, int school_year, const std::string& folder) {
  const auto periods = periods_of(site, school_year);
  if (!periods) return fail(periods.error());
  const auto span = span_of(*periods);
  if (!span) return fail(span.error());
  return path_of(site, {"crosscheck", *span, "csv"}, folder);
}

Result<std::string> export_crosscheck(const Site& site, int school_year) {
  const auto periods = periods_of(site, school_year);
  if (!periods) return fail(periods.error());
  const auto span = span_of(*periods);
  if (!span) return fail(span.error());
  const auto until = days_until(site, *span);
  if (!until) return fail(until.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read(*opened->file, *span, *until);
  if (!source) return fail(source.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  return exchange::write_crosscheck(reports::census_lines(*source, *today), *periods,
                                    source->school());
}

}  // namespace handbell::admin
