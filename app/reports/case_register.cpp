#include "app/reports/case_register.h"

#include <algorithm>
#include <array>

namespace handbell::reports {

namespace {

constexpr int kYearsOfACase = 6;
constexpr int kFirstYearOfACase = 1900;

bool may_be_proposed(const PupilYears& entries, SchoolDay day) {
  return std::ranges::any_of(std::array{Half::am, Half::pm}, [&](Half half) {
    const auto standing = entries.at({day, half});
    return !standing || standing->code.gives_way();
  });
}

/// Of this child, in the order of the days.
Result<std::vector<Proposal>> proposals_for(reg::Store& file, const reg::School& school,
                                            const reg::SchoolDays& days, const PupilYears& entries,
                                            SchoolDay from, SchoolDay to) {
  const auto standing_at = [&](PupilId pupil, SessionId session) {
    return pupil == entries.pupil() ? entries.at(session) : std::nullopt;
  };
  std::vector<Proposal> own;
  for (const SchoolDay day : days.days()) {
    if (day < from || to < day || !may_be_proposed(entries, day)) continue;
    const auto events = file.events(day);
    if (!events) return fail(events.error());
    for (const auto& proposal : proposals_of(day, *events, school, standing_at)) {
      if (proposal.pupil == entries.pupil()) own.push_back(proposal);
    }
  }
  return own;
}

}  // namespace

Result<CaseRegister> read_case_register(reg::Store& file, PupilId pupil, SchoolDay day) {
  const auto school = file.shared_school();
  if (!school) return fail(school.error());
  const int year = reg::school_year_of(day);
  const auto lines = file.years_of(pupil, std::max(year - kYearsOfACase, kFirstYearOfACase), year);
  if (!lines) return fail(lines.error());
  auto days = reg::SchoolDays::of((*school)->calendar);
  const PupilYears entries(pupil, *lines);
  const auto from = reg::first_day_of(std::max(year - 1, kFirstYearOfACase));
  const auto proposals = proposals_for(file, **school, days, entries, from, day);
  if (!proposals) return fail(proposals.error());
  return Result<CaseRegister>(tl::in_place,
                              CaseRegister{std::move(days), {pupil, *lines, *proposals}, entries});
}

}  // namespace handbell::reports
