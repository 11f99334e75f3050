#include "app/reports/pattern_sheet.h"

#include "app/reports/patterns.h"
#include "app/reports/pupil_group.h"
#include "app/reports/term_table.h"

#include <fmt/format.h>

#include <array>

namespace handbell::reports {

namespace {

constexpr std::array<const char*, 5> kDays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
constexpr std::array<const char*, kLateSpans> kSpans{"under 15 minutes", "15 to 29 minutes",
                                                     "30 to 44 minutes", "45 to 59 minutes",
                                                     "an hour or more"};

SheetRow share_row(const std::string& name, const AttendanceCount& count) {
  const int possible = count.possible();
  return {name,
          {count_cell(possible), share_cell(count.attended(), possible),
           share_cell(count.absent(), possible), share_cell(count.unauthorised(), possible),
           share_cell(count.late(), possible)}};
}

std::vector<std::string> share_columns() {
  return {"Sessions", "Attendance", "Absent", "Unauthorised", "Late"};
}

SheetTable weekday_table(const AttendancePatterns& patterns) {
  SheetTable table{"weekdays", "By day of the week", "Day", share_columns(), {}, {2, 4}};
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    table.rows.push_back(share_row(kDays.at(i), patterns.weekdays.at(i)));
  }
  return table;
}

SheetTable half_table(const AttendancePatterns& patterns) {
  SheetTable table{"halves", "By half of the day", "Half", share_columns(), {}};
  table.rows = {share_row("Morning", patterns.halves[0]),
                share_row("Afternoon", patterns.halves[1])};
  return table;
}

SheetTable week_table(const AttendancePatterns& patterns) {
  SheetTable table{"weeks", "By week", "Week from", share_columns(), {}, {1}, true};
  for (const auto& [monday, count] : patterns.weeks) {
    if (count.possible() > 0) table.rows.push_back(share_row(monday.text(), count));
  }
  return table;
}

SheetTable late_table(const AttendancePatterns& patterns) {
  SheetTable table{"late", "Minutes late", "Minutes", {"Times"}, {}, {0}, false, ""};
  for (std::size_t i = 0; i < kLateSpans; ++i) {
    table.rows.push_back({kSpans.at(i), {count_cell(patterns.late.at(i))}});
  }
  if (patterns.late_unknown > 0) {
    table.rows.push_back({"not known", {count_cell(patterns.late_unknown)}});
  }
  return table;
}

std::string of_whom(const PupilFilter& filter) {
  std::string words = filter.nursery ? "Nursery" : "Reception and Key Stage 1";
  if (!filter.class_name.empty()) words += ", class " + filter.class_name;
  if (!filter.year_group.empty()) words += ", year group " + filter.year_group;
  if (!filter.group.empty()) words += ", " + filter.group;
  return words + ".";
}

GroupsOf groups_for(bool sees_groups) {
  return [sees_groups](const CountedPupil& counted) {
    auto groups = groups_of(*counted.pupil);
    if (!sees_groups) {
      std::erase_if(groups, [](const auto& each) { return is_guarded_group(each); });
    }
    return groups;
  };
}

}  // namespace

ReportSheet pattern_sheet(const ReportSource& source, const PatternQuestion& question) {
  const PupilFigures figures = source.figures();
  const CountQuestion asked{question.days, question.today, question.of};
  const auto pupils = counted_pupils(source.school(), figures, asked);
  AttendancePatterns patterns;
  for (const auto& each : pupils) {
    add_to(patterns, source.years_of(each.pupil->id), question.days);
  }
  const GroupLine all = line_of_all(pupils, "All of these");
  const auto lines = [&](const char* id, const char* title, const char* of, const GroupsOf& by) {
    return lines_table({id, title, of, {}, {}, {kAbsentColumn}}, lines_by(pupils, by), &all);
  };
  const SeesCode plain = [](reg::Code code) { return !code.is_sensitive(); };
  ReportSheet sheet{"patterns",
                    "Attendance patterns",
                    question.days,
                    of_whom(question.of),
                    std::to_string(all.count.pending()),
                    std::to_string(all.count.of(reg::code_of("N"))),
                    {weekday_table(patterns), half_table(patterns), late_table(patterns),
                     code_table(all.count, question.sees_code ? question.sees_code : plain),
                     lines("years", "By year", "Year", year_group_of),
                     lines("classes", "By class", "Class", class_of)}};
  auto groups = lines("groups", "By group", "Group", groups_for(question.sees_groups));
  if (groups.rows.size() > 1) sheet.tables.push_back(std::move(groups));
  sheet.tables.push_back(week_table(patterns));
  sheet.tables.push_back(term_table(source.school(), figures, asked, false));
  if (question.national) {
    sheet.notes.push_back(compared(all.count.attendance(), *question.national));
  }
  return sheet;
}

}  // namespace handbell::reports
