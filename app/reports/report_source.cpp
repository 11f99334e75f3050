#include "app/reports/report_source.h"

#include "app/base/text.h"

#include <algorithm>
#include <tuple>

namespace handbell::reports {

namespace {

constexpr int kYearsKept = 6;
constexpr int kFirstYearKept = 1900;

SchoolDay years_before(SchoolDay day, int years) {
  return reg::first_day_of(std::max(reg::school_year_of(day) - years, kFirstYearKept));
}

auto place_of(const reg::PupilRecord& pupil) {
  return std::tuple(pupil.class_name, folded(pupil.surname.text()), folded(pupil.called().text()),
                    pupil.id);
}

}  // namespace

Result<ReportSource> ReportSource::read(reg::Store& file, const DateRange& marks,
                                        const DateRange& proposals) {
  auto school = file.shared_school();
  if (!school) return fail(school.error());
  ReportSource source(std::move(*school));
  auto lines = file.years(reg::school_year_of(marks.from()), reg::school_year_of(marks.to()));
  if (!lines) return fail(lines.error());
  source.keep(std::move(*lines));
  if (Status read = source.read_proposals(file, proposals); !read) return fail(read.error());
  return source;
}

ReportSource ReportSource::of(std::shared_ptr<const reg::School> school,
                              std::vector<reg::YearLine> lines) {
  ReportSource source(std::move(school));
  source.keep(std::move(lines));
  return source;
}

void ReportSource::keep(std::vector<reg::YearLine> lines) {
  for (auto& line : lines) lines_[line.pupil()].push_back(std::move(line));
}

Result<ReportSource> ReportSource::read_until(reg::Store& file, SchoolDay marks_to,
                                              SchoolDay proposals_to) {
  const auto marks = DateRange::from_days(years_before(marks_to, kYearsKept), marks_to);
  const auto proposals = DateRange::from_days(years_before(marks_to, 1), proposals_to);
  if (!marks) return fail(marks.error());
  if (!proposals) return fail(proposals.error());
  return read(file, *marks, *proposals);
}

Result<ReportSource> ReportSource::read_back(reg::Store& file, SchoolDay day) {
  return read_until(file, day, day);
}

Result<ReportSource> ReportSource::read_before(reg::Store& file, SchoolDay day) {
  return read_until(file, day, day.plus(-1));
}

Result<ReportSource> ReportSource::read_back_of(reg::Store& file, PupilId pupil, SchoolDay day) {
  auto school = file.shared_school();
  if (!school) return fail(school.error());
  const auto proposals = DateRange::from_days(years_before(day, 1), day);
  if (!proposals) return fail(proposals.error());
  ReportSource source(std::move(*school));
  auto lines = file.years_of(pupil, reg::school_year_of(years_before(day, kYearsKept)),
                             reg::school_year_of(day));
  if (!lines) return fail(lines.error());
  source.keep(std::move(*lines));
  if (Status read = source.read_proposals_of(file, pupil, *proposals); !read) {
    return fail(read.error());
  }
  return source;
}

Status ReportSource::read_proposals(reg::Store& file, const DateRange& range) {
  const auto seen = file.events_between(range.from(), range.to());
  if (!seen) return fail(seen.error());
  const auto standing = [this](PupilId of, SessionId session) { return standing_at(of, session); };
  for (const auto& [day, events] : *seen) {
    const bool one_may = std::ranges::any_of(events, [&, on = day](const auto& each) {
      const auto* arrived = std::get_if<reg::Arrived>(&each.event);
      return arrived != nullptr && may_count(arrived->pupil, on, standing);
    });
    if (one_may && days_.meets(day)) keep_proposals(day, events, {});
  }
  return {};
}

Status ReportSource::read_proposals_of(reg::Store& file, PupilId pupil, const DateRange& range) {
  const auto* record = school_->pupil(pupil);
  if (record == nullptr) return {};
  const auto standing = [this](PupilId of, SessionId session) { return standing_at(of, session); };
  for (const SchoolDay day : days_.days()) {
    if (!range.contains(day) || !record->on_roll(day)) continue;
    if (!may_count(pupil, day, standing)) continue;
    const auto events = file.events(day);
    if (!events) return fail(events.error());
    keep_proposals(day, *events, pupil);
  }
  return {};
}

/// `only`: those of this pupil alone.
void ReportSource::keep_proposals(SchoolDay day, const std::vector<reg::SeenEvent>& events,
                                  std::optional<PupilId> only) {
  const auto standing = [this](PupilId of, SessionId session) { return standing_at(of, session); };
  for (const auto& proposal : reports::proposals_of(day, events, *school_, standing)) {
    if (!only || proposal.pupil == *only) proposals_[proposal.pupil].push_back(proposal);
  }
}

std::optional<reg::Standing> ReportSource::standing_at(PupilId pupil, SessionId session) const {
  const auto lines = lines_.find(pupil);
  if (lines == lines_.end()) return std::nullopt;
  for (const auto& line : lines->second) {
    if (const auto standing = line.at(session)) return standing;
  }
  return std::nullopt;
}

std::vector<reg::YearLine> ReportSource::lines_of(PupilId pupil) const {
  const auto lines = lines_.find(pupil);
  return lines == lines_.end() ? std::vector<reg::YearLine>() : lines->second;
}

std::vector<Proposal> ReportSource::proposals_of(PupilId pupil) const {
  const auto found = proposals_.find(pupil);
  return found == proposals_.end() ? std::vector<Proposal>() : found->second;
}

PupilFigures ReportSource::figures() const {
  std::vector<reg::YearLine> lines;
  for (const auto& [pupil, own] : lines_) lines.insert(lines.end(), own.begin(), own.end());
  std::vector<Proposal> proposals;
  for (const auto& [pupil, own] : proposals_) {
    proposals.insert(proposals.end(), own.begin(), own.end());
  }
  return {std::move(lines), std::move(proposals)};
}

PupilYears ReportSource::years_of(PupilId pupil) const {
  return {pupil, lines_of(pupil), proposals_of(pupil)};
}

PupilYears ReportSource::entries_of(PupilId pupil) const { return {pupil, lines_of(pupil)}; }

std::optional<reg::Code> ReportSource::proposed(PupilId pupil, SessionId session) const {
  for (const auto& proposal : proposals_of(pupil)) {
    if (proposal.session == session) return proposal.standing.code;
  }
  return std::nullopt;
}

std::vector<const reg::PupilRecord*> pupils_by_class(const reg::School& school) {
  // Each name is folded once: a name is compared some ten times.
  using Place = decltype(place_of(school.pupils.front()));
  std::vector<std::pair<Place, const reg::PupilRecord*>> places;
  places.reserve(school.pupils.size());
  for (const auto& pupil : school.pupils) places.emplace_back(place_of(pupil), &pupil);
  std::ranges::sort(places);
  std::vector<const reg::PupilRecord*> pupils;
  pupils.reserve(places.size());
  for (const auto& place : places) pupils.push_back(place.second);
  return pupils;
}

}  // namespace handbell::reports
