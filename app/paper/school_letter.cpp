// What stands on the sheet for the governing board: the newest term, as the report for governors
// counts it, with everything kept back that names or leads to a child (P38).
#include "app/paper/child_letter.h"
#include "app/register/year_line.h"
#include "app/reports/governor_sheet.h"

#include <fmt/format.h>

namespace handbell::paper {
namespace {

/// The term so far; in the holidays the one that ended last; before all of them the school year.
reports::GovernorQuestion question_for(const LetterSource& source) {
  const SchoolDay today = source.today();
  const auto& calendar = source.school().calendar;
  const auto term = reports::term_at(calendar, today);
  const auto days = reports::term_so_far(calendar, today);
  if (!term || !days) {
    const auto year = reports::DateRange::year_to_date(today);
    return {year, "School year so far", today, reports::national_on(source.settings(), year.to())};
  }
  return {*days, fmt::format("{} {}", term->name, term->dates.from().year()), today,
          reports::national_on(source.settings(), days->to())};
}

TableBlock block_of(const reports::SheetTable& table) {
  TableBlock block{table.title, {table.of}, {}, {false}};
  for (const auto& column : table.columns) {
    block.columns.push_back(column);
    block.figures.push_back(true);
  }
  for (const auto& row : table.rows) {
    std::vector<std::string> cells{row.name};
    for (const auto& cell : row.cells) cells.push_back(cell.words);
    block.rows.push_back(std::move(cells));
  }
  return block;
}

}  // namespace

LetterValues school_values(const LetterSource& source, const LetterAbout& about) {
  LetterValues values;
  const auto question = question_for(source);
  const auto sheet = reports::governor_sheet(source.register_of(), question);
  values["school"] = source.school().name;
  values["today"] = source.today().words();
  values["made_by"] = about.made_by;
  values["period"] =
      fmt::format("{}: {}. {}", question.title, reports::days_in_words(sheet.days), sheet.of_whom);
  values["waiting"] = reports::stamp_sentence(sheet);
  ListBlock notes{sheet.notes};
  values["notes"] = std::move(notes);
  // What is kept back whole is no table: it is left out, and no lines are drawn in its place.
  for (const char* field : {"by_year", "by_class", "by_group", "by_code", "persistent", "terms"}) {
    values[field] = TableBlock{};
  }
  for (const auto& table : sheet.tables) {
    const auto field = table.id == "years"     ? "by_year"
                       : table.id == "classes" ? "by_class"
                       : table.id == "groups"  ? "by_group"
                       : table.id == "codes"   ? "by_code"
                                               : table.id;
    values[field] = block_of(table);
  }
  return values;
}

}  // namespace handbell::paper
