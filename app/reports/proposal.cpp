#include "app/reports/proposal.h"

#include <algorithm>
#include <array>

namespace handbell::reports {

namespace {

reg::FactsOf facts_with(const reg::School& school, const StandingAt& standing_at) {
  return [&](PupilId id, SessionId session) -> std::optional<reg::PupilFacts> {
    const reg::PupilRecord* pupil = school.pupil(id);
    if (pupil == nullptr) return std::nullopt;
    const auto standing = standing_at(id, session);
    return reg::facts_of(school, *pupil, session,
                         standing ? std::optional(standing->code) : std::nullopt);
  };
}

bool waits(const reg::Judgement& judgement) {
  return judgement.proposal && judgement.outcome != reg::Outcome::conflict_present_mark;
}

}  // namespace

bool may_count(PupilId pupil, SchoolDay day, const StandingAt& standing_at) {
  return std::ranges::any_of(std::array{Half::am, Half::pm}, [&](Half half) {
    const auto standing = standing_at(pupil, {day, half});
    return !standing || standing->code.gives_way();
  });
}

std::vector<Proposal> proposals_of(SchoolDay day, const std::vector<reg::SeenEvent>& events,
                                   const reg::School& school, const StandingAt& standing_at) {
  std::vector<Proposal> proposals;
  for (const auto& arrival : reg::judge_events(events, facts_with(school, standing_at))) {
    const reg::Judgement& judgement = arrival.judgement;
    if (arrival.session.day != day || !waits(judgement)) continue;
    proposals.push_back(
        {arrival.pupil, arrival.session, {*judgement.proposal, judgement.minutes_late}});
  }
  return proposals;
}

}  // namespace handbell::reports
