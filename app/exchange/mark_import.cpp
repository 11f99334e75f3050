#include "app/exchange/mark_import.h"

#include <algorithm>

namespace handbell::exchange {

namespace {

reg::OtherMark other_mark(const OutsideMark& row, const std::string& file, const reg::Author& by,
                          Instant now) {
  return {row.pupil, row.session, row.code, row.minutes_late, file, now, by};
}

bool says_the_same(const reg::OtherMark& before, const OutsideMark& now) {
  return before.code == now.code && before.minutes_late == now.minutes_late;
}

}  // namespace

Result<MarkImport> plan_marks(reg::Store& held, const Parsed<OutsideMark>& parsed,
                              const std::string& file, const reg::Author& by, Instant now) {
  MarkImport plan{file, by, {}, {}};
  if (parsed.rows.empty()) return plan;
  const auto [first, last] =
      std::ranges::minmax(parsed.rows, {}, [](const OutsideMark& row) { return row.session.day; });
  const auto ours = reg::StandingMarks::read(held, first.session.day, last.session.day);
  if (!ours) return fail(ours.error());
  const auto notes = held.day_notes(first.session.day, last.session.day);
  if (!notes) return fail(notes.error());
  plan.found = compare_marks(
      parsed, [&](PupilId pupil, SessionId session) { return ours->at(pupil, session); });
  const auto before = reg::newest_elsewhere(*notes);
  for (const auto& row : parsed.rows) {
    const auto earlier = before.find({row.pupil, row.session});
    if (earlier != before.end() && says_the_same(earlier->second.what, row)) continue;
    const auto stands = ours->at(row.pupil, row.session);
    const bool differs = stands && !reg::agree(row.code, row.minutes_late, *stands);
    const bool changed = earlier != before.end();
    if (differs || changed) plan.elsewhere.emplace_back(other_mark(row, file, by, now));
  }
  return plan;
}

Status take(reg::Store& held, const MarkImport& plan, Instant now) {
  if (!plan.elsewhere.empty()) {
    const auto written = held.write(plan.elsewhere, now);
    if (!written) return fail(written.error());
  }
  std::vector<reg::MarkDraft> drafts;
  for (const auto& row : plan.found.fresh) drafts.push_back(draft_of(row, plan.file, plan.by));
  if (drafts.empty()) return {};
  const auto entered = held.enter(drafts, now);
  return entered ? Status{} : fail(entered.error());
}

}  // namespace handbell::exchange
