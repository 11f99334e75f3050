#include "app/office/reports/week.h"

#include "app/office/reports/asked.h"
#include "app/office/reports/sheet_file.h"
#include "app/office/reports/sheet_parts.h"
#include "app/register/school_days.h"
#include "app/reports/week_sheet.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;

/// The newest week that has a school day and is over on its Friday.
DateRange last_whole_week(const reg::School& school, SchoolDay today) {
  const auto days = reg::SchoolDays::of(school.calendar);
  DateRange last = DateRange::week_of(today);
  for (const SchoolDay day : days.days()) {
    const auto week = DateRange::week_of(day);
    if (week.to() <= today) last = week;
  }
  return last;
}

std::string address_of(SchoolDay day) { return "/reports/week?day=" + day.text(); }

Html week_ways(const DateRange& week, SchoolDay today) {
  Html links = link(address_of(week.from().plus(-7)), "The week before");
  const auto next = week.from().plus(7);
  if (next <= today) links += link(address_of(next), "The week after");
  return element("nav", {attr("class", "hb-days"), attr("aria-label", "Which week")}, links);
}

Html week_form(const Visit& visit, const FormErrors& errors, const DateRange& week) {
  return question_form(
      "/reports/week",
      input_field(day_field(visit, errors, "day", "Any day of the week", week.from().text())) +
          button("Show", "secondary"));
}

Html copies(const reports::ReportSheet& sheet, const std::string& legal_register) {
  return part("copy", "Text to copy",
              copy_box("newsletter-text", "For the newsletter", reports::newsletter_text(sheet)) +
                  copy_box("staff-text", "For the overview that all staff get",
                           reports::staff_text(sheet, legal_register)));
}

Result<Answer> show_week(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  PageFrame frame = visit.frame;
  const auto whole = last_whole_week(**school, visit.today);
  const SchoolDay day = day_asked(visit, "day", whole.from(), frame.errors);
  const auto week = DateRange::week_of(day);
  const auto source = reports::ReportSource::read(held, week, week);
  if (!source) return fail(source.error());
  const auto sheet = reports::week_sheet(*source, {week, visit.today, true});
  if (is_file(visit.query("as"))) return sheet_file(visit, held, sheet, visit.query("as"));
  const auto legal = legal_over(visit, held, week);
  if (!legal) return fail(legal.error());
  frame.legal_register = *legal;
  frame.title = sheet.title;
  frame.path = "/reports";
  const bool goes_on = week.contains(visit.today);
  const auto so_far = goes_on ? calm(
                                    "These are the figures so far: today's registers belong to "
                                    "this week as well.")
                              : Html();
  const auto main =
      join({sheet_headline(sheet, week_ways(week, visit.today)), so_far, sheet_tables(sheet),
            copies(sheet, *legal), sheet_stamp(sheet, visit.now),
            take_along(address_of(week.from())), week_form(visit, frame.errors, week)});
  return page_answer(page(frame, main), frame.errors.empty() ? 200 : 422);
}

}  // namespace

Routes week_routes() {
  return {{"GET",
           "/reports/week",
           {Role::office, Role::champion, Role::head},
           Runs::reading,
           show_week}};
}

}  // namespace handbell::office
