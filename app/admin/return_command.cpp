// report la-returns: what the head tells the local authority of in a month.
//
// Absences without leave that reached ten school days in the month, or still go on; illness of the
// school year once it comes to fifteen days. Who left before the month began is in none.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/register/school_age.h"
#include "app/reports/authority_return.h"
#include "app/reports/report_source.h"

namespace handbell::admin {

namespace {

bool same_month(SchoolDay a, SchoolDay b) { return a.year() == b.year() && a.month() == b.month(); }

bool on_roll_in_month(const reg::PupilRecord& pupil, SchoolDay day) {
  const SchoolDay first = day.plus(1 - day.day());
  return pupil.start <= day && (!pupil.leaving || first <= *pupil.leaving);
}

Row without_leave(const reg::PupilRecord& pupil, const reports::AbsenceRun& run) {
  const reports::Thresholds thresholds;
  return joined(
      joined({"without_leave"}, who(pupil)),
      {run.first.text(), run.last.text(), run.sessions, 1, thresholds.without_leave_sessions,
       run.reached->text(), run.goes_on, run.pending, sentence_without_leave(run)});
}

Row illness(const reg::PupilRecord& pupil, const reports::IllnessYear& year) {
  const auto& last = year.runs.back();
  return joined(joined({"illness"}, who(pupil)),
                {year.runs.front().first.text(), last.last.text(), year.sessions, year.runs.size(),
                 year.needed, year.reached->text(), last.goes_on, 0, sentence(year)});
}

void add_pupil(Table& table, const reg::PupilRecord& pupil, const reports::ReportSource& source,
               SchoolDay day) {
  const auto years = source.years_of(pupil.id);
  const SchoolDay of_age = reg::school_age_from(pupil.date_of_birth);
  for (const auto& run : reports::long_absences_without_leave(years, source.days(), of_age, day)) {
    const bool told_now = run.goes_on || same_month(run.reached->day, day);
    if (told_now) table.rows.push_back(without_leave(pupil, run));
  }
  const auto year = reports::illness_in_year(years, source.days(), of_age, day);
  if (year.reached) table.rows.push_back(illness(pupil, year));
}

}  // namespace

Result<Table> return_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read_back(*opened->file, *day);
  if (!source) return fail(source.error());
  Table table{
      joined(joined({"kind"}, who_columns()), {"first", "last", "sessions", "absences", "needed",
                                               "reached", "goes_on", "pending", "sentence"}),
      {}};
  for (const auto* pupil : reports::pupils_by_class(source->school())) {
    if (on_roll_in_month(*pupil, *day)) add_pupil(table, *pupil, *source, *day);
  }
  return table;
}

}  // namespace handbell::admin
