#include "app/office/figures/figures.h"

#include "app/reports/small_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace handbell::office {
namespace {

using reports::AttendanceCount;
using reports::Fraction;
using reports::ReportLine;

using reports::ColumnNumber;
using reports::is_small;
using reports::kFewestShown;
using reports::words_kept_back;

/// Whole lines too: how many children are in a class is a figure too.
/// What is withheld together is the school without the others: it has to be five children as well.
void withhold_one_more(std::vector<ReportLine>& lines) {
  const auto order = [](const ReportLine& line) {
    return std::tuple(line.pupils == 0, line.withheld, line.pupils);
  };
  const auto few = [&] {
    int children = 0;
    for (const auto& line : lines) children += line.withheld ? line.pupils : 0;
    return is_small(children);
  };
  for (std::size_t i = 0; i < lines.size() && few(); ++i) {
    const auto next = std::ranges::min_element(lines, {}, order);
    if (next->pupils > 0) next->withheld = true;
  }
}

template <class Value>
std::vector<ColumnNumber> column_of(const std::vector<ReportLine>& lines, Value value) {
  std::vector<ColumnNumber> column;
  for (const auto& line : lines) {
    const int number = value(line.count);
    const bool counts = !line.withheld && line.pupils > 0;
    column.push_back({number, counts, line.withheld || is_small(number)});
  }
  reports::hide_one_more(column);
  return column;
}

int rest_of(const AttendanceCount& count) {
  return reports::smaller_part(count.attended(), count.absent());
}

std::string share(int part, int whole) {
  const std::string text = Fraction::of(part, whole).text();
  return whole == 0 ? text : text + " %";
}

FigureLine line_shown(const ReportLine& line, bool hides_rest, bool hides_late) {
  const auto& count = line.count;
  FigureLine shown{line.name, std::to_string(line.pupils),
                   share(count.attended(), count.possible()), share(count.late(), count.possible()),
                   share(count.absent(), count.possible())};
  if (hides_rest) {
    shown.present = words_kept_back(count.attended());
    shown.absent = words_kept_back(count.absent());
  }
  if (hides_late) shown.late = words_kept_back(count.late());
  return shown;
}

FigureLine without_figures(const ReportLine& line) {
  const std::string pupils = line.pupils == 0             ? "none yet"
                             : line.pupils < kFewestShown ? words_kept_back(line.pupils)
                                                          : words_kept_back(0);
  return {line.name, pupils, "–", "–", "–"};
}

}  // namespace

FigureTable figure_table(const reports::AttendanceReport& by_class) {
  auto lines = by_class.school.lines;
  for (auto& line : lines) line.withheld = line.pupils > 0 && line.pupils < kFewestShown;
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
  table.school = total.pupils < kFewestShown ? without_figures(total)
                                             : line_shown(total, is_small(rest_of(total.count)),
                                                          is_small(total.count.late()));
  return table;
}

std::string count_kept_back(int count) { return reports::count_words(count); }

}  // namespace handbell::office
