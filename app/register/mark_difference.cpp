#include "app/register/mark_difference.h"

#include <algorithm>

namespace handbell::reg {

std::map<PupilSession, Noted<OtherMark>> newest_elsewhere(const std::vector<DayNoteGiven>& notes) {
  std::map<PupilSession, Noted<OtherMark>> newest;
  for (auto& noted : standing<OtherMark>(notes)) {
    newest.insert_or_assign({noted.what.pupil, noted.what.session}, noted);
  }
  return newest;
}

Result<StandingMarks> StandingMarks::read(Store& held, SchoolDay first, SchoolDay last) {
  auto lines = held.years(school_year_of(first), school_year_of(last));
  if (!lines) return fail(lines.error());
  StandingMarks marks;
  for (auto& line : *lines) {
    const std::pair key{line.school_year(), line.pupil()};
    marks.lines_.emplace(key, std::move(line));
  }
  return marks;
}

std::optional<Standing> StandingMarks::at(PupilId pupil, SessionId session) const {
  const auto line = lines_.find({school_year_of(session.day), pupil});
  return line == lines_.end() ? std::nullopt : line->second.at(session);
}

Result<std::vector<MarkDifference>> mark_differences(Store& held, SchoolDay first, SchoolDay last) {
  const auto notes = held.day_notes(first, last);
  if (!notes) return fail(notes.error());
  const auto elsewhere = newest_elsewhere(*notes);
  std::vector<MarkDifference> found;
  if (elsewhere.empty()) return found;
  const auto ours = StandingMarks::read(held, first, last);
  if (!ours) return fail(ours.error());
  for (const auto& [about, theirs] : elsewhere) {
    const auto stands = ours->at(about.first, about.second);
    if (!stands || agree(theirs.what.code, theirs.what.minutes_late, *stands)) continue;
    found.push_back({theirs, *stands});
  }
  std::ranges::stable_sort(found, std::greater{},
                           [](const auto& each) { return each.theirs.what.session; });
  return found;
}

}  // namespace handbell::reg
