// report persistent: who misses the most in the school year so far.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/absence_list.h"
#include "app/reports/report_source.h"

namespace handbell::admin {

namespace {

void add_list(Table& table, const reg::School& school, const char* name,
              const std::vector<reports::AbsenceLine>& lines) {
  for (const auto& line : lines) {
    const auto* pupil = school.pupil(line.pupil);
    if (pupil == nullptr) continue;
    const auto& count = line.count;
    table.rows.push_back(
        joined(joined({name}, who(*pupil)),
               {count.absent(), count.possible(), count.absence().text(), count.authorised(),
                count.unauthorised(), count.pending(), line.flags.small_numbers, part_of(*pupil)}));
  }
}

void add_part(Table& table, const reg::School& school, const reports::AbsenceList& lists) {
  add_list(table, school, "severe", lists.severe);
  add_list(table, school, "persistent", lists.persistent);
  add_list(table, school, "at_risk", lists.at_risk);
}

}  // namespace

Result<Table> persistent_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto year = reports::DateRange::year_to_date(*day);
  const auto source = reports::ReportSource::read(*opened->file, year, year);
  if (!source) return fail(source.error());
  const auto lists = reports::absence_lists(source->school(), source->figures(), *day);
  Table table{
      joined(joined({"list"}, who_columns()), {"absent", "possible", "percent_absent", "authorised",
                                               "unauthorised", "pending", "small_numbers", "part"}),
      {}};
  add_part(table, source->school(), lists.school);
  add_part(table, source->school(), lists.nursery);
  return table;
}

}  // namespace handbell::admin
