#include "app/office/reports/annual.h"

#include "app/base/text.h"
#include "app/office/page/typed_text.h"
#include "app/office/reports/asked.h"
#include "app/office/reports/sheet_file.h"
#include "app/office/reports/sheet_parts.h"
#include "app/register/year_line.h"
#include "app/reports/annual_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;

constexpr int kYearsShown = 6;  // as long as marks are kept (D39)

std::vector<Choice> year_choices(SchoolDay today) {
  std::vector<Choice> years;
  const int now = reg::school_year_of(today);
  for (int year = now; year > now - kYearsShown; --year) {
    years.push_back({std::to_string(year), fmt::format("{}/{:02}", year, (year + 1) % 100)});
  }
  return years;
}

std::vector<Choice> class_choices(const reg::School& school, const Visit& visit) {
  std::set<std::string> classes;
  for (const auto& pupil : school.pupils) {
    const bool here = pupil.on_roll(visit.today) && !reg::is_nursery(pupil.group);
    if (here && visit.who.sees_class(pupil.class_name)) classes.insert(pupil.class_name);
  }
  std::vector<Choice> choices{{"", "All classes"}};
  for (const auto& each : classes) choices.push_back({each, each});
  return choices;
}

DateRange days_of_year(int year, SchoolDay today) {
  const SchoolDay last = std::min(today, reg::last_day_of(year));
  return *DateRange::from_days(reg::first_day_of(year), std::max(last, reg::first_day_of(year)));
}

struct AnnualAsked {
  std::vector<Choice> years;
  std::vector<Choice> classes;
  int year = 0;
  std::string class_name;
};

AnnualAsked annual_asked(const Visit& visit, const reg::School& school, FormErrors& errors) {
  AnnualAsked asked{year_choices(visit.today), class_choices(school, visit),
                    reg::school_year_of(visit.today), visit.query("class")};
  const std::string year = visit.query("year");
  if (!year.empty()) check_choice(year, asked.years, "year", errors);
  check_choice(asked.class_name, asked.classes, "class", errors);
  if (!errors.empty()) {
    asked.class_name.clear();
  } else if (!year.empty()) {
    asked.year = static_cast<int>(*whole_number(year));
  }
  return asked;
}

Html annual_form(const Visit& visit, const AnnualAsked& asked, const FormErrors& errors) {
  Field year = choice_field(visit, "year", "School year");
  year.error = errors.of("year");
  Field of_class = choice_field(visit, "class", "Class");
  of_class.error = errors.of("class");
  return question_form("/reports/annual", element("div", {attr("class", "hb-search")},
                                                  join({select_field(year, asked.years),
                                                        select_field(of_class, asked.classes),
                                                        button("Show", "secondary")})));
}

Result<Answer> show_annual(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  PageFrame frame = visit.frame;
  const auto asked = annual_asked(visit, **school, frame.errors);
  const auto days = days_of_year(asked.year, visit.today);
  const auto source = reports::ReportSource::read(held, days, days);
  if (!source) return fail(source.error());
  const auto sheet = reports::annual_sheet(*source, days, [&](const std::string& class_name) {
    const bool wanted = asked.class_name.empty() || asked.class_name == class_name;
    return wanted && visit.who.sees_class(class_name);
  });
  if (frame.errors.empty() && is_file(visit.query("as"))) {
    return sheet_file(visit, held, sheet, visit.query("as"));
  }
  const auto legal = legal_over(visit, held, days);
  if (!legal) return fail(legal.error());
  frame.legal_register = *legal;
  frame.title = sheet.title;
  frame.path = "/reports";
  const auto address =
      fmt::format("/reports/annual?year={}&class={}", asked.year, in_address(asked.class_name));
  const auto main = join({sheet_headline(sheet, {}), annual_form(visit, asked, frame.errors),
                          sheet_tables(sheet), sheet_stamp(sheet, visit.now), take_along(address)});
  return read_answer(page(frame, main),
                     {reg::ReadKind::printed_list, std::nullopt, "annual report lines"},
                     frame.errors.empty() ? 200 : 422);
}

}  // namespace

Routes annual_routes() {
  return {{"GET",
           "/reports/annual",
           {Role::teacher, Role::office, Role::champion, Role::head},
           Runs::reading,
           show_annual}};
}

}  // namespace handbell::office
