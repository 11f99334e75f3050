#include "app/exchange/crosscheck_export.h"

#include "app/exchange/csv.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace handbell::exchange {

namespace {

/// The marks of one pupil in one span, by code.
using Counts = std::map<reg::Code, int>;
using Pupil = const reg::PupilRecord*;
using LinesOf = std::vector<std::pair<Pupil, std::vector<const reg::YearLine*>>>;

Result<LinesOf> by_pupil(const std::vector<reg::YearLine>& lines, const reg::School& school) {
  std::map<PupilId, std::vector<const reg::YearLine*>> grouped;
  for (const auto& line : lines) grouped[line.pupil()].push_back(&line);
  LinesOf pupils;
  for (auto& [id, own] : grouped) {
    const auto* pupil = school.pupil(id);
    if (pupil == nullptr) return fail(FaultCode::pupil_unknown, std::to_string(id.number()));
    pupils.emplace_back(pupil, std::move(own));
  }
  std::sort(pupils.begin(), pupils.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first->surname, a.first->forename, a.first->id) <
           std::tie(b.first->surname, b.first->forename, b.first->id);
  });
  return pupils;
}

Counts count(const std::vector<const reg::YearLine*>& lines, const reg::CensusPeriod& period) {
  Counts counts;
  for (const auto* line : lines) {
    line->each(period.from, period.to,
               [&](SessionId, const reg::Standing& standing) { ++counts[standing.code]; });
  }
  return counts;
}

template <class Counted>
int sum(const Counts& counts, const Counted& counted) {
  int total = 0;
  for (const auto& [code, sessions] : counts) total += counted(code) ? sessions : 0;
  return total;
}

bool is_authorised(reg::Code code) {
  return code.code_class() == reg::CodeClass::authorised_absence;
}
bool is_unauthorised(reg::Code code) {
  return code.code_class() == reg::CodeClass::unauthorised_absence;
}

using Sees = std::function<bool(reg::Code)>;

constexpr std::string_view kHidden = "•";

void write_pupil(CsvWriter& writer, const reg::PupilRecord& pupil, const Counts& counts,
                 const std::string& term, const Sees& sees) {
  const std::vector<std::string> front{
      pupil.upn_written,
      pupil.surname.text(),
      pupil.forename.text(),
      term,
      std::to_string(sum(counts, [](reg::Code code) { return code.is_possible(); })),
      std::to_string(sum(counts, is_authorised)),
      std::to_string(sum(counts, is_unauthorised))};
  const auto row = [&](std::string_view reason, int sessions) {
    auto cells = front;
    cells.emplace_back(reason);
    cells.push_back(std::to_string(sessions));
    writer.row(cells);
  };
  bool absent = false;
  int hidden = 0;
  for (const auto& [code, sessions] : counts) {
    if (!is_authorised(code) && !is_unauthorised(code)) continue;
    absent = true;
    if (sees && !sees(code)) {
      hidden += sessions;
    } else {
      row(code.text(), sessions);
    }
  }
  if (hidden > 0) row(kHidden, hidden);
  if (!absent) row("", 0);
}

}  // namespace

Result<std::string> write_crosscheck(const std::vector<reg::YearLine>& lines,
                                     const std::vector<reg::CensusPeriod>& periods,
                                     const reg::School& school, const Sees& sees) {
  const auto pupils = by_pupil(lines, school);
  if (!pupils) return fail(pupils.error());
  CsvWriter writer({"UPN", "Surname", "Forename", "Term", "SessionsPossible", "SessionsAuthorised",
                    "SessionsUnauthorised", "Reason", "Sessions"});
  for (const auto& period : periods) {
    for (const auto& [pupil, own] : *pupils) {
      const Counts counts = count(own, period);
      if (!counts.empty()) write_pupil(writer, *pupil, counts, period.name, sees);
    }
  }
  return writer.text();
}

}  // namespace handbell::exchange
