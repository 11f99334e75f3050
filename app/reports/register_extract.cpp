#include "app/reports/register_extract.h"

#include "app/base/school_time.h"
#include "app/register/school_days.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace handbell::reports {

namespace {

constexpr const char* kHiddenCode = "•";
constexpr const char* kNoMark = "–";
constexpr int kSchoolDaysAWeek = 5;

using Marks = std::map<std::pair<PupilId, SessionId>, reg::Mark>;

bool is_asked(const reg::PupilRecord& pupil, const ExtractQuestion& question) {
  return question.class_name.empty() || question.class_name == pupil.class_name;
}

std::string shown_code(reg::Code code, const ExtractQuestion& question) {
  return question.sees(code) ? std::string(code.text()) : kHiddenCode;
}

std::vector<std::string> session_columns() {
  std::vector<std::string> columns;
  for (const char* day : {"Mon", "Tue", "Wed", "Thu", "Fri"}) {
    columns.push_back(std::string(day) + " am");
    columns.push_back(std::string(day) + " pm");
  }
  return columns;
}

SheetRow week_row(const reg::PupilRecord& pupil, SchoolDay monday, const Marks& marks,
                  const ExtractQuestion& question) {
  SheetRow row{pupil.full_name(), {}};
  for (int day = 0; day < kSchoolDaysAWeek; ++day) {
    for (const Half half : {Half::am, Half::pm}) {
      const auto found = marks.find({pupil.id, {monday.plus(day), half}});
      const bool asked = question.days.contains(monday.plus(day));
      const bool stands = asked && found != marks.end();
      row.cells.push_back({stands  ? shown_code(found->second.what.code, question)
                           : asked ? kNoMark
                                   : "",
                           {}});
    }
  }
  return row;
}

bool has_mark(const SheetRow& row) {
  return std::ranges::any_of(
      row.cells, [](const auto& cell) { return !cell.words.empty() && cell.words != kNoMark; });
}

/// Those who were on roll that week or have a mark in it.
SheetTable week_table_of(const std::vector<const reg::PupilRecord*>& pupils, SchoolDay monday,
                         const Marks& marks, const ExtractQuestion& question) {
  const auto& class_name = pupils.front()->class_name;
  SheetTable table{class_name,
                   fmt::format("{}, week from {}", class_name, monday.words()),
                   "Child",
                   session_columns(),
                   {}};
  for (const auto* pupil : pupils) {
    auto row = week_row(*pupil, monday, marks, question);
    const bool here = pupil->on_roll(monday) || pupil->on_roll(monday.plus(kSchoolDaysAWeek - 1));
    if (here || has_mark(row)) table.rows.push_back(std::move(row));
  }
  return table;
}

std::string moment_words(Instant at) {
  const auto local = to_local(at);
  return local ? local->day.text() + " " + local->time.hh_mm() : with_offset(at);
}

SheetTable amendment_table(const reg::MarkHistory& history, const reg::School& school,
                           const ExtractQuestion& question) {
  SheetTable table{
      "amendments", "Amendments", "Child", {"Session", "Was", "Is", "Why", "When", "Who"}, {}};
  for (const auto& mark : history.entries()) {
    const auto* before = history.before(mark);
    const auto* pupil = school.pupil(mark.what.pupil);
    if (before == nullptr || pupil == nullptr || !is_asked(*pupil, question)) continue;
    const bool hidden = !question.sees(before->what.code) || !question.sees(mark.what.code);
    table.rows.push_back({pupil->full_name(),
                          {{mark.what.session.text(), {}},
                           {shown_code(before->what.code, question), {}},
                           {shown_code(mark.what.code, question), {}},
                           {hidden ? kHiddenCode : mark.what.reason, {}},
                           {moment_words(mark.at), {}},
                           {mark.what.by.text(), {}}}});
  }
  return table;
}

std::map<std::string, std::vector<const reg::PupilRecord*>> classes_asked(
    const reg::School& school, const ExtractQuestion& question) {
  std::map<std::string, std::vector<const reg::PupilRecord*>> classes;
  for (const auto* pupil : pupils_by_class(school)) {
    if (is_asked(*pupil, question)) classes[pupil->class_name].push_back(pupil);
  }
  return classes;
}

/// What is said of the marks under the tables.
struct ExtractCount {
  int marks = 0;
  int hidden = 0;
  int unresolved = 0;
};

ExtractCount counted_marks(const std::vector<reg::Mark>& current, const reg::School& school,
                           const ExtractQuestion& question) {
  ExtractCount count;
  for (const auto& mark : current) {
    const auto* pupil = school.pupil(mark.what.pupil);
    if (pupil == nullptr || !is_asked(*pupil, question)) continue;
    ++count.marks;
    if (!question.sees(mark.what.code)) ++count.hidden;
    if (mark.what.code == reg::code_of("N")) ++count.unresolved;
  }
  return count;
}

}  // namespace

ReportSheet extract_sheet(const reg::MarkHistory& history, const reg::School& school,
                          const ExtractQuestion& question) {
  const auto current = history.current();
  const auto count = counted_marks(current, school, question);
  ReportSheet sheet{
      "register-extract",
      "Extract of the attendance register",
      question.days,
      question.class_name.empty() ? "The whole school." : "Class " + question.class_name + ".",
      "none, since an extract holds what people entered",
      std::to_string(count.unresolved),
      {}};
  Marks marks;
  std::set<SchoolDay> mondays;
  for (const auto& mark : current) {
    marks.insert_or_assign({mark.what.pupil, mark.what.session}, mark);
    mondays.insert(reg::monday_of(mark.what.session.day));
  }
  for (const auto& [name, pupils] : classes_asked(school, question)) {
    for (const SchoolDay monday : mondays) {
      auto table = week_table_of(pupils, monday, marks, question);
      if (std::ranges::any_of(table.rows, has_mark)) sheet.tables.push_back(std::move(table));
    }
  }
  auto amendments = amendment_table(history, school, question);
  if (!amendments.rows.empty()) sheet.tables.push_back(std::move(amendments));
  sheet.notes.push_back(fmt::format("{} marks stand in these days.", count.marks));
  if (count.hidden > 0) {
    sheet.notes.push_back(fmt::format(
        "{} of them are a dot: the headteacher's extract shows which code it is.", count.hidden));
  }
  return sheet;
}

std::vector<std::vector<std::string>> extract_lines(const reg::MarkHistory& history,
                                                    const reg::School& school,
                                                    const ExtractQuestion& question) {
  std::vector<std::vector<std::string>> lines{{"Date", "Session", "Class", "Surname", "Forename",
                                               "UPN", "Entry", "Replaces", "Code", "MinutesLate",
                                               "Reason", "Source", "Entered", "Name", "Position"}};
  for (const auto& mark : history.entries()) {
    const auto& what = mark.what;
    const auto* pupil = school.pupil(what.pupil);
    if (pupil == nullptr || !is_asked(*pupil, question)) continue;
    lines.push_back({what.session.day.text(), what.session.half == Half::am ? "AM" : "PM",
                     pupil->class_name, pupil->surname.text(), pupil->forename.text(),
                     pupil->upn_written, std::to_string(mark.entry),
                     mark.replaces == 0 ? "" : std::to_string(mark.replaces),
                     shown_code(what.code, question),
                     what.minutes_late ? std::to_string(*what.minutes_late) : "",
                     question.sees(what.code) ? what.reason : kHiddenCode, what.source,
                     with_offset(mark.at), what.by.name(), what.by.position()});
  }
  return lines;
}

}  // namespace handbell::reports
