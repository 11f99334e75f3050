#include "app/office/out/desk_form.h"

#include "app/office/out/answer_form.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/web/collecting.h"

#include <algorithm>

namespace handbell::office {
namespace {

/// Nobody lets a child go twice.
void expect_is_here(const Visit& visit, const OutFacts& facts, const reg::PupilRecord& pupil,
                    FormErrors& errors) {
  const bool open = std::ranges::any_of(facts.releases, [&](const reg::Release& release) {
    return release.asked.pupil == pupil.id && release.state < reg::ReleaseState::refused;
  });
  if (open) {
    errors.add("go", child_name(pupil) + " is asked for already: answer that request.");
    return;
  }
  const reg::Presence presence(facts.known, visit.today, reg::presence_closes());
  const auto where = presence.where(pupil.id, visit.now);
  const bool gone = where.since && !is_in(where.place) && where.place != reg::Place::elsewhere;
  if (gone) errors.add("go", child_name(pupil) + " is out already.");
}

std::string reason_typed(const Visit& visit, const OutFacts& facts, FormErrors& errors) {
  const auto reasons = reasons_to_go(*facts.school);
  const auto chosen = std::ranges::find(reasons, visit.typed("why"), &reg::DoorReason::key);
  const std::string more = checked_text(visit.typed("reason"), "reason", {"", 500}, errors);
  if (chosen == reasons.end()) {
    errors.add("why", "Choose why the child goes.");
    return "";
  }
  return more.empty() ? chosen->words : chosen->words + ": " + more;
}

}  // namespace

std::vector<reg::ReleaseAnswer> desk_answers(const Visit& visit, const OutFacts& facts,
                                             const reg::PupilRecord& pupil, FormErrors& errors) {
  expect_is_here(visit, facts, pupil, errors);
  reg::Release release = reg::asked_in_office(pupil.id, visit.now, visit.now);
  auto grant = answer_typed(visit, facts, release, reg::ReleaseStep::granted, "", errors);
  grant.words = reason_typed(visit, facts, errors);
  expect_warning_shown(visit, "warned", collect_words(facts.lists, pupil), "despite", errors);
  if (errors.empty()) expect_may_give(release, grant, facts, "", errors);
  const bool hands_over = visit.typed("do") != "grant";
  if (!hands_over || !errors.empty()) {
    return errors.empty() ? std::vector{grant} : std::vector<reg::ReleaseAnswer>();
  }
  release.answers.push_back({0, visit.now, grant});
  release.state = reg::ReleaseState::granted;
  const auto hand = answer_typed(visit, facts, release, reg::ReleaseStep::handed_over, "", errors);
  if (errors.empty()) expect_may_give(release, hand, facts, "", errors);
  if (!errors.empty()) return {};
  return {grant, hand};
}

}  // namespace handbell::office
