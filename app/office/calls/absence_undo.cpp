// Taking back a reason that was entered in error.
#include "app/base/hex.h"
#include "app/office/calls/absence_entry.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr int kDaysSearched = 28;

bool typed_together(const reg::NoticeGiven& a, const reg::NoticeGiven& b) {
  return a.what.pupil == b.what.pupil && a.what.code == b.what.code && a.typed == b.typed &&
         a.what.by == b.what.by;
}

/// The mark before the one that was entered with the reason, or N where there was none.
Result<std::optional<reg::MarkDraft>> mark_before(const Visit& visit, store::Register& held,
                                                  const reg::NoticeGiven& given) {
  const auto history = held.history(given.what.pupil, given.what.session);
  if (!history) return fail(history.error());
  const bool ours = !history->empty() && history->back().at == given.typed &&
                    history->back().what.code == given.what.code &&
                    history->back().what.by == given.what.by;
  if (!ours) return std::nullopt;
  reg::MarkDraft draft = history->back().what;
  const auto before = std::ranges::find(*history, history->back().replaces, &reg::Mark::entry);
  draft.code = before == history->end() ? reg::code_of("N") : before->what.code;
  draft.reason = "undo: the reason was entered in error";
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  draft.by = reg::signature(visit.who.author, draft.code, **staff, visit.today);
  return draft;
}

Result<int> take_back_all(const Visit& visit, store::Register& held,
                          const std::vector<reg::NoticeGiven>& given) {
  const auto own = held.witness();
  if (!own) return fail(own.error());
  std::vector<reg::MarkDraft> drafts;
  for (const auto& notice : given) {
    const reg::TakenBack back{
        {to_hex(own->history), notice.entry}, visit.now, "entered in error", visit.who.author};
    const auto told = held.tell(back, visit.now);
    if (!told) return fail(told.error());
    const auto draft = mark_before(visit, held, notice);
    if (!draft) return fail(draft.error());
    if (*draft) drafts.push_back(**draft);
  }
  if (drafts.empty()) return 0;
  const auto entered = held.enter(drafts, visit.now);
  if (!entered) return fail(entered.error());
  return static_cast<int>(drafts.size());
}

}  // namespace

Result<CallOutcome> undo_absence(const Visit& visit, store::Register& held, const CallsRead& read) {
  const auto found = std::ranges::find_if(read.notices, [&](const reg::NoticeGiven& given) {
    return std::to_string(given.entry) == visit.typed("entry");
  });
  CallOutcome outcome;
  if (found == read.notices.end() || !sees_code(visit.who, found->what.code)) {
    outcome.errors.add("reasons", "That reason was taken back already.");
    return outcome;
  }
  std::vector<reg::NoticeGiven> all;
  for (int ahead = 0; ahead < kDaysSearched; ++ahead) {
    auto given = held.notices(visit.today.plus(ahead));
    if (!given) return fail(given.error());
    std::ranges::copy_if(reg::standing(std::move(*given)), std::back_inserter(all),
                         [&](const auto& each) { return typed_together(each, *found); });
  }
  const auto marks = take_back_all(visit, held, all);
  if (!marks) return fail(marks.error());
  outcome.done = fmt::format("Taken back for {}: {} {}.{}",
                             child_name(*read.school().pupil(found->what.pupil)), all.size(),
                             all.size() == 1 ? "session" : "sessions",
                             *marks > 0 ? " The mark before stands again." : "");
  return outcome;
}

}  // namespace handbell::office
