#include "app/office/reports/governors.h"

#include "app/office/reports/sheet_file.h"
#include "app/office/reports/sheet_parts.h"
#include "app/register/year_line.h"
#include "app/reports/governor_sheet.h"
#include "app/reports/term_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;
using reports::Term;

struct TermChoice {
  std::string asked;  ///< in the address
  std::string words;
  DateRange days;
};

/// Newest first, the year so far before all.
std::vector<TermChoice> term_choices(const reg::School& school, SchoolDay today) {
  std::vector<TermChoice> choices;
  for (const auto& term : reports::terms_until(school.calendar, today)) {
    const int year = term.dates.from().year();
    choices.push_back(
        {term.dates.from().text(), fmt::format("{} {}", term.name, year), term.dates});
  }
  choices.push_back({"year", "the school year so far", DateRange::year_to_date(today)});
  std::ranges::reverse(choices);
  return choices;
}

/// The one that was asked for; else the newest term; else the year.
const TermChoice& chosen_of(const std::vector<TermChoice>& choices, const std::string& asked) {
  const auto found = std::ranges::find(choices, asked, &TermChoice::asked);
  if (found != choices.end()) return *found;
  return choices.size() > 1 ? choices[1] : choices[0];
}

std::string address_of(const TermChoice& choice) {
  return "/reports/governors?term=" + choice.asked;
}

Html term_ways(const std::vector<TermChoice>& choices, const TermChoice& chosen) {
  Html links;
  for (const auto& each : choices) {
    Attributes all{attr("class", "govuk-link"), url("href", address_of(each))};
    if (each.asked == chosen.asked) all.push_back(attr("aria-current", "page"));
    links += element("a", all, text(each.words));
  }
  return element("nav", {attr("class", "hb-days"), attr("aria-label", "Which term")}, links);
}

/// The year's marks and the one before: terms are held against each other.
Result<reports::ReportSource> source_until(store::Register& held, SchoolDay today,
                                           const DateRange& days) {
  const int year = reg::school_year_of(today);
  const auto marks = DateRange::from_days(reg::first_day_of(year - 1), today);
  if (!marks) return fail(marks.error());
  return reports::ReportSource::read(held, *marks, days);
}

Result<Answer> show_governors(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto choices = term_choices(**school, visit.today);
  const auto& chosen = chosen_of(choices, visit.query("term"));
  const auto source = source_until(held, visit.today, chosen.days);
  if (!source) return fail(source.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto sheet = reports::governor_sheet(
      *source,
      {chosen.days, chosen.words, visit.today, reports::national_on(*settings, chosen.days.to())});
  if (is_file(visit.query("as"))) return sheet_file(visit, held, sheet, visit.query("as"));
  PageFrame frame = visit.frame;
  const auto legal = legal_over(visit, held, chosen.days);
  if (!legal) return fail(legal.error());
  frame.legal_register = *legal;
  frame.title = "Report for governors";
  frame.path = "/reports";
  const auto main = join({sheet_headline(sheet, term_ways(choices, chosen)), sheet_tables(sheet),
                          sheet_stamp(sheet, visit.now), take_along(address_of(chosen))});
  return page_answer(page(frame, main));
}

}  // namespace

Routes governor_routes() {
  return {{"GET",
           "/reports/governors",
           {Role::governor, Role::office, Role::champion, Role::head},
           Runs::reading,
           show_governors}};
}

}  // namespace handbell::office
