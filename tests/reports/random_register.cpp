#include "random_register.h"

#include <rapidcheck.h>

#include <algorithm>

namespace handbell::reports {

namespace {

constexpr int kDays = 4 * 365;

SchoolDay first_day() { return reg::first_day_of(2022); }

SessionId random_session() {
  // Few days of each year, so that ranges and proposals often meet a mark.
  const int year = *rc::gen::inRange(0, 4);
  const int day = *rc::gen::inRange(0, 12) * (*rc::gen::element(1, 30));
  return {first_day().plus(year * 365 + day), *rc::gen::element(Half::am, Half::pm)};
}

reg::Standing random_standing() {
  const auto any = *reg::Code::from_row(*rc::gen::inRange<std::uint8_t>(0, 38));
  const auto gives_way = reg::code_of(*rc::gen::element("N", "O"));
  reg::Standing standing{*rc::gen::inRange(0, 3) == 0 ? gives_way : any, std::nullopt};
  if (*rc::gen::arbitrary<bool>()) standing.minutes_late = *rc::gen::inRange(0, 1023);
  return standing;
}

reg::Standing random_proposal() {
  return {reg::code_of(*rc::gen::element("L", "U", "M")), *rc::gen::inRange(0, 300)};
}

}  // namespace

RandomRegister random_register() {
  RandomRegister rows;
  const int marks = *rc::gen::inRange(0, 60);
  for (int i = 0; i < marks; ++i) {
    const PupilId pupil(*rc::gen::inRange(1, kRandomPupils + 1));
    rows.marks.insert_or_assign({pupil, random_session()}, random_standing());
  }
  std::map<MarkedSession, reg::Standing> proposals;
  const int proposed = *rc::gen::inRange(0, 12);
  for (int i = 0; i < proposed; ++i) {
    const PupilId pupil(*rc::gen::inRange(1, kRandomPupils + 1));
    proposals.insert_or_assign({pupil, random_session()}, random_proposal());
  }
  for (const auto& [where, mark] : rows.marks) {
    if (*rc::gen::inRange(0, 3) == 0) proposals.insert_or_assign(where, random_proposal());
  }
  for (const auto& [where, what] : proposals) {
    rows.pending.push_back({where.first, where.second, what});
  }
  return rows;
}

DateRange random_range() {
  // Half of them end on days that often have marks.
  if (*rc::gen::arbitrary<bool>()) {
    const auto [from, to] = std::minmax({random_session().day, random_session().day});
    return *DateRange::from_days(from, to);
  }
  const SchoolDay from = first_day().plus(*rc::gen::inRange(-20, kDays));
  return *DateRange::from_days(from, from.plus(*rc::gen::inRange(0, kDays)));
}

std::vector<reg::YearLine> lines_of(
    const std::vector<std::pair<MarkedSession, reg::Standing>>& marks) {
  std::vector<reg::YearLine> lines;
  for (const auto& [where, what] : marks) {
    const PupilId pupil = where.first;
    const SessionId session = where.second;
    const int year = reg::school_year_of(session.day);
    auto line = std::find_if(lines.begin(), lines.end(), [&](const reg::YearLine& one) {
      return one.pupil() == pupil && one.school_year() == year;
    });
    if (line == lines.end()) line = lines.insert(lines.end(), reg::YearLine(pupil, year));
    line->set(session, what);
  }
  return lines;
}

PupilFigures figures_of(const RandomRegister& rows) {
  return {lines_of({rows.marks.begin(), rows.marks.end()}), rows.pending};
}

}  // namespace handbell::reports
