#include "app/register/release_check.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::reg {

namespace {

bool same_adult(const std::optional<NamePart>& a, const std::optional<NamePart>& b) {
  return a && b && folded(a->text()) == folded(b->text());
}

/// As an answer keeps it; nothing is added to a long one, so that cut ones are told apart by
/// length.
std::string kept(const std::string& warning) {
  std::string words;
  std::size_t points = 0;
  for (const char byte : warning) {
    const bool begins = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (begins && ++points > kLongestReason) break;
    words += byte;
  }
  return words;
}

/// Whether the grant's reason answers what stands now. A warning that was cut answers for nothing
/// but itself: its end may have changed.
bool holds_under(const ReleaseAnswer& grant, const std::string& warning) {
  return !grant.despite.empty() && grant.warning == warning &&
         code_points(warning) < kLongestReason;
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

bool somebody_listed(PupilId pupil, const CollectLists& lists) {
  return std::ranges::find(lists.contacts, pupil, &Contact::pupil) != lists.contacts.end() ||
         std::ranges::find(lists.today, pupil, &DayCollector::pupil) != lists.today.end();
}

std::set<PupilId> asked_for(const std::vector<Release>& releases) {
  std::set<PupilId> children;
  for (const auto& release : releases) {
    if (release.state < ReleaseState::refused) children.insert(release.asked.pupil);
  }
  return children;
}

std::optional<std::string> restriction_of(PupilId pupil, const CollectLists& lists,
                                          const std::optional<NamePart>& adult) {
  if (!somebody_listed(pupil, lists)) return std::nullopt;
  return collect_warning(lists.contacts, pupil, adult, lists.today);
}

const ReleaseAnswer* grant_of(const Release& release) {
  const auto grant = std::ranges::find_if(release.answers, [](const ReleaseGiven& given) {
    return given.what.step == ReleaseStep::granted;
  });
  return grant == release.answers.end() ? nullptr : &grant->what;
}

bool asks_reason_anew(const Release& release, const CollectLists& lists) {
  const auto* grant = grant_of(release);
  if (grant == nullptr) return false;
  const auto warning = collect_warning(lists.contacts, grant->pupil, grant->handed_to, lists.today);
  return warning && (!grant->handed_to || !holds_under(*grant, *warning));
}

ReleaseAnswer under_lists(const Release& release, ReleaseAnswer answer, const CollectLists& lists) {
  const std::string warning = warning_of(answer, lists).value_or("");
  answer.warning = kept(warning);
  const auto* grant = grant_of(release);
  const bool follows = grant != nullptr && answer.step == ReleaseStep::handed_over &&
                       same_adult(grant->handed_to, answer.handed_to);
  if (follows && answer.despite.empty() && holds_under(*grant, warning)) {
    answer.despite = grant->despite;
  }
  return answer;
}

std::set<PupilId> free_to_go(const std::vector<Contact>& contacts) {
  std::set<PupilId> free;
  for (const auto& contact : contacts) {
    if (contact.may_collect) free.insert(contact.pupil);
  }
  for (const auto& contact : contacts) {
    if (!contact.may_collect || !contact.court_order.empty()) free.erase(contact.pupil);
  }
  return free;
}

void add_collecting(DoorBook& book, const std::vector<Contact>& contacts) {
  const auto free = free_to_go(contacts);
  for (auto& pupil : book.pupils) {
    pupil.office_only = !free.contains(pupil.id) || pupil.see_office || pupil.never_show;
  }
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
