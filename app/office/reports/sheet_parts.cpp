#include "app/office/reports/sheet_parts.h"

#include "app/base/school_time.h"
#include "app/office/page/chart.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reports::ReportSheet;
using reports::SheetTable;

Chart chart_of(const SheetTable& drawn) {
  Chart chart;
  chart.title = drawn.title;
  chart.of = drawn.of;
  chart.unit = drawn.unit;
  for (const auto& row : drawn.rows) chart.names.push_back(row.name);
  for (const std::size_t column : drawn.drawn) {
    ChartSeries series{drawn.columns[column], {}};
    for (const auto& row : drawn.rows) {
      series.values.push_back({row.cells[column].number, row.cells[column].words});
    }
    chart.says += (chart.says.empty() ? "" : ", ") + series.name;
    chart.series.push_back(std::move(series));
  }
  chart.says += "; the same figures stand in the table.";
  return chart;
}

Html figures_of(const SheetTable& shown) {
  Table list{shown.title, {shown.of}, {}};
  list.columns.insert(list.columns.end(), shown.columns.begin(), shown.columns.end());
  for (const auto& row : shown.rows) {
    std::vector<Html> cells{text(row.name)};
    for (const auto& cell : row.cells) cells.push_back(text(cell.words));
    list.rows.push_back(std::move(cells));
  }
  // Its heading above says the same: the caption is for whoever hears the table.
  return element("div", {attr("class", "hb-figures")}, table(list));
}

}  // namespace

Html sheet_headline(const ReportSheet& sheet, const Html& ways) {
  const auto up = element("p", {attr("class", "hb-up")}, link("/reports", "All reports"));
  const auto title = element("h1", {attr("class", "govuk-heading-l hb-title")},
                             join({text(sheet.title), text(" "),
                                   element("span", {attr("class", "hb-title__date")},
                                           text(reports::days_in_words(sheet.days)))}));
  return join(
      {up, element("div", {attr("class", "hb-headline")}, title + ways), paragraph(sheet.of_whom)});
}

Html sheet_picture(const SheetTable& drawn) {
  const auto chart = chart_of(drawn);
  return drawn.as_line ? line_chart(chart) : bar_chart(chart);
}

Html sheet_table(const SheetTable& shown) {
  if (shown.rows.empty()) return calm("There is nothing to count in these days.");
  if (shown.drawn.empty()) return figures_of(shown);
  // So many columns want the whole width: the picture stands above them.
  const bool wide = shown.columns.size() > 3;
  return element("div", {attr("class", wide ? "hb-chart hb-chart--wide" : "hb-chart")},
                 join({element("div", {attr("class", "hb-chart__side")}, sheet_picture(shown)),
                       element("div", {attr("class", "hb-chart__side")}, figures_of(shown))}));
}

Html sheet_tables(const ReportSheet& sheet) {
  Html parts;
  int number = 0;
  for (const auto& each : sheet.tables) {
    parts += part(fmt::format("part-{}", ++number), each.title, sheet_table(each));
  }
  return parts;
}

Html sheet_stamp(const ReportSheet& sheet, Instant now) {
  Html notes;
  for (const auto& note : sheet.notes) {
    notes += element("p", {attr("class", "govuk-body hb-note")}, text(note));
  }
  const auto local = to_local(now);
  const std::string made =
      local ? fmt::format("Made on {} at {}.", local->day.words(), local->time.hh_mm())
            : "Made on " + with_offset(now) + ".";
  return join({notes, paragraph(reports::stamp_sentence(sheet)), paragraph(made)});
}

Html take_along(const std::string& address) {
  return element("p", {attr("class", "govuk-body hb-take-along")},
                 join({text("Take it along: "), link(address + "&as=csv", "CSV for a spreadsheet"),
                       text(" or "), link(address + "&as=pdf", "PDF to print")}));
}

Html copy_box(std::string_view id, std::string_view label, std::string_view words) {
  const auto lines = std::ranges::count(words, '\n') + 1;
  const auto box = element("textarea",
                           {attr("class", "govuk-textarea"), attr("id", id), flag("readonly"),
                            attr("rows", std::to_string(std::min<std::ptrdiff_t>(lines, 16)))},
                           text(words));
  return element(
      "div", {attr("class", "govuk-form-group")},
      element("label", {attr("class", "govuk-label"), attr("for", id)}, text(label)) + box);
}

}  // namespace handbell::office
