#include "app/office/page/chart.h"

#include "app/base/check.h"
#include "app/base/text.h"
#include "app/office/page/chart_scale.h"
#include "app/office/page/form.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace handbell::office {
namespace {

// As wide as that letters can still be read where the page is 320 pixels wide.
constexpr double kWidth = 400;
constexpr double kLetter = 15;  // size of all letters
constexpr double kLegend = 24;  // height of one line of the legend
constexpr double kAxis = 26;    // under the picture, for the numbers

/// What tells one series from the next: colour, pattern of its bars, dashes and shape of its line.
struct Look {
  std::string_view colour;
  std::string_view dashes;
};
constexpr std::array<Look, 3> kLooks{{{"#0b5a66", ""}, {"#8a5a00", "7 4"}, {"#43565e", "2 4"}}};

std::string n(double number) { return fmt::format("{:.1f}", number); }
Attribute at(std::string_view name, double number) { return attr(name, n(number)); }

Html words_at(double x, double y, std::string_view anchor, std::string_view words) {
  return element("text", {at("x", x), at("y", y), attr("text-anchor", anchor)}, text(words));
}

Html line(std::string_view look, double x1, double y1, double x2, double y2) {  // NOLINT
  const std::string_view colour = look == "hb-chart__rule" ? "#a3160f" : "#c8d3d7";
  Attributes all{attr("class", look), at("x1", x1), at("y1", y1),
                 at("x2", x2),        at("y2", y2), attr("stroke", colour)};
  if (look == "hb-chart__rule") {
    all.push_back(attr("stroke-width", "2"));
    all.push_back(attr("stroke-dasharray", "6 3"));
  }
  return element("line", all, {});
}

/// A name that fits beside its bar; the table has it whole.
std::string shortened(const std::string& name, std::size_t most) {
  if (code_points(name) <= most) return name;
  std::size_t end = 0;
  for (std::size_t letters = 0; letters + 1 < most && end < name.size(); ++letters) {
    utf8proc_int32_t point = 0;
    const auto rest = std::string_view(name).substr(end);
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                       static_cast<utf8proc_ssize_t>(rest.size()), &point);
    end += read > 0 ? static_cast<std::size_t>(read) : 1;
  }
  return name.substr(0, end) + "…";
}

Html picture(const Chart& chart, double height, const Html& inside) {
  return element(
      "svg",
      {attr("xmlns", "http://www.w3.org/2000/svg"), attr("class", "hb-chart__picture"),
       attr("viewBox", fmt::format("0 0 {:.0f} {:.0f}", kWidth, height)), attr("role", "img"),
       attr("font-size", fmt::format("{:.0f}", kLetter)), attr("fill", "#12262f"),
       attr("font-family", "Atkinson Hyperlegible, Noto Sans, sans-serif")},
      join({element("title", text(chart.title)), element("desc", text(chart.says)), inside}));
}

/// Solid, striped across, and empty with a frame: told apart in grey and without colours.
Html bar(std::size_t series, double x, double y, double width, double height) {  // NOLINT
  const auto& look = kLooks.at(series);
  const auto shape = fmt::format("hb-chart__bar hb-chart__bar--{}", series + 1);
  Html drawn = element("rect",
                       {attr("class", shape), at("x", x), at("y", y), at("width", width),
                        at("height", height), attr("fill", series == 0 ? look.colour : "#ffffff"),
                        attr("stroke", look.colour), attr("stroke-width", "1.5")},
                       {});
  if (series != 1) return drawn;
  std::string stripes;
  const int count = static_cast<int>(std::ceil((width - 4) / 6));
  for (int i = 0; i < count; ++i) {
    stripes += fmt::format("M{} {}V{}", n(x + 4 + 6 * i), n(y), n(y + height));
  }
  if (stripes.empty()) return drawn;
  return drawn + element("path",
                         {attr("class", "hb-chart__stripes"), attr("d", stripes),
                          attr("stroke", look.colour), attr("stroke-width", "2.5")},
                         {});
}

/// The end of a line, or one point of it: circle, square, triangle.
Html dot(std::size_t series, double x, double y) {
  constexpr double kHalf = 4;
  std::string shape;
  if (series == 0) {
    shape = fmt::format("M{0} {1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", n(x - kHalf), n(y));
  } else if (series == 1) {
    shape = fmt::format("M{} {}h8v8h-8z", n(x - kHalf), n(y - kHalf));
  } else {
    shape = fmt::format("M{} {}l5 9h-10z", n(x), n(y - 5));
  }
  return element(
      "path",
      {attr("class", "hb-chart__dot"), attr("d", shape), attr("fill", kLooks.at(series).colour)},
      {});
}

/// Which pattern is which, where there is more than one; and what the rule is.
Html legend(const Chart& chart, bool bars) {
  Html lines;
  double y = 0;
  if (chart.series.size() > 1) {
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      lines += bars ? bar(i, 4, y + 4, 24, 12) : dot(i, 16, y + 10);
      lines += words_at(36, y + 15, "start", chart.series[i].name);
      y += kLegend;
    }
  }
  if (!chart.rule) return lines;
  return join({lines, line("hb-chart__rule", 4, y + 10, 28, y + 10),
               words_at(36, y + 15, "start", chart.rule->words)});
}

double legend_height(const Chart& chart) {
  const std::size_t lines =
      (chart.series.size() > 1 ? chart.series.size() : 0) + (chart.rule ? 1 : 0);
  return kLegend * static_cast<double>(lines);
}

void check_chart(const Chart& chart) {
  check(!chart.series.empty() && chart.series.size() <= kLooks.size());
  for (const auto& each : chart.series) check(each.values.size() == chart.names.size());
}

// Bars lie on their sides: a class's name has room, and many of them only make the picture longer.
constexpr double kLeastNames = 70;
constexpr double kMostNames = 160;
constexpr double kEachLetter = 7.9;
constexpr double kBarsEnd = kWidth - 72;  // behind it stands the figure
constexpr double kBar = 16;
constexpr double kBetween = 12;

/// Where the bars begin, and what is behind it.
struct BarField {
  ChartScale scale;
  double names = kLeastNames;
  [[nodiscard]] double x(double value) const {
    return names + scale.share(value) * (kBarsEnd - names);
  }
  /// How many letters of a name find room.
  [[nodiscard]] std::size_t letters() const {
    return static_cast<std::size_t>((names - 12) / kEachLetter);
  }
};

BarField bar_field(const Chart& chart) {
  std::size_t longest = 0;
  for (const auto& name : chart.names) longest = std::max(longest, code_points(name));
  const double wanted = static_cast<double>(longest + 1) * kEachLetter + 12;
  return {scale_of(chart, true), std::clamp(wanted, kLeastNames, kMostNames)};
}

Html bars_of(const Chart& chart, const BarField& field, std::size_t place, double top) {
  Html drawn;
  const double all = kBar * static_cast<double>(chart.series.size());
  drawn += words_at(field.names - 8, top + all / 2 + 5, "end",
                    shortened(chart.names[place], field.letters()));
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const auto& figure = chart.series[i].values[place];
    const double y = top + kBar * static_cast<double>(i);
    double end = field.names;
    if (figure.value) {
      end = field.x(*figure.value);
      drawn += bar(i, field.names, y + 1, end - field.names, kBar - 2);
    }
    drawn += words_at(end + 6, y + 13, "start", figure.words);
  }
  return drawn;
}

// Lines run from left to right, and their axis stands at the left.
constexpr double kLinesFrom = 64;
constexpr double kLinesEnd = kWidth - 16;
constexpr double kLinesHigh = 200;

struct Field2D {
  ChartScale scale;
  double top = 0;
  std::size_t names = 0;
  [[nodiscard]] double x(std::size_t place) const {
    if (names < 2) return (kLinesFrom + kLinesEnd) / 2;
    const double part = static_cast<double>(place) / static_cast<double>(names - 1);
    return kLinesFrom + 8 + part * (kLinesEnd - kLinesFrom - 16);
  }
  [[nodiscard]] double y(double value) const {
    return top + kLinesHigh - scale.share(value) * kLinesHigh;
  }
};

Html course(const ChartSeries& series, std::size_t number, const Field2D& field) {
  std::string path;
  Html dots;
  bool pen_down = false;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    const auto& value = series.values[i].value;
    if (value) {
      path += fmt::format("{}{} {}", pen_down ? "L" : "M", n(field.x(i)), n(field.y(*value)));
      dots += dot(number, field.x(i), field.y(*value));
    }
    pen_down = value.has_value();
  }
  const auto& look = kLooks.at(number);
  Attributes all{attr("class", "hb-chart__line"), attr("d", path), attr("fill", "none"),
                 attr("stroke", look.colour), attr("stroke-width", "2.5")};
  if (!look.dashes.empty()) all.push_back(attr("stroke-dasharray", look.dashes));
  return element("path", all, {}) + dots;
}

/// As many names as find room under the picture, evenly spread.
Html names_under(const Chart& chart, const Field2D& field) {
  std::size_t longest = 1;
  for (const auto& name : chart.names) longest = std::max(longest, code_points(name));
  const double room = (kLinesEnd - kLinesFrom) / (static_cast<double>(longest) * kEachLetter + 10);
  const auto fit = std::max<std::size_t>(1, static_cast<std::size_t>(room));
  const std::size_t each = (chart.names.size() + fit - 1) / fit;
  Html words;
  for (std::size_t i = 0; i < chart.names.size(); i += each) {
    const bool last = i + 1 == chart.names.size() && i > 0;
    words += words_at(last ? kLinesEnd : field.x(i), field.top + kLinesHigh + 20,
                      last                               ? "end"
                      : i == 0 && chart.names.size() > 1 ? "start"
                                                         : "middle",
                      chart.names[i]);
  }
  return words;
}

}  // namespace

Html bar_chart(const Chart& chart) {
  check_chart(chart);
  const auto field = bar_field(chart);
  const double top = legend_height(chart) + 8;
  const double each = kBar * static_cast<double>(chart.series.size()) + kBetween;
  const double bottom = top + each * static_cast<double>(chart.names.size());
  Html drawn = legend(chart, true);
  for (const double tick : field.scale.ticks()) {
    const double x = field.x(tick);
    drawn += line("hb-chart__grid", x, top, x, bottom) +
             words_at(x, bottom + 18, "middle", field.scale.words(tick, chart.unit));
  }
  for (std::size_t i = 0; i < chart.names.size(); ++i) {
    drawn += bars_of(chart, field, i, top + each * static_cast<double>(i) + kBetween / 2);
  }
  if (chart.rule) {
    const double x = field.x(chart.rule->value);
    drawn += line("hb-chart__rule", x, top, x, bottom);
  }
  return picture(chart, bottom + kAxis, drawn);
}

Html line_chart(const Chart& chart) {
  check_chart(chart);
  const Field2D field{scale_of(chart, false), legend_height(chart) + 10, chart.names.size()};
  Html drawn = legend(chart, false);
  for (const double tick : field.scale.ticks()) {
    const double y = field.y(tick);
    drawn += line("hb-chart__grid", kLinesFrom, y, kLinesEnd, y) +
             words_at(kLinesFrom - 6, y + 5, "end", field.scale.words(tick, chart.unit));
  }
  drawn += names_under(chart, field);
  if (chart.rule) {
    const double y = field.y(chart.rule->value);
    drawn += line("hb-chart__rule", kLinesFrom, y, kLinesEnd, y);
  }
  for (std::size_t i = 0; i < chart.series.size(); ++i) drawn += course(chart.series[i], i, field);
  return picture(chart, field.top + kLinesHigh + kAxis, drawn);
}

Html chart_table(const Chart& chart) {
  check_chart(chart);
  Table figures{chart.title, {chart.of}, {}};
  for (const auto& series : chart.series) figures.columns.push_back(series.name);
  for (std::size_t i = 0; i < chart.names.size(); ++i) {
    std::vector<Html> row;
    row.push_back(text(chart.names[i]));
    for (const auto& series : chart.series) row.push_back(text(series.values[i].words));
    figures.rows.push_back(std::move(row));
  }
  return table(figures);
}

Html with_figures(const Html& picture, const Chart& chart) {
  return element("div", {attr("class", "hb-chart")},
                 join({element("div", {attr("class", "hb-chart__side")}, picture),
                       element("div", {attr("class", "hb-chart__side")}, chart_table(chart))}));
}

Html sparkline(const std::vector<std::optional<double>>& values, std::string_view title) {
  constexpr double kLong = 120;
  constexpr double kHigh = 28;
  constexpr double kRoom = 4;  // for the dot at the end
  double low = 80;
  for (const auto& value : values) low = std::min(low, value.value_or(low));
  const double each =
      values.size() < 2 ? 0 : (kLong - 2 * kRoom) / static_cast<double>(values.size() - 1);
  std::string path;
  Html end;
  bool pen_down = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) {
      const double x = kRoom + each * static_cast<double>(i);
      const double y = kHigh - kRoom - (*values[i] - low) / (100 - low) * (kHigh - 2 * kRoom);
      path += fmt::format("{}{} {}", pen_down ? "L" : "M", n(x), n(y));
      end = element("circle",
                    {attr("class", "hb-spark__end"), at("cx", x), at("cy", y), attr("r", "3")}, {});
    }
    pen_down = values[i].has_value();
  }
  return element(
      "svg",
      {attr("xmlns", "http://www.w3.org/2000/svg"), attr("class", "hb-spark"),
       attr("viewBox", "0 0 120 28"), attr("role", "img"), attr("fill", "#0b5a66")},
      join({element("title", text(title)),
            element("path",
                    {attr("class", "hb-spark__line"), attr("d", path), attr("fill", "none"),
                     attr("stroke", "#0b5a66"), attr("stroke-width", "1.5")},
                    {}),
            end}));
}

}  // namespace handbell::office
