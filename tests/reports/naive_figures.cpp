#include "naive_figures.h"

#include <ostream>

namespace handbell::reports {

namespace {

const std::set<std::string>& attended_codes() {
  static const std::set<std::string> kCodes{"/", "\\", "L", "B", "K", "P", "V", "W", "J"};
  return kCodes;
}

const std::set<std::string>& authorised_codes() {
  static const std::set<std::string> kCodes{"C", "C1", "C2", "E", "I", "J1",
                                            "M", "R",  "S",  "T", "H", "F"};
  return kCodes;
}

const std::set<std::string>& unauthorised_codes() {
  static const std::set<std::string> kCodes{"G", "N", "O", "U"};
  return kCodes;
}

void count(NaiveFigures& figures, const reg::Standing& mark) {
  const std::string code(mark.code.text());
  const bool attended = attended_codes().contains(code);
  const bool authorised = authorised_codes().contains(code);
  const bool unauthorised = unauthorised_codes().contains(code);
  if (attended || authorised || unauthorised) ++figures.possible;
  if (attended) ++figures.attended;
  if (authorised) ++figures.authorised;
  if (unauthorised) ++figures.unauthorised;
  if (code == "L") ++figures.late_before_close;
  if (code == "U") ++figures.late_after_close;
  if (code == "L" || code == "U") figures.minutes_lost += mark.minutes_late.value_or(0);
}

}  // namespace

NaiveFigures naive_figures(const RandomRegister& rows, const std::set<PupilId>& of,
                           const DateRange& range) {
  auto counted = rows.marks;
  std::set<MarkedSession> pending;
  for (const Proposal& one : rows.pending) {
    const MarkedSession where{one.pupil, one.session};
    const auto stands = rows.marks.find(where);
    const std::string code =
        stands == rows.marks.end() ? "" : std::string(stands->second.code.text());
    if (!code.empty() && code != "N" && code != "O") continue;
    counted.insert_or_assign(where, one.standing);
    pending.insert(where);
  }
  NaiveFigures figures;
  for (const auto& [where, mark] : counted) {
    const SchoolDay day = where.second.day;
    if (!of.contains(where.first) || day < range.from() || day > range.to()) continue;
    count(figures, mark);
    if (pending.contains(where)) ++figures.pending;
  }
  return figures;
}

NaiveFigures plain(const AttendanceCount& count) {
  return {count.possible(),          count.attended(),
          count.authorised(),        count.unauthorised(),
          count.late_before_close(), count.late_after_close(),
          count.minutes_lost(),      count.pending()};
}

void showValue(const NaiveFigures& figures, std::ostream& out) {
  out << figures.attended << "+" << figures.authorised << "+" << figures.unauthorised << " of "
      << figures.possible << ", L " << figures.late_before_close << ", U "
      << figures.late_after_close << ", " << figures.minutes_lost << " min, " << figures.pending
      << " pending";
}

}  // namespace handbell::reports
