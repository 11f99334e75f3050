// The reports of `handbell`: each a list that is worked out anew from the register.
//
// They only read, beside a running office too. Whatever they suggest is for a person to decide, and
// nothing is kept of it. Every list says how many of its sessions are counted as the door proposes
// them (D22). Nursery children stand apart (D46).
#pragma once

#include "app/admin/report_options.h"
#include "app/admin/table.h"

#include <vector>

namespace handbell::admin {

/// L and U of a day's sessions, with what waits for a person.
[[nodiscard]] Result<Table> lateness_report(const Site& site, const ReportOptions& options);
/// Sessions of any days, pooled (D33): by pupil, class, year, group or school.
[[nodiscard]] Result<Table> attendance_report(const Site& site, const ReportOptions& options);
/// What may leave the office, of the week: a group of fewer than five children has no figures, no
/// Nursery (D33, D46).
[[nodiscard]] Result<Table> week_report(const Site& site, const ReportOptions& options);
/// The same of the term so far, by school, year group, class and free group (policy 7).
[[nodiscard]] Result<Table> term_report(const Site& site, const ReportOptions& options);
/// The report for governors, of the term in which the day lies: it names nobody, and what could
/// lead to a child is kept back (policy 7, 8.1).
[[nodiscard]] Result<Table> governors_report(const Site& site, const ReportOptions& options);
/// When children are away and late, over any days (policy 6, 7).
[[nodiscard]] Result<Table> patterns_report(const Site& site, const ReportOptions& options);
/// One line a child for the written report at the end of the year (policy 3.6).
[[nodiscard]] Result<Table> annual_report(const Site& site, const ReportOptions& options);
/// Severely absent, persistently absent, at risk: a child may stand in two of them (D43).
[[nodiscard]] Result<Table> persistent_report(const Site& site, const ReportOptions& options);
/// The stages of the policy with all their reasons, most absent sessions first (D40, D41).
[[nodiscard]] Result<Table> stage_report(const Site& site, const ReportOptions& options);
/// Everything that the figures suggest about each child, with what was answered to it.
[[nodiscard]] Result<Table> suggestion_report(const Site& site, const ReportOptions& options);
/// Who met the threshold at which a penalty notice is considered, newest first (D34).
[[nodiscard]] Result<Table> penalty_report(const Site& site, const ReportOptions& options);
/// Every N that stands, also where something else is proposed, with its last day (D35).
[[nodiscard]] Result<Table> unresolved_report(const Site& site, const ReportOptions& options);
/// Whom the office rings about the morning (D45): classes without a register first (D23).
[[nodiscard]] Result<Table> call_report(const Site& site, const ReportOptions& options);
/// What the authority is told of this month: long absences without leave, long illness (P54, P57).
[[nodiscard]] Result<Table> return_report(const Site& site, const ReportOptions& options);
/// Where each child is of whom the door knows anything this day (D29).
[[nodiscard]] Result<Table> presence_report(const Site& site, const ReportOptions& options);
/// What waits for a person, and where door and teacher differ (D09, D22).
[[nodiscard]] Result<Table> reconcile_report(const Site& site, const ReportOptions& options);

/// What a report is asked with, besides the format; `days_by`: and by what it is grouped,
/// `that_day`: one that must be named.
enum class Asked : std::uint8_t { days_by, days, day, that_day, day_and_time };

/// Whose register it is that the page's head names (D50): that of the days that are counted, or of
/// the day where a list looks back from it.
enum class Covers : std::uint8_t { asked, week, term, year };

struct ReportCommand {
  const char* name;
  const char* title;  ///< above the table
  const char* help;
  Asked asked;
  Covers covers;
  Result<Table> (*made)(const Site&, const ReportOptions&);
};

[[nodiscard]] const std::vector<ReportCommand>& report_commands();

/// With what it is, of which days and which register is the legal one: see report_page.h.
[[nodiscard]] Result<std::string> report(const Site& site, const ReportCommand& command,
                                         const ReportOptions& options, Format format);

}  // namespace handbell::admin
