#include "app/reports/pupil_figures.h"

#include "app/base/check.h"

#include <algorithm>
#include <tuple>

namespace handbell::reports {

namespace {

auto place_of(const reg::YearLine& line) { return std::tuple(line.pupil(), line.school_year()); }

auto place_of(const Proposal& one) {
  return std::tuple(one.pupil, one.session, one.standing.code, one.standing.minutes_late);
}

bool same_session(const Proposal& a, const Proposal& b) {
  return a.pupil == b.pupil && a.session == b.session;
}

PupilId whose(const reg::YearLine& line) { return line.pupil(); }
PupilId whose(const Proposal& one) { return one.pupil; }

template <class Row>
void sort_by_place(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return place_of(a) < place_of(b); });
}

/// The rows of one pupil, of rows that are sorted by pupil.
template <class Row>
std::span<const Row> rows_of(const std::vector<Row>& rows, PupilId pupil) {
  const auto first = std::partition_point(rows.begin(), rows.end(),
                                          [&](const Row& row) { return whose(row) < pupil; });
  const auto last =
      std::partition_point(first, rows.end(), [&](const Row& row) { return whose(row) == pupil; });
  return {first, last};
}

}  // namespace

PupilFigures::PupilFigures(std::vector<reg::YearLine> lines, std::vector<Proposal> pending)
    : lines_(std::move(lines)), pending_(std::move(pending)) {
  sort_by_place(lines_);
  sort_by_place(pending_);
  const auto twice = std::adjacent_find(
      lines_.begin(), lines_.end(),
      [](const reg::YearLine& a, const reg::YearLine& b) { return place_of(a) == place_of(b); });
  check(twice == lines_.end());
  pending_.erase(std::unique(pending_.begin(), pending_.end(), same_session), pending_.end());
}

AttendanceCount PupilFigures::of(PupilId pupil, const DateRange& range) const {
  AttendanceCount count;
  for (const reg::YearLine& line : rows_of(lines_, pupil)) count += count_line(line, range);
  for (const Proposal& one : rows_of(pending_, pupil)) {
    if (!range.contains(one.session.day)) continue;
    count.add_pending(one.standing, standing_at(pupil, one.session));
  }
  return count;
}

std::optional<reg::Standing> PupilFigures::standing_at(PupilId pupil, SessionId session) const {
  for (const reg::YearLine& line : rows_of(lines_, pupil)) {
    if (const auto standing = line.at(session)) return standing;
  }
  return std::nullopt;
}

std::vector<PupilId> PupilFigures::pupils() const {
  std::vector<PupilId> all;
  for (const reg::YearLine& line : lines_) all.push_back(line.pupil());
  for (const Proposal& one : pending_) all.push_back(one.pupil);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace handbell::reports
