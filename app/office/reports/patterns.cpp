#include "app/office/reports/patterns.h"

#include "app/office/page/typed_text.h"
#include "app/office/reports/asked.h"
#include "app/office/reports/sheet_file.h"
#include "app/office/reports/sheet_parts.h"
#include "app/office/web/code_choice.h"
#include "app/register/year_line.h"
#include "app/reports/pattern_sheet.h"
#include "app/reports/pupil_group.h"

#include <fmt/format.h>

#include <set>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;
using reports::PupilFilter;

bool sees_groups(const Visitor& who) {
  return who.has_one_of({Role::head, Role::champion, Role::dsl});
}

/// What stands in the lists of the question.
struct PatternChoices {
  std::vector<Choice> classes{{"", "All classes"}};
  std::vector<Choice> years{{"", "All years"}};
  std::vector<Choice> groups{{"", "All children"}};
};

PatternChoices choices_of(const reg::School& school, const Visitor& who) {
  std::set<std::string> classes;
  std::set<std::string> groups;
  std::set<reg::YearGroup> years;
  for (const auto& pupil : school.pupils) {
    if (reg::is_nursery(pupil.group)) continue;
    classes.insert(pupil.class_name);
    years.insert(pupil.group);
    for (const auto& group : reports::groups_of(pupil)) {
      if (sees_groups(who) || !reports::is_guarded_group(group)) groups.insert(group);
    }
  }
  PatternChoices choices;
  for (const auto& each : classes) choices.classes.push_back({each, each});
  for (const auto each : years) {
    const std::string text(reg::text_of(each));
    choices.years.push_back(
        {text, each == reg::YearGroup::reception ? "Reception" : "Year " + text});
  }
  for (const auto& each : groups) choices.groups.push_back({each, each});
  return choices;
}

PupilFilter filter_asked(const Visit& visit, const PatternChoices& choices, FormErrors& errors) {
  PupilFilter filter{visit.query("class"), visit.query("year"), visit.query("group")};
  check_choice(filter.class_name, choices.classes, "class", errors);
  check_choice(filter.year_group, choices.years, "year", errors);
  check_choice(filter.group, choices.groups, "group", errors);
  return errors.empty() ? filter : PupilFilter{};
}

Html pattern_form(const Visit& visit, const FormErrors& errors, const PatternChoices& choices,
                  const DateRange& days) {
  Field of_class = choice_field(visit, "class", "Class");
  of_class.error = errors.of("class");
  Field of_year = choice_field(visit, "year", "Year");
  of_year.error = errors.of("year");
  Field of_group = choice_field(visit, "group", "Group");
  of_group.error = errors.of("group");
  return question_form(
      "/reports/patterns",
      element("div", {attr("class", "hb-search")},
              join({input_field(day_field(visit, errors, "from", "From", days.from().text())),
                    input_field(day_field(visit, errors, "to", "To", days.to().text())),
                    select_field(of_class, choices.classes), select_field(of_year, choices.years),
                    select_field(of_group, choices.groups), button("Show", "secondary")})));
}

std::string address_of(const DateRange& days, const PupilFilter& filter) {
  return fmt::format("/reports/patterns?from={}&to={}&class={}&year={}&group={}",
                     days.from().text(), days.to().text(), in_address(filter.class_name),
                     in_address(filter.year_group), in_address(filter.group));
}

Result<reports::ReportSource> source_of(store::Register& held, SchoolDay today,
                                        const DateRange& days) {
  const int year = reg::school_year_of(std::min(days.from(), today));
  const auto marks = DateRange::from_days(reg::first_day_of(year - 1), std::max(today, days.to()));
  if (!marks) return fail(marks.error());
  return reports::ReportSource::read(held, *marks, days);
}

Result<reports::ReportSheet> sheet_of(const Visit& visit, store::Register& held,
                                      const DateRange& days, const PupilFilter& filter) {
  const auto source = source_of(held, visit.today, days);
  if (!source) return fail(source.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  return reports::pattern_sheet(*source,
                                {days, visit.today, filter, sees_groups(visit.who),
                                 [&](reg::Code code) { return sees_code(visit.who, code); },
                                 reports::national_on(*settings, days.to())});
}

Result<Answer> show_patterns(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  PageFrame frame = visit.frame;
  const auto term = reports::term_so_far((*school)->calendar, visit.today);
  const auto days =
      days_asked(visit, term ? *term : DateRange::year_to_date(visit.today), frame.errors);
  const auto choices = choices_of(**school, visit.who);
  const auto filter = filter_asked(visit, choices, frame.errors);
  const auto sheet = sheet_of(visit, held, days, filter);
  if (!sheet) return fail(sheet.error());
  if (frame.errors.empty() && is_file(visit.query("as"))) {
    return sheet_file(visit, held, *sheet, visit.query("as"));
  }
  const auto legal = legal_over(visit, held, days);
  if (!legal) return fail(legal.error());
  frame.legal_register = *legal;
  frame.title = sheet->title;
  frame.path = "/reports";
  const auto main = join({sheet_headline(*sheet, {}),
                          pattern_form(visit, frame.errors, choices, days), sheet_tables(*sheet),
                          sheet_stamp(*sheet, visit.now), take_along(address_of(days, filter))});
  return page_answer(page(frame, main), frame.errors.empty() ? 200 : 422);
}

}  // namespace

Routes pattern_routes() {
  return {{"GET",
           "/reports/patterns",
           {Role::office, Role::champion, Role::head, Role::dsl},
           Runs::reading,
           show_patterns}};
}

}  // namespace handbell::office
