#include "app/register/release_check.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::reg {

namespace {

bool same_adult(const std::optional<NamePart>& a, const std::optional<NamePart>& b) {
  return a && b && folded(a->text()) == folded(b->text());
}

}  // namespace

std::vector<DayCollector> collectors_of(const std::vector<DayNoteGiven>& notes) {
  std::vector<DayCollector> found;
  for (auto& noted : standing<DayCollector>(notes)) found.push_back(std::move(noted.what));
  return found;
}

std::optional<std::string> warning_of(const ReleaseAnswer& answer, const CollectLists& lists) {
  const bool goes = answer.step == ReleaseStep::granted || answer.step == ReleaseStep::handed_over;
  if (!goes) return std::nullopt;
  return collect_warning(lists.contacts, answer.pupil, answer.handed_to, lists.today);
}

const ReleaseAnswer* grant_of(const Release& release) {
  const auto grant = std::ranges::find_if(release.answers, [](const ReleaseGiven& given) {
    return given.what.step == ReleaseStep::granted;
  });
  return grant == release.answers.end() ? nullptr : &grant->what;
}

ReleaseAnswer with_reason_of_grant(const Release& release, ReleaseAnswer answer) {
  const auto* grant = grant_of(release);
  const bool follows = grant != nullptr && answer.step == ReleaseStep::handed_over &&
                       same_adult(grant->handed_to, answer.handed_to);
  if (follows && answer.despite.empty()) answer.despite = grant->despite;
  return answer;
}

Status may_give(const Release& release, const ReleaseAnswer& answer, const CollectLists& lists) {
  if (Status may = may_answer(release, answer.step); !may) return may;
  if (Status whole = complete(answer); !whole) return whole;
  const auto* grant = grant_of(release);
  const bool checked = answer.step != ReleaseStep::handed_over || grant == nullptr ||
                       !grant->handed_to || same_adult(grant->handed_to, answer.handed_to);
  if (!checked) return fail(FaultCode::release_other_adult, grant->handed_to->text());
  const auto warning = warning_of(answer, lists);
  if (!warning || !answer.despite.empty()) return {};
  return fail(FaultCode::release_restricted, *warning);
}

}  // namespace handbell::reg
