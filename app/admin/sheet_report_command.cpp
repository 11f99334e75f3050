// report governors, report patterns and report annual: the same sheets as the office's pages, line
// by line.
#include "app/admin/report_commands.h"
#include "app/register/year_line.h"
#include "app/reports/annual_sheet.h"
#include "app/reports/governor_sheet.h"
#include "app/reports/pattern_sheet.h"

#include <algorithm>
#include <cctype>

namespace handbell::admin {

namespace {

using reports::DateRange;

/// "Authorised" and "Minutes late" as other columns are written.
std::string column_named(const std::string& title) {
  std::string name;
  for (const char c : title) {
    name += c == ' ' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name;
}

nlohmann::json figure_cell(const std::string& text) {
  const bool counts = !text.empty() && text.size() < 10 &&
                      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (counts) return std::stoi(text);
  return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

/// Days and the legal register stand in the page's head, and behind the columns of a file.
Table table_of(const reports::ReportSheet& sheet) {
  auto lines = reports::sheet_lines(sheet, "", "");
  const auto cut = [&](std::vector<std::string>& line) {
    const auto days = std::ranges::find(lines.front(), "From") - lines.front().begin();
    line.resize(line.size() - 2);  // the register, when it was made
    line.erase(line.begin() + days, line.begin() + days + 2);
  };
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) cut(*line);
  Table table;
  for (const auto& title : lines.front()) table.columns.push_back(column_named(title));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto& row = table.rows.emplace_back();
    for (std::size_t k = 0; k < lines[i].size(); ++k) {
      row.push_back(k < 2 ? nlohmann::json(lines[i][k]) : figure_cell(lines[i][k]));
    }
  }
  return table;
}

/// The marks of these days, of the terms that are held against them, and what waits in them.
Result<reports::ReportSource> source_of(store::Register& file, const DateRange& days,
                                        SchoolDay today) {
  constexpr int kFirstYear = 1900;
  const int year = reg::school_year_of(std::min(days.from(), today)) - 1;
  const auto marks = DateRange::from_days(reg::first_day_of(std::max(year, kFirstYear)),
                                          std::max(today, days.to()));
  if (!marks) return fail(marks.error());
  return reports::ReportSource::read(file, *marks, days);
}

Result<std::optional<reports::NationalFigure>> national_of(store::Register& file, SchoolDay day) {
  const auto settings = file.settings();
  if (!settings) return fail(settings.error());
  return reports::national_on(*settings, day);
}

/// The term in which the day lies, so far; before the first of all that day alone.
DateRange term_until(const reg::School& school, SchoolDay day) {
  return reports::term_so_far(school.calendar, day).value_or(DateRange::of_day(day));
}

}  // namespace

Result<Table> governors_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  const auto today = site.today();
  if (!day || !today) return fail(day ? today.error() : day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->shared_school();
  if (!school) return fail(school.error());
  const auto days = term_until(**school, *day);
  const auto source = source_of(*opened->file, days, *today);
  if (!source) return fail(source.error());
  const auto national = national_of(*opened->file, days.to());
  if (!national) return fail(national.error());
  return table_of(reports::governor_sheet(*source, {days, "", *today, *national}));
}

Result<Table> patterns_report(const Site& site, const ReportOptions& options) {
  const auto days = range_of(options);
  const auto today = site.today();
  if (!days || !today) return fail(days ? today.error() : days.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = source_of(*opened->file, *days, *today);
  if (!source) return fail(source.error());
  const auto national = national_of(*opened->file, days->to());
  if (!national) return fail(national.error());
  return table_of(reports::pattern_sheet(
      *source, {*days, *today, {}, true, [](reg::Code) { return true; }, *national}));
}

Result<Table> annual_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto days = DateRange::year_to_date(*day);
  const auto source = reports::ReportSource::read(*opened->file, days, days);
  if (!source) return fail(source.error());
  return table_of(reports::annual_sheet(*source, days, [](const std::string&) { return true; }));
}

}  // namespace handbell::admin
