#include "app/reports/governor_sheet.h"

#include "app/register/year_line.h"
#include "app/reports/absence_list.h"
#include "app/reports/kept_back.h"
#include "app/reports/pupil_group.h"
#include "app/reports/sheet_parts.h"
#include "app/reports/small_numbers.h"
#include "app/reports/term_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reports {

namespace {

SheetTable head_of(const char* id, const char* title, const char* of) {
  return {id, title, of, {}, {}, {kAbsentColumn}};
}

/// Clubs and the like say nothing about attendance to governors.
std::vector<std::string> guarded_groups_of(const CountedPupil& counted) {
  auto groups = groups_of(*counted.pupil);
  std::erase_if(groups, [](const auto& group) { return !is_guarded_group(group); });
  return groups;
}

SheetCell share_of_children(int part, int whole, bool hidden) {
  return hidden ? SheetCell{"–", {}} : share_cell(part, whole);
}

/// Year to date, of those who are on roll today (D43). Whoever missed half is in both lines.
SheetTable persistent_table(const ReportSource& source, const PupilFigures& figures,
                            SchoolDay today) {
  const auto list = absence_lists(source.school(), figures, today).school;
  const int all = list.pupils;
  const auto persistent = static_cast<int>(list.persistent.size());
  const auto severe = static_cast<int>(list.severe.size());
  const bool hides_persistent = is_small(persistent) || is_small(all - persistent);
  const bool hides_severe =
      hides_persistent ? severe > 0 : is_small(severe) || is_small(persistent - severe);
  const auto words = [](int count, bool hidden) {
    return SheetCell{hidden ? words_kept_back(count) : count_words(count), {}};
  };
  return {"persistent",
          "Persistent and severe absence, the year to date",
          "Missed",
          {"Pupils", "Share"},
          {{"10 % or more of the sessions",
            {words(persistent, hides_persistent),
             share_of_children(persistent, all, hides_persistent)}},
           {"of them 50 % or more",
            {words(severe, hides_severe), share_of_children(severe, all, hides_severe)}}}};
}

/// The lines of one report, or of one that could be held against it.
struct OpenLines {
  std::vector<CountedPupil> pupils;
  GroupLine school;
  std::vector<GroupLine> years;
  std::vector<GroupLine> classes;
  std::vector<GroupLine> groups;
  [[nodiscard]] Sections sections() { return {&years, &classes, &groups}; }
};

OpenLines lines_over(const reg::School& school, const PupilFigures& figures,
                     const CountQuestion& question) {
  OpenLines lines;
  lines.pupils = counted_pupils(school, figures, question);
  lines.school = line_of_all(lines.pupils, "The school");
  lines.years = lines_by(lines.pupils, year_group_of);
  lines.classes = lines_by(lines.pupils, class_of);
  lines.groups = lines_by(lines.pupils, guarded_groups_of);
  keep_lines_back(lines.sections(), lines.school);
  return lines;
}

void keep_back_alike(std::vector<GroupLine>& lines, const std::vector<GroupLine>& elsewhere) {
  for (auto& line : lines) {
    const auto same = std::ranges::find(elsewhere, line.name, &GroupLine::name);
    if (same != elsewhere.end() && same->withheld) line.withheld = true;
  }
}

/// What is kept back in a term would be the year without the other terms: so it is in the year too,
/// and in them.
void keep_back_as_elsewhere(OpenLines& lines, const reg::School& school,
                            const PupilFigures& figures, const CountQuestion& question) {
  const int year = reg::school_year_of(question.days.to());
  std::vector<DateRange> others{DateRange::year_to_date(question.today)};
  for (const auto& term : terms_until(school.calendar, question.today)) {
    others.push_back(term.dates);
  }
  for (const auto& days : others) {
    if (days == question.days || reg::school_year_of(days.to()) != year) continue;
    const auto other = lines_over(school, figures, {days, question.today});
    keep_back_alike(lines.years, other.years);
    keep_back_alike(lines.classes, other.classes);
    keep_back_alike(lines.groups, other.groups);
  }
}

}  // namespace

ReportSheet governor_sheet(const ReportSource& source, const GovernorQuestion& question) {
  const PupilFigures figures = source.figures();
  const CountQuestion asked{question.days, question.today};
  auto lines = lines_over(source.school(), figures, asked);
  keep_back_as_elsewhere(lines, source.school(), figures, asked);
  keep_numbers_back(lines.pupils, lines.sections(), lines.school);
  const GroupLine& school = lines.school;
  ReportSheet sheet{"governors",
                    "Attendance report for governors: " + question.title,
                    question.days,
                    "Reception and Key Stage 1.",
                    count_words(school.count.pending()),
                    count_words(school.count.of(reg::code_of("N"))),
                    {lines_table(head_of("years", "By year", "Year"), lines.years, &school),
                     lines_table(head_of("classes", "By class", "Class"), lines.classes, &school),
                     lines_table(head_of("groups", "By group", "Group"), lines.groups, nullptr)}};
  if (!school.withheld && !school.hides_rest) sheet.tables.push_back(open_code_table(school));
  if (!school.withheld) {
    sheet.tables.push_back(persistent_table(source, figures, question.today));
    sheet.tables.push_back(term_table(source.school(), figures, asked, true));
  }
  if (question.national && !school.withheld && !school.hides_rest) {
    sheet.notes.push_back(compared(school.count.attendance(), *question.national));
  }
  sheet.notes.emplace_back(
      "Fewer than five children, or sessions, are not shown, nor is what they could be worked out "
      "from. A child may be in several groups.");
  if (reg::school_year_of(question.days.to()) < reg::school_year_of(question.today)) {
    sheet.notes.emplace_back("Children stand in the classes in which they are now.");
  }
  return sheet;
}

}  // namespace handbell::reports
