#include "app/reports/absence_list.h"

#include <algorithm>

namespace handbell::reports {

namespace {

Fraction share(const std::vector<AbsenceLine>& lines, int pupils) {
  return Fraction::of(static_cast<std::int64_t>(lines.size()), pupils);
}

void add(AbsenceList& list, const AbsenceLine& line) {
  if (line.count.possible() > 0) ++list.pupils;
  if (line.flags.at_risk) list.at_risk.push_back(line);
  if (line.flags.persistent) list.persistent.push_back(line);
  if (line.flags.severe) list.severe.push_back(line);
}

void sort_most_missed_first(std::vector<AbsenceLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(), [](const AbsenceLine& a, const AbsenceLine& b) {
    return a.count.absent() > b.count.absent();
  });
}

void sort(AbsenceList& list) {
  sort_most_missed_first(list.at_risk);
  sort_most_missed_first(list.persistent);
  sort_most_missed_first(list.severe);
}

}  // namespace

Fraction AbsenceList::share_persistent() const { return share(persistent, pupils); }
Fraction AbsenceList::share_severe() const { return share(severe, pupils); }

AbsenceLists absence_lists(const reg::School& school, const PupilFigures& figures, SchoolDay today,
                           const Thresholds& thresholds) {
  AbsenceLists lists;
  for (const reg::PupilRecord& pupil : school.pupils) {
    const auto here = DateRange::year_to_date(today).not_before(pupil.start);
    if (!here || !pupil.on_roll(today)) continue;
    const AttendanceCount count = figures.of(pupil.id, *here);
    add(reg::is_nursery(pupil.group) ? lists.nursery : lists.school,
        {pupil.id, count, absence_flags(count, thresholds)});
  }
  sort(lists.school);
  sort(lists.nursery);
  return lists;
}

}  // namespace handbell::reports
