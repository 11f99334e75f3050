#include "app/office/figures/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace handbell::office {
namespace {

using reports::AttendanceCount;
using reports::Fraction;
using reports::ReportLine;

constexpr int kFewest = 5;
constexpr const char* kFewer = "fewer than 5";
constexpr const char* kNotShown = "not shown";

bool is_small(int count) { return count > 0 && count < kFewest; }

/// One column of a table while it is decided what of it is shown.
struct Shown {
  int value = 0;        ///< what is small or not
  bool counts = false;  ///< the line has figures
  bool hidden = false;
};

/// What one line alone hides, the school's figure less the others would tell.
void hide_one_more(std::vector<Shown>& column) {
  if (std::ranges::count(column, true, &Shown::hidden) != 1) return;
  const auto order = [](const Shown& each) {
    return std::tuple(!each.counts, each.hidden, each.value);
  };
  const auto next = std::ranges::min_element(column, {}, order);
  if (next->counts) next->hidden = true;
}

/// The same for whole lines: how many children are in a class is a figure too.
void withhold_one_more(std::vector<ReportLine>& lines) {
  if (std::ranges::count(lines, true, &ReportLine::withheld) != 1) return;
  const auto order = [](const ReportLine& line) {
    return std::tuple(line.pupils == 0, line.withheld, line.pupils);
  };
  const auto next = std::ranges::min_element(lines, {}, order);
  if (next->pupils > 0) next->withheld = true;
}

template <class Value>
std::vector<Shown> column_of(const std::vector<ReportLine>& lines, Value value) {
  std::vector<Shown> column;
  for (const auto& line : lines) {
    const int number = value(line.count);
    const bool counts = !line.withheld && line.pupils > 0;
    column.push_back({number, counts, line.withheld || is_small(number)});
  }
  hide_one_more(column);
  return column;
}

/// Present and absent are each other's rest: the smaller one decides about both.
int rest_of(const AttendanceCount& count) {
  const int smaller = std::min(count.attended(), count.absent());
  return smaller == 0 ? std::max(count.attended(), count.absent()) : smaller;
}

std::string share(int part, int whole) {
  const std::string text = Fraction::of(part, whole).text();
  return whole == 0 ? text : text + " %";
}

/// Why a share is not shown: it is small itself, or another could be worked out from it.
std::string kept_back(int part) { return is_small(part) ? kFewer : kNotShown; }

FigureLine line_shown(const ReportLine& line, bool hides_rest, bool hides_late) {
  const auto& count = line.count;
  FigureLine shown{line.name, std::to_string(line.pupils),
                   share(count.attended(), count.possible()), share(count.late(), count.possible()),
                   share(count.absent(), count.possible())};
  if (hides_rest) {
    shown.present = kept_back(count.attended());
    shown.absent = kept_back(count.absent());
  }
  if (hides_late) shown.late = kept_back(count.late());
  return shown;
}

FigureLine without_figures(const ReportLine& line) {
  const std::string pupils = line.pupils == 0        ? "none yet"
                             : line.pupils < kFewest ? kFewer
                                                     : kNotShown;
  return {line.name, pupils, "–", "–", "–"};
}

}  // namespace

FigureTable figure_table(const reports::AttendanceReport& by_class) {
  auto lines = by_class.school.lines;
  for (auto& line : lines) line.withheld = line.pupils > 0 && line.pupils < kFewest;
  withhold_one_more(lines);
  const auto rest = column_of(lines, rest_of);
  const auto late = column_of(lines, [](const AttendanceCount& count) { return count.late(); });
  FigureTable table;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    table.classes.push_back(lines[i].withheld || lines[i].pupils == 0
                                ? without_figures(lines[i])
                                : line_shown(lines[i], rest[i].hidden, late[i].hidden));
  }
  const auto& total = by_class.school.total;
  table.school = total.pupils < kFewest ? without_figures(total)
                                        : line_shown(total, is_small(rest_of(total.count)),
                                                     is_small(total.count.late()));
  return table;
}

std::string count_kept_back(int count) {
  if (count == 0) return "none";
  return count < kFewest ? kFewer : std::to_string(count);
}

}  // namespace handbell::office
