// The class figures of a week, the lines for the annual report, and the census' cross-check.
#include "reports_fixture.h"

namespace handbell::office {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class WeekReport : public ReportsTest {};

TEST_F(WeekReport, pools_the_last_whole_week_of_each_class_D33) {
  become(reg::Role::office);
  const auto page = get("/reports/week?day=2026-01-07");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Monday 5 January 2026 to Friday 9 January 2026"));
  EXPECT_THAT(page.body, HasSubstr("Hares  86.3 %")) << "22 of 160 sessions were missed";
  EXPECT_THAT(page.body, HasSubstr("Nursery, for the office alone"));
  EXPECT_THAT(page.body, HasSubstr("Legal register: Handbell"));
  EXPECT_THAT(page.body, HasSubstr("Absences without a reason yet: 2."));
  EXPECT_THAT(page.body, HasSubstr("reason yet: 2. Legal register: Handbell.\n</textarea>"));
  expect_golden("week.html", page.body);
}

TEST_F(WeekReport, leaves_a_class_of_two_out_and_the_next_with_it) {
  become(reg::Role::head);
  const auto page = get("/reports/week?day=2026-01-07");
  const auto text = page.body.substr(page.body.find("newsletter-text"));
  EXPECT_THAT(text.substr(0, text.find("staff-text")), Not(HasSubstr("Owls")));
}

TEST_F(WeekReport, is_a_file_with_its_days_and_the_legal_register_in_its_name) {
  become(reg::Role::head);
  const auto file = get("/reports/week?day=2026-01-07&as=csv");
  EXPECT_THAT(file.headers.at("Content-Disposition"),
              HasSubstr("week_2026-01-05_2026-01-09_legal-register-handbell.csv"));
  EXPECT_THAT(file.body, HasSubstr("Part,Name,Attendance,Pupils,Absent"));
  EXPECT_THAT(file.body, HasSubstr("For the newsletter,Hares"));
  EXPECT_THAT(taken_down(), ElementsAre(HasSubstr("week report 2026-01-05 to 2026-01-09, csv")));
}

TEST_F(WeekReport, of_a_day_that_is_none_is_refused_in_one_sentence) {
  become(reg::Role::office);
  const auto page = get("/reports/week?day=2026-02-30");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("There is a problem"));
}

class ReportList : public ReportsTest {};

TEST_F(ReportList, shows_each_role_what_it_may_open) {
  become(reg::Role::teacher);
  auto page = get("/reports").body;
  EXPECT_THAT(page, HasSubstr("/reports/annual"));
  EXPECT_THAT(page, Not(HasSubstr("/reports/extract")));
  become(reg::Role::governor);
  page = get("/reports").body;
  EXPECT_THAT(page, HasSubstr("/reports/governors"));
  EXPECT_THAT(page, Not(HasSubstr("/reports/week")));
  become(reg::Role::head);
  expect_golden("reports.html", get("/reports").body);
  become(reg::Role::technician);
  EXPECT_EQ(get("/reports").status, 404);
}

class AnnualLines : public ReportsTest {};

TEST_F(AnnualLines, are_one_a_child_without_the_nursery_P17) {
  become(reg::Role::office);
  const auto page = get("/reports/annual");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Amira Khan"));
  EXPECT_THAT(page.body, Not(HasSubstr("Cara Lewis"))) << "she is in the Nursery";
  EXPECT_THAT(page.body, HasSubstr("data-label=\"Possible\">10</td><td class=\"govuk-table__cell\" "
                                   "data-label=\"Attended\">10</td>"));
  expect_golden("annual.html", get("/reports/annual?class=Owls").body);
}

TEST_F(AnnualLines, of_another_class_are_not_a_teachers) {
  become(reg::Role::teacher);
  const auto page = get("/reports/annual");
  EXPECT_THAT(page.body, HasSubstr("Forename Surname"));
  EXPECT_THAT(page.body, Not(HasSubstr("Amira Khan")));
  EXPECT_THAT(page.body, Not(HasSubstr("Hares")));
  const auto other = get("/reports/annual?class=Owls");
  EXPECT_EQ(other.status, 422);
  EXPECT_THAT(other.body, Not(HasSubstr("Amira Khan")));
  EXPECT_THAT(get("/reports/annual?as=csv").body, Not(HasSubstr("Owls")));
}

class CensusCheck : public ReportsTest {};

TEST_F(CensusCheck, counts_each_span_and_gives_the_file_F9) {
  become(reg::Role::office);
  expect_golden("crosscheck.html", get("/reports/crosscheck").body);
  const auto file = get("/reports/crosscheck?year=2025&as=csv");
  EXPECT_THAT(file.body, HasSubstr("UPN,Surname,Forename,Term,SessionsPossible"));
  EXPECT_THAT(file.body, Not(HasSubstr("Lewis")));
  EXPECT_THAT(file.body, HasSubstr(",•,2\r\n")) << "what the office may not set";
  EXPECT_THAT(file.body, Not(HasSubstr(",T,")));
  EXPECT_THAT(taken_down(), ElementsAre(HasSubstr("crosscheck 2025-08-01 to 2026-07-31")));
  EXPECT_EQ(get("/reports/crosscheck?year=1066").status, 422);
  become(reg::Role::head);
  EXPECT_THAT(get("/reports/crosscheck?year=2025&as=csv").body, HasSubstr(",T,2\r\n"));
  become(reg::Role::champion);
  EXPECT_EQ(get("/reports/crosscheck").status, 404);
}

}  // namespace
}  // namespace handbell::office
