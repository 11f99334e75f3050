#include "app/reports/attendance_report.h"

#include "app/base/text.h"
#include "app/reports/pupil_group.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::reports {

namespace {

/// Where a child's sessions are counted: the line's name, and what sorts it.
struct Heading {
  std::string sorted_by;
  std::string name;
};

Heading by_name(const reg::PupilRecord& pupil) {
  const std::string order = folded(pupil.surname.text()) + '\n' + folded(pupil.called().text());
  return {fmt::format("{}\n{:020}", order, pupil.id.number()), pupil.full_name()};
}

std::vector<Heading> headings_of(const reg::PupilRecord& pupil, Grouping grouping,
                                 const std::string& school_name) {
  switch (grouping) {
    case Grouping::pupil:
      return {by_name(pupil)};
    case Grouping::class_name:
      return {{pupil.class_name, pupil.class_name}};
    case Grouping::year_group:
      return {
          {std::to_string(static_cast<int>(pupil.group)), std::string(reg::text_of(pupil.group))}};
    case Grouping::school:
      return {{"", school_name}};
    case Grouping::free_group:
      break;
  }
  std::vector<Heading> headings;
  for (const std::string& key : free_groups(pupil.groups)) headings.push_back({key, key});
  return headings;
}

bool on_roll_within(const reg::PupilRecord& pupil, const DateRange& range) {
  return pupil.start <= range.to() && (!pupil.leaving || range.from() <= *pupil.leaving);
}

void add_child(ReportLine& line, const AttendanceCount& count) {
  line.count += count;
  if (count.possible() > 0) ++line.pupils;
}

/// One part of the report while it is counted.
class Part {
 public:
  Part(Grouping grouping, const std::string& school_name)
      : grouping_(grouping), school_name_(school_name) {
    total_.name = school_name;
  }

  void add(const reg::PupilRecord& pupil, const AttendanceCount& count) {
    add_child(total_, count);
    for (const Heading& heading : headings_of(pupil, grouping_, school_name_)) {
      ReportLine& line = lines_[heading.sorted_by];
      line.name = heading.name;
      if (grouping_ == Grouping::pupil) line.pupil = pupil.id;
      add_child(line, count);
    }
  }

  [[nodiscard]] ReportPart finished() && {
    ReportPart part;
    for (auto& entry : lines_) part.lines.push_back(std::move(entry.second));
    part.total = std::move(total_);
    return part;
  }

 private:
  Grouping grouping_;
  const std::string& school_name_;
  std::map<std::string, ReportLine> lines_;
  ReportLine total_;
};

int count_unplaced(const reg::School& school, const PupilFigures& figures, const DateRange& range) {
  int unplaced = 0;
  for (const PupilId pupil : figures.pupils()) {
    if (school.pupil(pupil) == nullptr && figures.of(pupil, range).marks() > 0) ++unplaced;
  }
  return unplaced;
}

void withhold_small(ReportLine& line, const ReportSettings& settings) {
  if (line.pupils >= settings.min_group) return;
  line.count = {};
  line.pupils = 0;
  line.withheld = true;
}

}  // namespace

AttendanceReport attendance_report(const reg::School& school, const PupilFigures& figures,
                                   const DateRange& range, Grouping grouping,
                                   const ReportSettings& settings) {
  Part main(grouping, school.name);
  Part nursery(grouping, school.name);
  for (const reg::PupilRecord& pupil : school.pupils) {
    const AttendanceCount count = figures.of(pupil.id, range);
    if (!on_roll_within(pupil, range) && count.marks() == 0) continue;
    const bool apart = reg::is_nursery(pupil.group) && !settings.include_nursery;
    (apart ? nursery : main).add(pupil, count);
  }
  return {range, grouping, std::move(main).finished(), std::move(nursery).finished(),
          count_unplaced(school, figures, range)};
}

AttendanceReport published(AttendanceReport report, const ReportSettings& settings) {
  if (report.grouping == Grouping::pupil) report.school.lines.clear();
  for (ReportLine& line : report.school.lines) withhold_small(line, settings);
  withhold_small(report.school.total, settings);
  report.nursery = {};
  return report;
}

}  // namespace handbell::reports
