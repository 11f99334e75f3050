#include "app/reports/term_table.h"

#include "app/register/year_line.h"
#include "app/reports/kept_back.h"
#include "app/reports/sheet_parts.h"

#include <fmt/format.h>

namespace handbell::reports {

namespace {

/// "Autumn" of two years are told apart.
std::string name_of(const Term& term) {
  const std::string year = std::to_string(term.dates.from().year());
  return term.name.find(year) == std::string::npos ? term.name + " " + year : term.name;
}

}  // namespace

std::vector<Term> terms_until(const reg::Calendar& calendar, SchoolDay day) {
  std::vector<Term> begun;
  const int year = reg::school_year_of(day);
  for (const int each : {year - 1, year}) {
    for (const auto& term : terms_of(calendar, each)) {
      const auto so_far = DateRange::from_days(term.dates.from(), std::min(term.dates.to(), day));
      if (so_far) begun.push_back({term.name, *so_far});
    }
  }
  return begun;
}

SheetTable term_table(const reg::School& school, const PupilFigures& figures,
                      const CountQuestion& question, bool open) {
  SheetTable table{"terms", "Term against term", "Term", line_columns(), {}, {kAbsentColumn}};
  for (const auto& term : terms_until(school.calendar, question.today)) {
    const auto pupils = counted_pupils(school, figures, {term.dates, question.today, question.of});
    GroupLine line = line_of_all(pupils, name_of(term));
    if (open) {
      keep_lines_back({}, line);
      keep_numbers_back(pupils, {}, line);
    }
    table.rows.push_back(row_of(line));
  }
  return table;
}

}  // namespace handbell::reports
