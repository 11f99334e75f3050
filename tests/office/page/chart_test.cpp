// Charts: what they show, what they keep back, and that nothing but a table is needed beside them.
#include "app/office/page/chart.h"

#include "golden.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

Chart by_class() {
  return {"Absence by class",
          "Monday 5 January 2026 to Friday 27 March 2026, Reception and Key Stage 1.",
          "Class",
          {"Foxes", "Owls", "Żółte Jeżyki i Sarenki z Lasu", "Ants"},
          {{"Absent", {{5.3, "5.3 %"}, {8.5, "8.5 %"}, {0.0, "0.0 %"}, {{}, "not shown"}}}},
          "%",
          ChartRule{5.3, "National 5.3 %"}};
}

Chart two_terms() {
  return {"Absence by weekday",
          "This term beside the one before it.",
          "Day",
          {"Monday", "Tuesday", "Wednesday"},
          {{"This term", {{7.2, "7.2 %"}, {4.0, "4.0 %"}, {3.9, "3.9 %"}}},
           {"Term before", {{6.1, "6.1 %"}, {{}, "–"}, {12.5, "12.5 %"}}}},
          "%"};
}

std::size_t times(const std::string& text, const std::string& wanted) {
  std::size_t found = 0;
  for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
    ++found;
  }
  return found;
}

TEST(BarChart, has_a_title_a_sentence_and_the_same_figures_in_a_table) {
  const auto chart = by_class();
  const auto page = with_figures(bar_chart(chart), chart).markup();
  EXPECT_THAT(page, HasSubstr("<title>Absence by class</title>"));
  EXPECT_THAT(page, HasSubstr("<desc>Monday 5 January 2026 to"));
  for (const char* words : {"5.3 %", "8.5 %", "0.0 %", "not shown"}) {
    EXPECT_GE(times(page, words), 2U) << words;
  }
  EXPECT_THAT(page, HasSubstr("Żółte Jeżyki i Sarenki z Lasu</th>"));
  EXPECT_THAT(page, HasSubstr("Żółte Jeżyki i Sa…</text>"))
      << "beside its bar a long name is cut";
  expect_golden("bar_chart.html", page);
}

TEST(BarChart, draws_no_bar_for_what_is_kept_back) {
  EXPECT_EQ(times(bar_chart(by_class()).markup(), "<rect"), 3U);
}

TEST(BarChart, tells_series_apart_by_pattern_and_names_them) {
  const auto page = bar_chart(two_terms()).markup();
  EXPECT_THAT(page, HasSubstr("hb-chart__stripes"));
  EXPECT_THAT(page, HasSubstr(">Term before</text>"));
  expect_golden("two_bars.html", page);
}

TEST(BarChart, begins_at_nothing_and_line_charts_where_their_axis_says) {
  Chart chart{"Attendance by term", "", "Term", {"Autumn", "Spring"}, {}, "%"};
  chart.series = {{"Attended", {{95.0, "95.0 %"}, {96.5, "96.5 %"}}}};
  EXPECT_THAT(bar_chart(chart).markup(), HasSubstr(">0 %</text>"));
  EXPECT_THAT(line_chart(chart).markup(), Not(HasSubstr(">0 %</text>")));
  EXPECT_THAT(line_chart(chart).markup(), HasSubstr(">95.0 %</text>"));
}

TEST(LineChart, breaks_off_where_a_figure_is_missing) {
  const auto page = line_chart(two_terms()).markup();
  EXPECT_EQ(times(page, "stroke-dasharray=\"7 4\""), 1U);
  expect_golden("line_chart.html", page);
}

TEST(LineChart, of_many_weeks_names_those_that_have_room) {
  Chart chart{"Attendance by week", "", "Week", {}, {{"Attended", {}}}, "%"};
  for (int week = 1; week <= 39; ++week) {
    chart.names.push_back("Week " + std::to_string(week));
    chart.series[0].values.push_back({90 + week % 7, "9x"});
  }
  const auto names = times(line_chart(chart).markup(), ">Week ");
  EXPECT_GT(names, 2U);
  EXPECT_LT(names, 8U);
}

TEST(Charts, of_nothing_are_empty_and_whole) {
  Chart chart{"Minutes late", "", "Minutes", {"0 to 14"}, {{"Times", {{0.0, "none"}}}}, ""};
  EXPECT_THAT(bar_chart(chart).markup(), HasSubstr(">none</text>"));
  chart.series[0].values[0].value.reset();
  EXPECT_THAT(line_chart(chart).markup(), Not(HasSubstr("nan")));
  EXPECT_THAT(bar_chart(chart).markup(), Not(HasSubstr("nan")));
}

TEST(Charts, of_whole_numbers_have_whole_numbers_on_their_axis) {
  Chart chart{"Times late", "", "Minutes", {"0 to 14"}, {{"Times", {{2.0, "2"}}}}, ""};
  EXPECT_THAT(bar_chart(chart).markup(), HasSubstr(">1</text>"));
  EXPECT_THAT(bar_chart(chart).markup(), Not(HasSubstr("0.5")));
}

TEST(Charts, escape_what_they_are_given) {
  Chart chart{"A < B", "\"&", "Class", {"<svg onload=x>"}, {{"N", {{1.0, "<1>"}}}}, ""};
  EXPECT_THAT(with_figures(bar_chart(chart), chart).markup(), Not(HasSubstr("<svg onload")));
}

TEST(Sparkline, is_one_line_with_a_gap_and_says_in_words_what_it_shows) {
  const auto spark =
      sparkline({97.0, 95.5, {}, 91.5}, "Attendance by week: 97.0 to 91.5 %").markup();
  EXPECT_THAT(spark, HasSubstr("<title>Attendance by week: 97.0 to 91.5 %</title>"));
  EXPECT_EQ(times(spark, "M"), 2U);
  EXPECT_EQ(times(spark, "L"), 1U);
  expect_golden("sparkline.html", spark);
  EXPECT_THAT(sparkline({}, "No week yet").markup(), HasSubstr("d=\"\""));
}

}  // namespace
}  // namespace handbell::office
