// The page Figures: totals that lead to no child.
#include "app/office/figures/figures.h"

#include "golden.h"
#include "office_fixture.h"
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

reports::ReportLine line(const std::string& name, int pupils, int present, int absent, int late) {
  reports::ReportLine made;
  made.name = name;
  made.pupils = pupils;
  made.count.add(reg::code_of("/"), present - late, 0);
  made.count.add(reg::code_of("L"), late, late);
  made.count.add(reg::code_of("I"), absent, 0);
  return made;
}

FigureTable table_of(std::vector<reports::ReportLine> lines) {
  reports::AttendanceReport report{reports::DateRange::of_day(on("2026-01-12")), {}, {}, {}, 0};
  report.school.total.name = "Oak Lane";
  for (const auto& each : lines) {
    report.school.total.pupils += each.pupils;
    report.school.total.count += each.count;
  }
  report.school.lines = std::move(lines);
  return figure_table(report);
}

TEST(FigureTableOf, large_classes_shows_their_shares) {
  const auto table = table_of({line("Foxes", 30, 270, 30, 10), line("Owls", 25, 200, 50, 20)});
  EXPECT_EQ(table.classes[0], (FigureLine{"Foxes", "30", "90.0 %", "3.3 %", "10.0 %"}));
  EXPECT_EQ(table.school, (FigureLine{"Oak Lane", "55", "85.5 %", "5.5 %", "14.5 %"}));
}

TEST(FigureTableOf, a_class_of_fewer_than_five_takes_the_next_smallest_with_it) {
  const auto table = table_of(
      {line("Ants", 4, 30, 10, 6), line("Foxes", 30, 270, 30, 10), line("Owls", 25, 200, 50, 20)});
  EXPECT_EQ(table.classes[0].pupils, "fewer than 5");
  EXPECT_EQ(table.classes[0].present, "–");
  EXPECT_EQ(table.classes[1].present, "90.0 %");
  EXPECT_EQ(table.classes[2].pupils, "not shown");
  EXPECT_EQ(table.classes[2].present, "–") << "else the school less Foxes and Owls were Ants";
  EXPECT_EQ(table.school.pupils, "59");
}

TEST(FigureTableOf, a_class_of_one_and_one_of_two_take_another_with_them) {
  const auto table = table_of({line("Ants", 1, 8, 2, 0), line("Bees", 2, 18, 2, 0),
                               line("Foxes", 30, 270, 30, 10), line("Owls", 25, 200, 50, 20)});
  EXPECT_EQ(table.classes[2].present, "90.0 %");
  EXPECT_EQ(table.classes[3].present, "–") << "else the school less Foxes and Owls were three";
}

TEST(FigureTableOf, one_to_four_sessions_are_kept_back_and_cannot_be_worked_out) {
  const auto table = table_of(
      {line("Ants", 20, 196, 4, 0), line("Foxes", 30, 270, 30, 3), line("Owls", 25, 200, 50, 20)});
  EXPECT_EQ(table.classes[0].absent, "fewer than 5");
  EXPECT_EQ(table.classes[0].present, "not shown") << "a hundred less it is the other";
  EXPECT_EQ(table.classes[1].absent, "not shown") << "the next smallest with it";
  EXPECT_EQ(table.classes[2].absent, "20.0 %");
  EXPECT_EQ(table.classes[1].late, "fewer than 5");
  EXPECT_EQ(table.classes[0].late, "0.0 %") << "beside nothing 3 were to be found";
  EXPECT_EQ(table.classes[2].late, "not shown");
  EXPECT_EQ(table.school.late, "3.1 %");
}

TEST(FigureTableOf, nothing_possible_is_a_dash) {
  const auto table = table_of({line("Foxes", 0, 0, 0, 0), line("Owls", 25, 200, 50, 20)});
  EXPECT_EQ(table.classes[0], (FigureLine{"Foxes", "none yet", "–", "–", "–"}));
  EXPECT_EQ(table.classes[1].present, "80.0 %");
  EXPECT_EQ(count_kept_back(0), "none");
  EXPECT_EQ(count_kept_back(4), "fewer than 5");
  EXPECT_EQ(count_kept_back(5), "5");
}

class Figures : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    std::vector<reg::PupilRecord> rows = three_pupils();
    for (int i = 4; i < 28; ++i) {
      rows.push_back(pupil_named("Forename", "Surname", i));
      rows.back().class_name = i < 16 ? "Foxes" : "Hares";
    }
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
    for (int i = 4; i < 28; ++i) enter(i, i % 3 == 0 ? "I" : i % 4 == 0 ? "L" : "/", "in class");
    enter(1, "/", "in class");
    enter(2, "N", "not in class");
    gate_.become("G Brown", "Governor", {reg::Role::governor});
  }
};

TEST_F(Figures, of_a_week_name_no_child_and_no_small_number) {
  for (const char* of : {"day", "week", "term"}) {
    const auto page = get(std::string("/figures?of=") + of);
    EXPECT_EQ(page.status, 200);
    for (const char* name : {"Amira", "Khan", "Ben", "Ross", "Cara", "Lewis", "Forename", "Surname",
                             "Okoro", "Ducklings"}) {
      EXPECT_THAT(page.body, Not(HasSubstr(name))) << of;
    }
    EXPECT_FALSE(std::regex_search(page.body, std::regex(">[1-4]<"))) << of;
    EXPECT_THAT(page.body, HasSubstr("Legal register: Handbell"));
    EXPECT_THAT(page.body, HasSubstr("Made on Monday 12 January 2026 at 09:10."));
  }
  expect_golden("figures.html", get("/figures").body);
}

TEST_F(Figures, are_where_a_governor_begins_and_all_that_she_may_open_of_the_register) {
  EXPECT_EQ(get("/").headers.at("Location"), "/figures");
  for (const char* path : {"/today", "/pupils", "/register", "/calls", "/users"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
  gate_.become("R Patel", "Office", {reg::Role::office});
  EXPECT_EQ(get("/figures").status, 404);
}

TEST_F(Figures, count_what_waits_and_what_has_no_reason_yet) {
  for (int i = 4; i < 10; ++i) {
    const auto by = reg::Author::from("J Okoro", "Class teacher");
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(i),
                          {on("2026-01-09"), Half::am},
                          reg::code_of("N"),
                          {},
                          {},
                          "not in class",
                          "Class teacher",
                          *by}},
                        clock_.at());
    }));
  }
  EXPECT_THAT(get("/figures?of=term").body, HasSubstr("without a reason yet</dt><dd class=\"govuk-"
                                                      "summary-list__value\">7</dd>"));
}

TEST_F(Figures, before_the_first_term_there_is_nothing) {
  clock_.set("2025-08-20T10:00:00");
  EXPECT_THAT(get("/figures?of=term").body, HasSubstr("No term has begun"));
  EXPECT_EQ(get("/figures?of=nonsense").status, 200);
}

}  // namespace
}  // namespace handbell::office
