// A child's figures as both pages of attendance show them: the year so far, month by month, and the
// year before.
#pragma once

#include "app/reports/national_figure.h"
#include "app/reports/report_source.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct MonthOfChild {
  std::string name;               ///< "September"
  std::optional<double> percent;  ///< attended; nothing where no session was possible
  std::string words;              ///< "92.4 %, 3 of 38 missed"
};

struct FiguresOfChild {
  std::string rate;    ///< "92.4 %"
  std::string missed;  ///< "22 of 290 missed", and how many of these wait to be accepted
  /// "95.1 %, 18 of 370 missed", and whether that was below the national figure; "–" where nothing
  /// is known.
  std::string last_year;
  std::vector<MonthOfChild> months;
  std::string course_words;  ///< "Attendance by month: September 97.5 %, October 91.0 %"
};

/// `national`: what the school compares itself with, where somebody typed it in.
[[nodiscard]] FiguresOfChild figures_of_child(
    const reports::ReportSource& source, const reg::PupilRecord& pupil, SchoolDay today,
    const std::optional<reports::NationalFigure>& national);

}  // namespace handbell::office
