#include "app/office/reports/crosscheck.h"

#include "app/base/text.h"
#include "app/exchange/crosscheck_export.h"
#include "app/exchange/export_stamp.h"
#include "app/office/page/typed_text.h"
#include "app/office/reports/asked.h"
#include "app/office/reports/sheet_file.h"
#include "app/office/reports/sheet_parts.h"
#include "app/office/web/code_choice.h"
#include "app/register/year_line.h"
#include "app/reports/census_sheet.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;

std::vector<Choice> census_years(SchoolDay today) {
  std::vector<Choice> years;
  const int now = reg::school_year_of(today);
  for (const int year : {now, now - 1}) {
    years.push_back({std::to_string(year), fmt::format("{}/{:02}", year, (year + 1) % 100)});
  }
  return years;
}

/// Marks of all spans, proposals as far as the days have come.
Result<reports::ReportSource> census_source(store::Register& held, const DateRange& span,
                                            SchoolDay today) {
  const SchoolDay last = std::max(span.from(), std::min(today, span.to()));
  const auto until = DateRange::from_days(span.from(), last);
  if (!until) return fail(until.error());
  return reports::ReportSource::read(held, span, *until);
}

Result<Answer> census_file(const Visit& visit, store::Register& held,
                           const reports::ReportSource& source,
                           const std::vector<reg::CensusPeriod>& periods) {
  auto text = exchange::write_crosscheck(
      reports::census_lines(source, visit.today), periods, source.school(),
      [&](reg::Code code) { return sees_code(visit.who, code); });
  if (!text) return fail(text.error());
  const auto [from, to] = std::pair(periods.front().from, periods.back().to);
  const auto days = DateRange::from_days(from, to);
  if (!days) return fail(days.error());
  const auto legal = legal_over(visit, held, *days);
  if (!legal) return fail(legal.error());
  const exchange::ExportStamp stamp{visit.frame.school, *legal, visit.now};
  Answer answer = file_answer(std::move(*text), "text/csv; charset=utf-8",
                              exchange::file_name("crosscheck", from, to, stamp, "csv"));
  answer.read.push_back({reg::ReadKind::exported, std::nullopt,
                         fmt::format("crosscheck {} to {}", from.text(), to.text())});
  return answer;
}

Html census_form(const Visit& visit, const FormErrors& errors) {
  Field year = choice_field(visit, "year", "School year");
  year.error = errors.of("year");
  return question_form("/reports/crosscheck",
                       select_field(year, census_years(visit.today)) + button("Show", "secondary"));
}

int census_year_asked(const Visit& visit, FormErrors& errors) {
  const std::string asked = visit.query("year");
  if (!asked.empty()) check_choice(asked, census_years(visit.today), "year", errors);
  const auto year = errors.empty() ? whole_number(asked) : std::nullopt;
  return year ? static_cast<int>(*year) : reg::school_year_of(visit.today);
}

Result<Answer> show_crosscheck(const Visit& visit, store::Register& held) {
  PageFrame frame = visit.frame;
  const int year = census_year_asked(visit, frame.errors);
  const auto periods = reg::census_periods(year);
  if (!periods) return fail(periods.error());
  const auto span = DateRange::from_days(periods->front().from, periods->back().to);
  if (!span) return fail(span.error());
  const auto source = census_source(held, *span, visit.today);
  if (!source) return fail(source.error());
  if (frame.errors.empty() && visit.query("as") == "csv") {
    return census_file(visit, held, *source, *periods);
  }
  const auto sheet = reports::census_sheet(*source, *periods, visit.today);
  const auto legal = legal_over(visit, held, *span);
  if (!legal) return fail(legal.error());
  frame.legal_register = *legal;
  frame.title = sheet.title;
  frame.path = "/reports";
  Html file = element("p", {attr("class", "govuk-body hb-take-along")},
                      link(fmt::format("/reports/crosscheck?year={}&as=csv", year),
                           "CSV with a line for each child, span and reason of absence"));
  if (!visit.who.has(Role::head)) {
    file += paragraph("Reasons that only the headteacher sees stand together, as a dot.");
  }
  const auto main = join({sheet_headline(sheet, {}), census_form(visit, frame.errors),
                          sheet_tables(sheet), file, sheet_stamp(sheet, visit.now)});
  return page_answer(page(frame, main), frame.errors.empty() ? 200 : 422);
}

}  // namespace

Routes crosscheck_routes() {
  return {
      {"GET", "/reports/crosscheck", {Role::office, Role::head}, Runs::reading, show_crosscheck}};
}

}  // namespace handbell::office
