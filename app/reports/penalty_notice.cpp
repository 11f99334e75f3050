#include "app/reports/penalty_notice.h"

#include "app/base/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::reports {

namespace {

constexpr Amount kEarly{80, 21};
constexpr Amount kLate{160, 28};
constexpr int kLastYear = 2199;
constexpr std::array<std::string_view, 3> kSteps{"first_notice", "second_notice",
                                                 "alternative_action"};

bool counts(const PenaltyNotice& notice, SchoolDay day, int years) {
  return !notice.withdrawn && notice.issued <= day && day < anniversary(notice.issued, years);
}

std::string words_of(const std::vector<SchoolDay>& days) {
  std::string text;
  for (const SchoolDay& day : days) text += (text.empty() ? "" : " and ") + day.words();
  return text;
}

}  // namespace

std::vector<PenaltyNotice> notices_told(const std::vector<reg::CaseNoteGiven>& notes) {
  std::vector<PenaltyNotice> notices;
  for (const auto& [entry, typed, what] : reg::newest_steps<reg::NoticeTold>(notes)) {
    notices.push_back(
        {what.pupil, what.parent_key, what.issued, what.state == reg::NoticeState::withdrawn});
  }
  return notices;
}

std::string_view text_of(NextStep step) { return kSteps.at(static_cast<std::size_t>(step)); }

SchoolDay anniversary(SchoolDay issued, int years) {
  const int year = std::min(issued.year() + years, kLastYear);
  const auto same = SchoolDay::from_parts(year, issued.month(), issued.day());
  if (same) return *same;
  const auto leap = SchoolDay::from_parts(year, issued.month(), issued.day() - 1);
  check(leap.has_value());
  return *leap;
}

Escalation next_step(const std::vector<PenaltyNotice>& notices, std::string_view parent,
                     PupilId pupil, SchoolDay day, const Thresholds& thresholds) {
  Escalation next;
  for (const PenaltyNotice& notice : notices) {
    const bool theirs = notice.parent == parent && notice.pupil == pupil;
    if (theirs && counts(notice, day, thresholds.penalty_years)) {
      next.counted.push_back(notice.issued);
    }
  }
  std::sort(next.counted.begin(), next.counted.end());
  next.step = static_cast<NextStep>(std::min<std::size_t>(next.counted.size(), 2));
  if (next.step == NextStep::first_notice) next.early = kEarly;
  if (next.step != NextStep::alternative_action) next.late = kLate;
  return next;
}

std::string sentence(const Escalation& escalation) {
  switch (escalation.step) {
    case NextStep::first_notice:
      return fmt::format(
          "No notice counts for this parent and child: a first would be {} pounds within {} days, "
          "else {} within {}.",
          kEarly.pounds, kEarly.within_days, kLate.pounds, kLate.within_days);
    case NextStep::second_notice:
      return fmt::format("The notice of {} counts: a second would be {} pounds within {} days.",
                         words_of(escalation.counted), kLate.pounds, kLate.within_days);
    case NextStep::alternative_action:
      return fmt::format(
          "The notices of {} count: no further notice, the authority considers another step.",
          words_of(escalation.counted));
  }
  return {};
}

}  // namespace handbell::reports
