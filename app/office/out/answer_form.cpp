#include "app/office/out/answer_form.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/web/collecting.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

std::string child_of(const OutFacts& facts, PupilId id) {
  const auto* pupil = facts.school->pupil(id);
  return pupil == nullptr ? "The child" : child_name(*pupil);
}

std::optional<Instant> return_typed(const Visit& visit, const std::string& field,
                                    FormErrors& errors) {
  const std::string typed = visit.typed(field);
  if (typed.empty()) return std::nullopt;
  const auto time = TimeOfDay::parse(typed);
  if (!time) {
    errors.add(field, "Type a time as 14:30.");
    return std::nullopt;
  }
  const Instant at = from_local(visit.today, *time);
  if (at <= visit.now) errors.add(field, "That time has passed: type when the child comes back.");
  return at;
}

/// A reason answers the warning that was read, and no newer one.
void expect_read(const Visit& visit, const OutFacts& facts, const reg::Release& release,
                 const reg::ReleaseAnswer& answer, const std::string& suffix, FormErrors& errors) {
  const bool goes =
      answer.step == reg::ReleaseStep::granted || answer.step == reg::ReleaseStep::handed_over;
  const auto* pupil = facts.school->pupil(answer.pupil);
  if (!goes || pupil == nullptr) return;
  const auto* grant = reg::grant_of(release);
  const auto shown_for = grant == nullptr ? std::nullopt : grant->handed_to;
  expect_warning_shown(visit, "warned-" + key_of(release),
                       collect_words(facts.lists, *pupil, shown_for), "despite" + suffix, errors);
}

std::string state_words(reg::ReleaseState state) {
  switch (state) {
    case reg::ReleaseState::asked:
      return "is open again";
    case reg::ReleaseState::called:
      return "has the class told";
    case reg::ReleaseState::granted:
      return "is granted";
    case reg::ReleaseState::refused:
      return "is refused";
    case reg::ReleaseState::handed_over:
    case reg::ReleaseState::back:
      break;
  }
  return "ended with the child handed over";
}

}  // namespace

reg::ReleaseStep step_named(std::string_view name) {
  if (name == "tell") return reg::ReleaseStep::called;
  if (name == "grant") return reg::ReleaseStep::granted;
  return name == "refuse" ? reg::ReleaseStep::refused : reg::ReleaseStep::handed_over;
}

reg::ReleaseAnswer answer_typed(const Visit& visit, const OutFacts& facts,
                                const reg::Release& release, reg::ReleaseStep step,
                                const std::string& suffix, FormErrors& errors) {
  reg::ReleaseAnswer answer{
      release.ref, release.asked.pupil, release.asked.at.wall, step, visit.now, {}, {}, {}, "",
      "",          visit.who.author};
  if (step == reg::ReleaseStep::called) {
    answer.words = checked_text(visit.typed("told" + suffix), "told" + suffix,
                                {"Say to whom in the class you spoke."}, errors);
    return answer;
  }
  if (step == reg::ReleaseStep::refused) {
    answer.words = checked_text(visit.typed("reason" + suffix), "reason" + suffix,
                                {"Say why the child stays."}, errors);
    return answer;
  }
  answer.handed_to = adult_typed(visit, "adult" + suffix, errors);
  answer.despite = checked_text(visit.typed("despite" + suffix), "despite" + suffix, {}, errors);
  if (step == reg::ReleaseStep::granted) {
    answer.checked = check_typed(visit, "checked" + suffix, errors);
    return reg::under_lists(release, std::move(answer), facts.lists);
  }
  answer.back_by = return_typed(visit, "back_by" + suffix, errors);
  const auto* grant = reg::grant_of(release);
  answer.words = release.at_office()         ? (grant == nullptr ? "" : grant->words)
                 : release.asked.why.empty() ? ""
                                             : reg::words_of_reason(release.asked.why);
  return reg::under_lists(release, std::move(answer), facts.lists);
}

void expect_may_give(const reg::Release& release, const reg::ReleaseAnswer& answer,
                     const OutFacts& facts, const std::string& suffix, FormErrors& errors) {
  const Status may = reg::may_give(release, answer, facts.lists);
  if (may) return;
  const std::string name = child_of(facts, answer.pupil);
  switch (may.error().code) {
    case FaultCode::release_restricted:
      return errors.add("despite" + suffix, restricted_words(name, may.error()));
    case FaultCode::release_settled:
      return errors.add("requests", fmt::format("The request for {} {} meanwhile. Nothing was done "
                                                "by you.",
                                                name, state_words(release.state)));
    default:
      return errors.add("adult" + suffix, sentence(may.error()));
  }
}

std::vector<reg::ReleaseAnswer> answers_typed(const Visit& visit, const OutFacts& facts,
                                              std::string_view step, FormErrors& errors) {
  const std::string key = visit.typed("key");
  const std::string suffix = "-" + key;
  std::vector<reg::ReleaseAnswer> answers;
  bool any = false;
  for (const auto& [name, value] : visit.form) {
    if (name != "child") continue;
    any = true;
    const auto* release = release_of_key(facts, value);
    if (release == nullptr) {
      errors.add("requests", "That request is not there any more. Nothing was done by you.");
      continue;
    }
    FormErrors own;
    const auto answer = answer_typed(visit, facts, *release, step_named(step), suffix, own);
    expect_read(visit, facts, *release, answer, suffix, own);
    if (own.empty()) expect_may_give(*release, answer, facts, suffix, own);
    for (const auto& [field, words] : own.all()) {
      if (errors.of(field) != words) errors.add(field, words);
    }
    answers.push_back(answer);
  }
  if (!any) errors.add("request" + suffix, "Tick the child that this is about.");
  if (!errors.empty()) answers.clear();
  return answers;
}

std::string done_words(const OutFacts& facts, const std::vector<reg::ReleaseAnswer>& answers) {
  std::string names;
  for (const auto& answer : answers) {
    names += (names.empty() ? "" : ", ") + child_of(facts, answer.pupil);
  }
  const auto& last = answers.back();
  switch (last.step) {
    case reg::ReleaseStep::called:
      return fmt::format("{}: the class was told.", names);
    case reg::ReleaseStep::granted:
      return fmt::format("{}: may go with {}. Not handed over yet.", names, last.handed_to->text());
    case reg::ReleaseStep::refused:
      return fmt::format("{}: stays. Whoever asked is sent to the office.", names);
    case reg::ReleaseStep::handed_over:
      break;
  }
  return fmt::format("{}: handed over to {} at {}.", names, last.handed_to->text(),
                     local_hh_mm(last.at));
}

}  // namespace handbell::office
