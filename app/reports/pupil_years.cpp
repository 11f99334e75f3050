#include "app/reports/pupil_years.h"

#include "app/base/check.h"

#include <algorithm>

namespace handbell::reports {

namespace {

bool is_before(const reg::YearLine& line, int school_year) {
  return line.school_year() < school_year;
}

}  // namespace

PupilYears::PupilYears(PupilId pupil, std::vector<reg::YearLine> lines,
                       const std::vector<Proposal>& pending)
    : pupil_(pupil), lines_(std::move(lines)) {
  std::sort(lines_.begin(), lines_.end(),
            [](const auto& a, const auto& b) { return a.school_year() < b.school_year(); });
  const auto same_year = [](const auto& a, const auto& b) {
    return a.school_year() == b.school_year();
  };
  check(std::adjacent_find(lines_.begin(), lines_.end(), same_year) == lines_.end());
  for (const reg::YearLine& line : lines_) check(line.pupil() == pupil);
  for (const Proposal& proposal : pending) {
    check(proposal.pupil == pupil);
    const auto standing = at(proposal.session);
    if (standing && !standing->code.gives_way()) continue;
    line_of(reg::school_year_of(proposal.session.day)).set(proposal.session, proposal.standing);
    pending_.insert(proposal.session);
  }
}

std::optional<reg::Standing> PupilYears::at(SessionId session) const {
  const int year = reg::school_year_of(session.day);
  const auto line = std::lower_bound(lines_.begin(), lines_.end(), year, is_before);
  return line == lines_.end() ? std::nullopt : line->at(session);
}

reg::YearLine& PupilYears::line_of(int school_year) {
  const auto line = std::lower_bound(lines_.begin(), lines_.end(), school_year, is_before);
  if (line != lines_.end() && line->school_year() == school_year) return *line;
  return *lines_.insert(line, reg::YearLine(pupil_, school_year));
}

}  // namespace handbell::reports
