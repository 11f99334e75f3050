// The termly report for governors: what they need, and nothing that leads to a child.
#include "reports_fixture.h"

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class GovernorReport : public ReportsTest {};

TEST_F(GovernorReport, names_nobody_and_shows_no_small_number) {
  become(reg::Role::governor);
  for (const char* address :
       {"/reports/governors", "/reports/governors?term=year", "/reports/governors?as=csv"}) {
    const auto page = get(address);
    EXPECT_EQ(page.status, 200);
    for (const char* name :
         {"Amira", "Khan", "Ben", "Ross", "Cara", "Lewis", "Forename", "Surname", "Okoro"}) {
      EXPECT_THAT(page.body, Not(HasSubstr(name))) << address;
    }
    EXPECT_FALSE(std::regex_search(page.body, std::regex("(>|,)[1-4](<|,)"))) << address;
  }
  expect_golden("governors.html", get("/reports/governors").body);
}

TEST_F(GovernorReport, tells_no_code_apart_that_is_about_health_or_belief) {
  become(reg::Role::governor);
  const auto page = get("/reports/governors").body;
  EXPECT_THAT(page, HasSubstr("Authorised absence, not told apart"));
  EXPECT_THAT(page, Not(HasSubstr("Illness")));
  EXPECT_THAT(page, Not(HasSubstr("travelling")));
}

TEST_F(GovernorReport, keeps_a_class_of_two_back_with_the_next_and_its_year) {
  become(reg::Role::governor);
  const auto page = get("/reports/governors").body;
  EXPECT_THAT(page, HasSubstr("data-label=\"Class\">Owls</th><td class=\"govuk-table__cell\" "
                              "data-label=\"Pupils\">fewer than 5</td>"));
  EXPECT_THAT(page, HasSubstr("data-label=\"Year\">Reception</th><td class=\"govuk-table__cell\" "
                              "data-label=\"Pupils\">fewer than 5</td>"));
  EXPECT_THAT(page, HasSubstr("not shown"));
}

TEST_F(GovernorReport, has_its_days_what_waits_and_the_legal_register_on_it_D50) {
  become(reg::Role::champion);
  const auto page = get("/reports/governors").body;
  EXPECT_THAT(page, HasSubstr("Monday 1 September 2025 to Friday 16 January 2026"));
  EXPECT_THAT(page, HasSubstr("until somebody accepts them: none"));
  EXPECT_THAT(page, HasSubstr("Absences without a reason yet: fewer than 5"));
  EXPECT_THAT(page, HasSubstr("Legal register: Handbell"));
  EXPECT_THAT(page, HasSubstr("Made on Friday 16 January 2026 at 16:10."));
}

TEST_F(GovernorReport, before_the_first_term_counts_nothing) {
  clock_.set("2025-08-20T10:00:00");
  become(reg::Role::governor);
  const auto page = get("/reports/governors");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("There is nothing to count in these days."));
}

TEST_F(GovernorReport, is_found_from_the_governors_own_figures) {
  become(reg::Role::governor);
  EXPECT_THAT(get("/figures").body, HasSubstr("href=\"/reports/governors\""));
  become(reg::Role::teacher);
  EXPECT_EQ(get("/reports/governors").status, 404);
}

}  // namespace
}  // namespace handbell::office
