#include "app/reports/annual_sheet.h"

#include "app/reports/sheet_parts.h"

namespace handbell::reports {

namespace {

SheetTable class_table(const std::string& name) {
  return {name,
          name,
          "Child",
          {"Possible", "Attended", "Authorised", "Unauthorised", "Late", "Attendance"},
          {}};
}

SheetRow child_row(const reg::PupilRecord& pupil, const AttendanceCount& count) {
  return {pupil.full_name(),
          {count_cell(count.possible()), count_cell(count.attended()),
           count_cell(count.authorised()), count_cell(count.unauthorised()),
           count_cell(count.late()), share_cell(count.attended(), count.possible())}};
}

}  // namespace

ReportSheet annual_sheet(const ReportSource& source, const DateRange& days, const SeesClass& sees) {
  ReportSheet sheet{"annual", "Attendance lines for the annual report",
                    days,     "Reception and Key Stage 1, children on roll on the last day.",
                    "",       "",
                    {}};
  const PupilFigures figures = source.figures();
  AttendanceCount all;
  for (const auto* pupil : pupils_by_class(source.school())) {
    if (reg::is_nursery(pupil->group) || !pupil->on_roll(days.to()) || !sees(pupil->class_name)) {
      continue;
    }
    if (sheet.tables.empty() || sheet.tables.back().id != pupil->class_name) {
      sheet.tables.push_back(class_table(pupil->class_name));
    }
    const AttendanceCount count = figures.of(pupil->id, days);
    sheet.tables.back().rows.push_back(child_row(*pupil, count));
    all += count;
  }
  sheet.pending = std::to_string(all.pending());
  sheet.unresolved = std::to_string(all.of(reg::code_of("N")));
  return sheet;
}

}  // namespace handbell::reports
