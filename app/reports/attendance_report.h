// Attendance by child, class, year group, free group or school, over any dates.
//
// Sessions are pooled first and divided then (D33). Nursery children stand apart in every report:
// the figures of classes and school are Reception and Key Stage 1, as the DfE counts (D46). What
// goes out of the office, to the newsletter or the governors, is published(): a group of fewer
// than five children is named without its figures, no child is named, and Nursery is left out.
#pragma once

#include "app/register/school.h"
#include "app/reports/pupil_figures.h"

namespace handbell::reports {

enum class Grouping : std::uint8_t {
  pupil,
  class_name,
  year_group,
  free_group,  ///< the keys of "Groups": a child may be in several, and in none
  school,
};

/// The school's settings.
struct ReportSettings {
  int min_group = 5;             ///< children with a possible session (D33)
  bool include_nursery = false;  ///< D46
};

struct ReportLine {
  std::string name;              ///< "Zoya Khan", "Owls", "R", "pupil premium", the school's name
  std::optional<PupilId> pupil;  ///< by pupil alone
  int pupils = 0;                ///< those with a possible session
  AttendanceCount count;
  bool withheld = false;  ///< published without its figures: too few children
  friend bool operator==(const ReportLine&, const ReportLine&) = default;
};

/// Lines by name, year groups from Nursery up, children by surname. The total counts every child
/// once, whatever groups the lines are of.
struct ReportPart {
  std::vector<ReportLine> lines;
  ReportLine total;
  friend bool operator==(const ReportPart&, const ReportPart&) = default;
};

struct AttendanceReport {
  DateRange range;
  Grouping grouping = Grouping::school;
  ReportPart school;   ///< Reception and Key Stage 1
  ReportPart nursery;  ///< for the office alone
  int unplaced = 0;    ///< children with marks in the range who stand in no list of pupils
  friend bool operator==(const AttendanceReport&, const AttendanceReport&) = default;
};

/// Who was on roll on a day of the range or has a mark in it. Classes and year groups are those
/// that the children are in now.
[[nodiscard]] AttendanceReport attendance_report(const reg::School& school,
                                                 const PupilFigures& figures,
                                                 const DateRange& range, Grouping grouping,
                                                 const ReportSettings& settings = {});

/// What may leave the office.
[[nodiscard]] AttendanceReport published(AttendanceReport report,
                                         const ReportSettings& settings = {});

}  // namespace handbell::reports
