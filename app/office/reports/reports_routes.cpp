#include "app/office/reports/reports_routes.h"

#include "app/office/reports/annual.h"
#include "app/office/reports/crosscheck.h"
#include "app/office/reports/extract.h"
#include "app/office/reports/governors.h"
#include "app/office/reports/national.h"
#include "app/office/reports/patterns.h"
#include "app/office/reports/week.h"

#include <array>
#include <iterator>

namespace handbell::office {
namespace {

using reg::Role;

struct ReportLink {
  const char* address;
  const char* title;
  const char* words;
};

constexpr std::array<ReportLink, 7> kReports{
    {{"/reports/week", "Class figures of the week",
      "For the newsletter and the overview that all staff get."},
     {"/reports/governors", "Report for governors",
      "By year, class, group and reason, term against term. It names nobody."},
     {"/reports/patterns", "Attendance patterns",
      "By day of the week, minutes late, code, class, group and week."},
     {"/reports/annual", "Lines for the annual report",
      "What each child attended in the school year, class by class."},
     {"/reports/national", "National figure", "What reports compare the school with."},
     {"/reports/crosscheck", "Cross-check with the census",
      "What the school census will ask of the other system, counted here."},
     {"/reports/extract", "Extract of the register",
      "For an inspector or an officer of the local authority."}}};

Html line_for(const ReportLink& report) {
  const auto title = element("h2", {attr("class", "govuk-heading-s hb-setting__title")},
                             link(report.address, report.title));
  return element("li", {attr("class", "hb-setting")},
                 title + element("p", {attr("class", "hb-setting__words")}, text(report.words)));
}

Answer reports_list(const Visit& visit, const Routes& routes) {
  Html list;
  for (const auto& report : kReports) {
    const auto* route = find_route(routes, "GET", report.address);
    if (route != nullptr && visit.who.has_one_of(route->roles)) list += line_for(report);
  }
  PageFrame frame = visit.frame;
  frame.title = "Reports";
  frame.path = "/reports";
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text("Reports"));
  return page_answer(page(
      frame, title + element("ul", {attr("class", "hb-settings"), attr("role", "list")}, list)));
}

}  // namespace

Routes reports_routes() {
  Routes all;
  for (auto more : {week_routes(), governor_routes(), pattern_routes(), annual_routes(),
                    national_routes(), crosscheck_routes(), extract_routes()}) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  }
  all.push_back(
      {"GET",
       "/reports",
       {Role::teacher, Role::office, Role::champion, Role::head, Role::dsl, Role::governor},
       Runs::reading,
       [routes = all](const Visit& visit, store::Register&) -> Result<Answer> {
         return reports_list(visit, routes);
       }});
  return all;
}

}  // namespace handbell::office
