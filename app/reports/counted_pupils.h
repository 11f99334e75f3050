// The children of a report with what was counted of each, and the lines that they make: classes,
// years, groups.
//
// Whoever may see children sees every line. Whoever sees no names sees none of which the figures,
// taken from each other in whatever way, would tell of fewer than five children: the smallest lines
// that would lead there are left out (policy 8.1; D33).
#pragma once

#include "app/register/school.h"
#include "app/reports/pupil_figures.h"

#include <functional>
#include <string>
#include <vector>

namespace handbell::reports {

struct CountedPupil {
  const reg::PupilRecord* pupil = nullptr;
  AttendanceCount count;
  reg::YearGroup group{};  ///< in which the child was in those days
};

/// The record says in which year group a child is: in earlier school years it was one lower each.
/// Of whoever has left it is that of the last day.
[[nodiscard]] reg::YearGroup group_then(const reg::PupilRecord& pupil, int school_year,
                                        SchoolDay today);

/// Of which children a report is; whatever is empty: of all.
struct PupilFilter {
  std::string class_name{};
  std::string year_group{};  ///< "R"
  std::string group{};
  bool nursery = false;  ///< those of the Nursery, and nobody else (D46)
  [[nodiscard]] bool takes(const CountedPupil& counted) const;
};

/// When, and whom.
struct CountQuestion {
  DateRange days;
  SchoolDay today;
  PupilFilter of{};
};

/// Who was on roll on a day of these or has a mark in them. They live as long as the school.
[[nodiscard]] std::vector<CountedPupil> counted_pupils(const reg::School& school,
                                                       const PupilFigures& figures,
                                                       const CountQuestion& question);

struct GroupLine {
  std::string name;
  std::vector<std::size_t> members;  ///< of the counted, those with a possible session
  AttendanceCount count;
  bool withheld = false;     ///< none of its figures may be shown
  bool hides_rest = false;   ///< present and absent
  bool hides_split = false;  ///< authorised and unauthorised
  bool hides_late = false;
  [[nodiscard]] int pupils() const { return static_cast<int>(members.size()); }
};

/// The groups of a child; none: it is in no line.
using GroupsOf = std::function<std::vector<std::string>(const CountedPupil&)>;
[[nodiscard]] std::vector<std::string> class_of(const CountedPupil& counted);  ///< as it is now
[[nodiscard]] std::vector<std::string> year_group_of(const CountedPupil& counted);  ///< "Year 1"

/// By name, years from Reception up.
[[nodiscard]] std::vector<GroupLine> lines_by(const std::vector<CountedPupil>& pupils,
                                              const GroupsOf& groups);
/// Everybody.
[[nodiscard]] GroupLine line_of_all(const std::vector<CountedPupil>& pupils,
                                    const std::string& name);

}  // namespace handbell::reports
