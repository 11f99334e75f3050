#include "app/office/presence/leaving.h"

#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/presence/group_form.h"
#include "app/office/web/collecting.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

reg::ReleaseAnswer answer_of(const Visit& visit, const reg::Release& release,
                             const reg::SingleEntry& entry, reg::ReleaseStep step,
                             const std::string& despite) {
  reg::ReleaseAnswer answer{release.ref,  entry.pupil, entry.at,        step,
                            entry.at,     {},          entry.handed_to, {},
                            entry.reason, despite,     visit.who.author};
  if (step == reg::ReleaseStep::handed_over) answer.back_by = entry.back_by;
  return answer;
}

/// Reads what a restricted child needs, and makes of it what Out of school would have written.
class RestrictedTyped {
 public:
  RestrictedTyped(const Visit& visit, const LeavingLists& leaving, const reg::PupilRecord& pupil,
                  std::string way, FormErrors& errors)
      : visit_(visit), leaving_(leaving), pupil_(pupil), way_(std::move(way)), errors_(errors) {}

  std::vector<reg::ReleaseAnswer> read(const reg::SingleEntry& entry) {
    if (!entry.handed_to) errors_.add(way_ + "-with", "Type the adult's full name.");
    const auto checked = check_typed(visit_, way_ + "-checked", errors_);
    const auto despite =
        checked_text(visit_.typed(way_ + "-despite"), way_ + "-despite", {}, errors_);
    expect_warning_shown(visit_, way_ + "-warned", collect_words(leaving_.lists, pupil_),
                         way_ + "-despite", errors_);
    auto release = reg::asked_in_office(pupil_.id, entry.at, visit_.now);
    auto grant = answer_of(visit_, release, entry, reg::ReleaseStep::granted, despite);
    grant.checked = checked;
    grant = reg::under_lists(release, std::move(grant), leaving_.lists);
    if (despite.empty()) say_restricted(grant);
    if (!errors_.empty() || !may_give(release, grant)) return {};
    release.answers.push_back({0, visit_.now, grant});
    release.state = reg::ReleaseState::granted;
    auto hand = answer_of(visit_, release, entry, reg::ReleaseStep::handed_over, despite);
    hand = reg::under_lists(release, std::move(hand), leaving_.lists);
    if (!may_give(release, hand)) return {};
    return {std::move(grant), std::move(hand)};
  }

 private:
  void say_restricted(const reg::ReleaseAnswer& grant) {
    const auto warning = reg::warning_of(grant, leaving_.lists);
    if (!warning) return;
    errors_.add(way_ + "-despite", fmt::format("{}: {}. Say why the child went all the same.",
                                               child_name(pupil_), *warning));
  }

  bool may_give(const reg::Release& release, const reg::ReleaseAnswer& answer) {
    const Status may = reg::may_give(release, answer, leaving_.lists);
    if (!may) errors_.add(way_ + "-with", sentence(may.error()));
    return static_cast<bool>(may);
  }

  const Visit& visit_;
  const LeavingLists& leaving_;
  const reg::PupilRecord& pupil_;
  std::string way_;
  FormErrors& errors_;
};

}  // namespace

Result<LeavingLists> read_leaving(const Visit& visit, store::Register& held,
                                  const PresenceDay& day) {
  auto lists = read_collect_lists(held, day.day);
  if (!lists) return fail(lists.error());
  LeavingLists leaving{std::move(*lists), {}};
  // Only today's requests can still be answered.
  if (day.day != visit.today) return leaving;
  const auto answers = held.release_answers(day.day);
  if (!answers) return fail(answers.error());
  leaving.asked = reg::asked_for(reg::releases_of(day.facts, *answers));
  return leaving;
}

bool leaves_alone(const LeavingLists& leaving, PupilId pupil) {
  return reg::restriction_of(pupil, leaving.lists).has_value();
}

bool asks_who_collects(const LeavingLists& leaving, PupilId pupil) {
  return reg::somebody_listed(pupil, leaving.lists);
}

bool hands_to_adults(const GroupWay& way) {
  if (way.direction != reg::Direction::out) return false;
  return way.kind != reg::GroupKind::trip && way.kind != reg::GroupKind::transport;
}

bool answers_for_restricted(const Visitor& who) {
  return who.has_one_of({reg::Role::office, reg::Role::head});
}

std::optional<Leaving> typed_leaving(const Visit& visit, const LeavingLists& leaving,
                                     const reg::PupilRecord& pupil, const reg::SingleEntry& entry,
                                     const std::string& way, FormErrors& errors) {
  const std::string with = way + "-with";
  const std::string name = child_name(pupil);
  if (leaving.asked.contains(pupil.id)) {
    errors.add(with, name + " is asked for: answer that request on the page Out of school.");
    return std::nullopt;
  }
  if (!reg::restriction_of(pupil.id, leaving.lists, entry.handed_to)) {
    if (entry.handed_to || !entry.reason.empty() || !asks_who_collects(leaving, pupil.id)) {
      return Leaving{entry, {}};
    }
    errors.add(with, fmt::format("Type who collected {}. Where nobody did, say why the child left.",
                                 name));
    return std::nullopt;
  }
  if (!answers_for_restricted(visit.who)) {
    errors.add(with, name + " leaves through the office alone: nothing was told. Ask the office.");
    return std::nullopt;
  }
  auto answers = RestrictedTyped(visit, leaving, pupil, way, errors).read(entry);
  if (!errors.empty()) return std::nullopt;
  return Leaving{entry, std::move(answers)};
}

Status tell_leaving(const Visit& visit, store::Register& held, const Leaving& leaving) {
  for (const auto& answer : leaving.release) {
    const auto entry = held.answer_release(answer, visit.now);
    if (!entry) return fail(entry.error());
  }
  if (!leaving.release.empty()) return {};
  const auto ref = held.tell(leaving.entry, visit.now);
  return ref ? Status{} : fail(ref.error());
}

}  // namespace handbell::office
