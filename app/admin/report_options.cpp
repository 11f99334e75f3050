#include "app/admin/report_options.h"

#include "app/base/school_time.h"
#include "app/reports/call_facts.h"

namespace handbell::admin {

namespace {

constexpr int kFirstYearAsked = 1901;  // a school year before it has days that are none of ours

Result<SchoolDay> in_reach(const std::string& text) {
  const auto day = SchoolDay::parse(text);
  if (!day) return fail(day.error());
  return day->year() < kFirstYearAsked ? Result<SchoolDay>(fail(FaultCode::bad_date, text)) : *day;
}

}  // namespace

Result<SchoolDay> day_of(const Site& site, const ReportOptions& options) {
  if (!options.on.empty()) return in_reach(options.on);
  return site.today();
}

Result<Instant> moment_of(const Site& site, const ReportOptions& options, SchoolDay day) {
  if (!options.at.empty()) {
    const auto at = TimeOfDay::parse(options.at);
    if (!at) return fail(at.error());
    return from_local(day, *at);
  }
  const auto local = to_local(site.now());
  if (!local) return fail(local.error());
  return local->day == day ? site.now() : from_local(day, reports::calls_begin());
}

Result<reports::DateRange> range_of(const ReportOptions& options) {
  const auto from = in_reach(options.from);
  if (!from) return fail(from.error());
  const auto to = in_reach(options.to);
  if (!to) return fail(to.error());
  return reports::DateRange::from_days(*from, *to);
}

}  // namespace handbell::admin
