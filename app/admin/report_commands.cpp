#include "app/admin/report_commands.h"

#include "app/admin/report_page.h"
#include "app/base/school_time.h"

namespace handbell::admin {

namespace {

bool asks_days(const ReportCommand& command) {
  return command.asked == Asked::days || command.asked == Asked::days_by;
}

Result<reports::DateRange> days_of(const Site& site, const ReportCommand& command,
                                   const ReportOptions& options, const reg::School& school) {
  if (asks_days(command)) return range_of(options);
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  const auto alone = reports::DateRange::of_day(*day);
  switch (command.covers) {
    case Covers::asked:
      return alone;
    case Covers::week:
      return reports::DateRange::week_of(*day);
    case Covers::term:
      return reports::term_so_far(school.calendar, *day).value_or(alone);
    case Covers::year:
      return reports::DateRange::year_to_date(*day);
  }
  return alone;
}

Result<PageHead> head_of(const Site& site, const ReportCommand& command,
                         const ReportOptions& options, const reg::School& school) {
  const auto days = days_of(site, command, options, school);
  if (!days) return fail(days.error());
  PageHead head{command.title, *days, ""};
  if (command.asked == Asked::days_by && options.by != "school") head.title += " by " + options.by;
  if (command.asked != Asked::day_and_time) return head;
  const auto at = moment_of(site, options, days->to());
  if (!at) return fail(at.error());
  head.time = local_hh_mm(*at);
  return head;
}

/// So that table and head are of one day, also at midnight.
Result<ReportOptions> with_day(const Site& site, const ReportCommand& command,
                               ReportOptions options) {
  if (asks_days(command) || !options.on.empty()) return options;
  const auto today = site.today();
  if (!today) return fail(today.error());
  options.on = today->text();
  return options;
}

}  // namespace

const std::vector<ReportCommand>& report_commands() {
  using enum Asked;
  static const std::vector<ReportCommand> kCommands{
      {"lateness", "Late arrivals", "who came late", that_day, Covers::asked, lateness_report},
      {"attendance", "Attendance", "sessions and per cent over any days", days_by, Covers::asked,
       attendance_report},
      {"week", "Attendance of the week", "the week's class figures, as they may be published", day,
       Covers::week, week_report},
      {"term", "Attendance of the term", "the term's figures so far, as they may be published", day,
       Covers::term, term_report},
      {"governors", "Attendance report for governors", "the term's report for governors", day,
       Covers::term, governors_report},
      {"patterns", "Attendance patterns", "when children are away and late, over any days", days,
       Covers::asked, patterns_report},
      {"annual", "Attendance lines for the annual report", "the year's figures of each child", day,
       Covers::year, annual_report},
      {"persistent", "Persistent and severe absence", "who misses the most this school year", day,
       Covers::year, persistent_report},
      {"stages", "Stages of the attendance policy", "the policy's four stages, with every reason",
       day, Covers::asked, stage_report},
      {"suggestions", "What the figures suggest",
       "every suggestion about every child, and its answer", day, Covers::year, suggestion_report},
      {"penalty", "Threshold of a penalty notice", "who met the threshold of a penalty notice", day,
       Covers::asked, penalty_report},
      {"unresolved", "Absences without a reason", "every N that stands, with its last day", day,
       Covers::asked, unresolved_report},
      {"calls", "Calls to make", "whom to ring about the morning", day_and_time, Covers::asked,
       call_report},
      {"la-returns", "Returns to the local authority", "what the local authority is told of", day,
       Covers::asked, return_report},
      {"presence", "Where the children are", "where the children are", day_and_time, Covers::asked,
       presence_report},
      {"reconcile", "Register and door", "what waits, and where door and teacher differ", day,
       Covers::asked, reconcile_report},
  };
  return kCommands;
}

Result<std::string> report(const Site& site, const ReportCommand& command,
                           const ReportOptions& options, Format format) {
  const auto asked = with_day(site, command, options);
  if (!asked) return fail(asked.error());
  auto table = command.made(site, *asked);
  if (!table) return fail(table.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto head = head_of(site, command, *asked, *school);
  if (!head) return fail(head.error());
  return register_page(site, *opened->file, *head, std::move(*table), format);
}

}  // namespace handbell::admin
