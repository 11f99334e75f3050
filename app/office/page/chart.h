// Figures as a picture, for whoever sees at a glance what stands in a table beside it.
//
// A chart is an SVG that the office's program draws itself: it has a title and a sentence that says
// what it is about, prints, and can be saved as a file of its own. Bars always begin at nothing, so
// that none looks longer than it is; a line may begin elsewhere, and its axis says where. What is
// kept back has no bar, and the words why stand in its place. Series differ in their pattern too,
// never in colour alone.
#pragma once

#include "app/office/page/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::office {

/// One figure: how long it is drawn, and how the table and the picture write it.
struct ChartValue {
  std::optional<double> value;  ///< 0 or more; nothing is drawn where there is none
  std::string words;            ///< "94.7 %", "fewer than 5", "–"
};

struct ChartSeries {
  std::string name;                ///< "This term"
  std::vector<ChartValue> values;  ///< as many as the chart has names
};

/// A line across the whole picture to compare with.
struct ChartRule {
  double value = 0;
  std::string words;  ///< "National 5.3 %"
};

struct Chart {
  std::string title;                ///< "Absence by class"
  std::string says;                 ///< one sentence more: dates, whom it counts
  std::string of;                   ///< what the names are: "Class"
  std::vector<std::string> names;   ///< "Owls", "Foxes"
  std::vector<ChartSeries> series;  ///< one to three
  std::string unit = "%";           ///< behind the numbers of the axis; may be empty
  std::optional<ChartRule> rule{};
};

/// Invariant of all: one to three series, each as long as the names.
[[nodiscard]] Html bar_chart(const Chart& chart);
[[nodiscard]] Html line_chart(const Chart& chart);

/// The chart's figures as a table with the chart's title.
[[nodiscard]] Html chart_table(const Chart& chart);
/// Picture and table beside each other; the table under it where the screen is narrow.
[[nodiscard]] Html with_figures(const Html& picture, const Chart& chart);

/// The course of percentages as small as a word: from 80 (or the lowest) to 100 for everybody, so
/// that one child's can be held beside another's. A week without a figure is a gap. `title` says
/// the same in words: "Attendance by week: 97.0 to 91.5 %".
[[nodiscard]] Html sparkline(const std::vector<std::optional<double>>& values,
                             std::string_view title);

}  // namespace handbell::office
