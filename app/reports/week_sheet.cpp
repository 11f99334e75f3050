#include "app/reports/week_sheet.h"

#include "app/reports/kept_back.h"
#include "app/reports/sheet_parts.h"

#include <fmt/format.h>

namespace handbell::reports {

namespace {

constexpr std::size_t kAttendanceColumn = 1;
constexpr std::size_t kLateColumn = 5;

SheetTable newsletter_table(const std::vector<GroupLine>& classes, const GroupLine& school) {
  SheetTable table{"newsletter", "For the newsletter", "Class", {"Attendance"}, {}};
  const auto add = [&](const GroupLine& line) {
    table.rows.push_back({line.name, {row_of(line).cells[kAttendanceColumn]}});
  };
  for (const auto& line : classes) add(line);
  add(school);
  return table;
}

std::string figure(const SheetRow& row, std::size_t column) { return row.cells[column].words; }

}  // namespace

ReportSheet week_sheet(const ReportSource& source, const WeekQuestion& question) {
  const auto& [week, today, with_nursery] = question;
  const PupilFigures figures = source.figures();
  const auto pupils = counted_pupils(source.school(), figures, {week, today});
  auto classes = lines_by(pupils, class_of);
  GroupLine school = line_of_all(pupils, "The school");
  keep_lines_back({&classes}, school);
  ReportSheet sheet{"week",
                    "Class figures of the week",
                    week,
                    "Reception and Key Stage 1.",
                    std::to_string(school.count.pending()),
                    std::to_string(school.count.of(reg::code_of("N"))),
                    {newsletter_table(classes, school),
                     lines_table({"staff", "For staff", "Class", {}, {}}, classes, &school)}};
  if (!with_nursery) return sheet;
  const auto nursery = counted_pupils(source.school(), figures, {week, today, {"", "", "", true}});
  if (nursery.empty()) return sheet;
  sheet.tables.push_back(lines_table({"nursery", "Nursery, for the office alone", "Class", {}, {}},
                                     lines_by(nursery, class_of), nullptr));
  return sheet;
}

std::string newsletter_text(const ReportSheet& week) {
  std::string text = fmt::format("Attendance, {}\n\n", days_in_words(week.days));
  for (const auto& row : week.tables.front().rows) {
    if (row.cells.front().number) text += fmt::format("{}  {}\n", row.name, figure(row, 0));
  }
  return text;
}

std::string staff_text(const ReportSheet& week, const std::string& legal_register) {
  std::string text = fmt::format("Attendance by class, {}\n\n", days_in_words(week.days));
  for (const auto& row : week.tables.at(1).rows) {
    if (!row.cells[kAttendanceColumn].number) continue;
    text += fmt::format("{}  present {}, absent {}, late {}\n", row.name,
                        figure(row, kAttendanceColumn), figure(row, kAbsentColumn),
                        figure(row, kLateColumn));
  }
  return fmt::format("{}\n{} Legal register: {}.\n", text, stamp_sentence(week), legal_register);
}

}  // namespace handbell::reports
