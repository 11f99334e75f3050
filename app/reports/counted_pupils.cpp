#include "app/reports/counted_pupils.h"

#include "app/register/year_line.h"
#include "app/reports/pupil_group.h"

#include <algorithm>
#include <map>

namespace handbell::reports {

namespace {

bool was_on_roll(const reg::PupilRecord& pupil, const DateRange& range) {
  return pupil.start <= range.to() && (!pupil.leaving || range.from() <= *pupil.leaving);
}

void add_member(GroupLine& line, std::size_t place, const AttendanceCount& count) {
  line.count += count;
  if (count.possible() > 0) line.members.push_back(place);
}

}  // namespace

reg::YearGroup group_then(const reg::PupilRecord& pupil, int school_year, SchoolDay today) {
  const SchoolDay last = pupil.leaving ? std::min(*pupil.leaving, today) : today;
  const int since = std::max(reg::school_year_of(last) - school_year, 0);
  return reg::YearGroup(std::max(static_cast<int>(pupil.group) - since, 0));
}

bool PupilFilter::takes(const CountedPupil& counted) const {
  if (reg::is_nursery(counted.group) != nursery) return false;
  if (!class_name.empty() && counted.pupil->class_name != class_name) return false;
  if (!year_group.empty() && reg::text_of(counted.group) != year_group) return false;
  return group.empty() || is_in_group(*counted.pupil, group);
}

std::vector<CountedPupil> counted_pupils(const reg::School& school, const PupilFigures& figures,
                                         const CountQuestion& question) {
  std::vector<CountedPupil> all;
  const int year = reg::school_year_of(question.days.to());
  for (const auto& pupil : school.pupils) {
    CountedPupil counted{&pupil, {}, group_then(pupil, year, question.today)};
    if (!question.of.takes(counted)) continue;
    counted.count = figures.of(pupil.id, question.days);
    if (!was_on_roll(pupil, question.days) && counted.count.marks() == 0) continue;
    all.push_back(counted);
  }
  return all;
}

std::vector<std::string> class_of(const CountedPupil& counted) {
  return {counted.pupil->class_name};
}

std::vector<std::string> year_group_of(const CountedPupil& counted) {
  if (counted.group == reg::YearGroup::reception) return {"Reception"};
  if (reg::is_nursery(counted.group)) return {"Nursery"};
  return {"Year " + std::string(reg::text_of(counted.group))};
}

std::vector<GroupLine> lines_by(const std::vector<CountedPupil>& pupils, const GroupsOf& groups) {
  std::map<std::string, GroupLine> lines;  // "Reception" comes before "Year 1" by itself
  for (std::size_t i = 0; i < pupils.size(); ++i) {
    for (const auto& name : groups(pupils[i])) {
      GroupLine& line = lines[name];
      line.name = name;
      add_member(line, i, pupils[i].count);
    }
  }
  std::vector<GroupLine> all;
  all.reserve(lines.size());
  for (auto& [name, line] : lines) all.push_back(std::move(line));
  return all;
}

GroupLine line_of_all(const std::vector<CountedPupil>& pupils, const std::string& name) {
  GroupLine line;
  line.name = name;
  for (std::size_t i = 0; i < pupils.size(); ++i) add_member(line, i, pupils[i].count);
  return line;
}

}  // namespace handbell::reports
