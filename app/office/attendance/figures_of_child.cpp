#include "app/office/attendance/figures_of_child.h"

#include "app/office/attendance/reasons.h"
#include "app/reports/attendance_trend.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

MonthOfChild month_of_child(const reports::TrendPoint& point) {
  const auto share = point.count.attendance();
  MonthOfChild month{name_of(point, reports::TrendStep::month), std::nullopt, "no session"};
  if (share.whole() == 0) return month;
  month.percent = 100.0 * static_cast<double>(share.part()) / static_cast<double>(share.whole());
  month.words = fmt::format("{}, {}", rate_words(point.count), missed_words(point.count));
  return month;
}

std::string course_of(const std::vector<reports::TrendPoint>& points) {
  std::string words;
  for (const auto& point : points) {
    if (point.count.possible() == 0) continue;
    words += fmt::format("{} {} {}", words.empty() ? "" : ",",
                         name_of(point, reports::TrendStep::month), rate_words(point.count));
  }
  return words.empty() ? "No session yet" : "Attendance by month:" + words;
}

int waiting(const reports::PupilYears& years, const reports::DateRange& range) {
  return static_cast<int>(std::ranges::count_if(
      years.pending(), [&](SessionId session) { return range.contains(session.day); }));
}

/// Stage three looks at the year before as well (policy 5).
std::string year_words(const reports::AttendanceCount& count,
                       const std::optional<reports::NationalFigure>& national) {
  if (count.possible() == 0) return "–";
  std::string words = fmt::format("{}, {}", rate_words(count), missed_words(count));
  if (!national || !count.attendance().below(national->per_mille)) return words;
  return fmt::format("{}, below the national {}", words, national->text());
}

}  // namespace

FiguresOfChild figures_of_child(const reports::ReportSource& source, const reg::PupilRecord& pupil,
                                SchoolDay today,
                                const std::optional<reports::NationalFigure>& national) {
  FiguresOfChild figures;
  const auto years = source.years_of(pupil.id);
  if (const auto range = reports::DateRange::year_to_date(today).not_before(pupil.start)) {
    const auto count = count_within(years, *range);
    figures.rate = rate_words(count);
    figures.missed = missed_words(count);
    const int pending = waiting(years, *range);
    if (pending > 0) figures.missed += fmt::format(", {} not yet accepted", pending);
    const auto points = trend(years, *range, reports::TrendStep::month);
    for (const auto& point : points) figures.months.push_back(month_of_child(point));
    figures.course_words = course_of(points);
  }
  const auto last = reports::last_school_year(today).not_before(pupil.start);
  figures.last_year = last ? year_words(count_within(years, *last), national) : std::string("–");
  return figures;
}

}  // namespace handbell::office
