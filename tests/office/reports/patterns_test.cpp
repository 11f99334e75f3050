// Patterns: when children are away and late, for those who follow it up.
#include "reports_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPatternWeek = "/reports/patterns?from=2026-01-05&to=2026-01-09";

class Patterns : public ReportsTest {};

TEST_F(Patterns, are_drawn_and_stand_in_tables) {
  become(reg::Role::champion);
  const auto page = get(kPatternWeek);
  EXPECT_EQ(page.status, 200);
  for (const char* title : {"By day of the week", "By half of the day", "Minutes late", "By code",
                            "By year", "By class", "By group", "By week", "Term against term"}) {
    EXPECT_THAT(page.body, HasSubstr(std::string(title) + "</h2>"));
  }
  EXPECT_THAT(page.body, HasSubstr("<title>By day of the week</title>"));
  EXPECT_THAT(page.body, HasSubstr("15 to 29 minutes</th><td class=\"govuk-table__cell\" "
                                   "data-label=\"Times\">5</td>"));
  expect_golden("patterns.html", page.body);
}

TEST_F(Patterns, show_a_sensitive_code_to_those_alone_who_may_set_it) {
  become(reg::Role::champion);
  auto page = get(kPatternWeek).body;
  EXPECT_THAT(page, HasSubstr("I  Illness"));
  EXPECT_THAT(page, Not(HasSubstr("travelling for work")));
  EXPECT_THAT(page, HasSubstr("Authorised absence, not told apart"));
  become(reg::Role::head);
  page = get(kPatternWeek).body;
  EXPECT_THAT(page, HasSubstr("T  Parent travelling for work"));
  become(reg::Role::dsl);
  page = get(kPatternWeek).body;
  EXPECT_THAT(page, Not(HasSubstr("Illness")));
}

TEST_F(Patterns, show_groups_to_those_roles_alone_that_need_them) {
  for (const auto role : {reg::Role::champion, reg::Role::head, reg::Role::dsl}) {
    become(role);
    EXPECT_THAT(get(kPatternWeek).body, HasSubstr("SEND"));
    EXPECT_EQ(get(std::string(kPatternWeek) + "&group=SEND").status, 200);
  }
  become(reg::Role::office);
  EXPECT_THAT(get(kPatternWeek).body, HasSubstr("choir"));
  EXPECT_THAT(get(kPatternWeek).body, Not(HasSubstr("SEND")));
  EXPECT_THAT(get(kPatternWeek).body, Not(HasSubstr("social worker")));
  const auto asked = get(std::string(kPatternWeek) + "&group=SEND");
  const auto unknown = get(std::string(kPatternWeek) + "&group=XEND");
  EXPECT_EQ(asked.status, 422);
  EXPECT_EQ(unknown.status, 422);
}

TEST_F(Patterns, of_one_class_count_it_alone) {
  become(reg::Role::champion);
  const auto page = get(std::string(kPatternWeek) + "&class=Foxes&year=1");
  EXPECT_THAT(page.body, HasSubstr("class Foxes, year group 1."));
  EXPECT_THAT(page.body, Not(HasSubstr("data-label=\"Class\">Hares")));
  const auto file = get(std::string(kPatternWeek) + "&class=Foxes&as=csv");
  EXPECT_THAT(file.body, HasSubstr("By day of the week,Monday,"));
}

TEST_F(Patterns, of_days_that_run_backwards_are_refused) {
  become(reg::Role::champion);
  const auto page = get("/reports/patterns?from=2026-01-09&to=2026-01-05");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("The last day lies before the first."));
}

}  // namespace
}  // namespace handbell::office
