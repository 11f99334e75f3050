#include "app/office/figures/figures_routes.h"

#include "app/base/school_time.h"
#include "app/office/figures/page_figures.h"
#include "app/register/setting.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;

std::optional<DateRange> days_of(const std::string& of, const reg::School& school,
                                 SchoolDay today) {
  if (of == "day") return DateRange::of_day(today);
  if (of == "week") return DateRange::week_of(today);
  return reports::term_so_far(school.calendar, today);
}

std::string words_of_days(const DateRange& days) {
  if (days.from() == days.to()) return days.from().words();
  return fmt::format("{} to {}", days.from().words(), days.to().words());
}

int on_roll(const reg::School& school, SchoolDay today) {
  return static_cast<int>(std::ranges::count_if(school.pupils, [&](const auto& pupil) {
    return pupil.on_roll(today) && !reg::is_nursery(pupil.group);
  }));
}

Result<FiguresView> figures_view(const Visit& visit, store::Register& held, const std::string& of,
                                 const DateRange& days) {
  const auto source = reports::ReportSource::read(held, days, days);
  if (!source) return fail(source.error());
  const auto report = reports::attendance_report(source->school(), source->figures(), days,
                                                 reports::Grouping::class_name);
  const auto& count = report.school.total.count;
  FiguresView view;
  view.of = of;
  view.dates = words_of_days(days);
  view.made = fmt::format("Made on {} at {}.", visit.today.words(), local_hh_mm(visit.now));
  view.on_roll = count_kept_back(on_roll(source->school(), visit.today));
  view.possible = count_kept_back(count.possible());
  view.pending = count_kept_back(count.pending());
  view.unresolved = count_kept_back(count.of(reg::code_of("N")));
  view.table = figure_table(report);
  return view;
}

Result<Answer> show_figures(const Visit& visit, store::Register& held) {
  const std::string asked = visit.query("of");
  const std::string of = asked == "day" || asked == "term" ? asked : "week";
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto days = days_of(of, **school, visit.today);
  PageFrame frame = visit.frame;
  if (!days) {
    FiguresView none;
    none.of = of;
    none.has_days = false;
    return page_answer(figures_page(none, frame));
  }
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const SchoolDay last = std::max(days->from(), std::min(days->to(), visit.today));
  frame.legal_register = reg::legal_register(*settings, days->from(), last);
  const auto view = figures_view(visit, held, of, *days);
  if (!view) return fail(view.error());
  return page_answer(figures_page(*view, frame));
}

}  // namespace

Routes figures_routes() {
  return {{"GET", "/figures", {Role::governor, Role::head}, Runs::reading, show_figures}};
}

}  // namespace handbell::office
