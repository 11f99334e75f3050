#include "app/office/out/out.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/office/web/collecting.h"
#include "app/register/presence_lists.h"
#include "app/register/release_group.h"
#include "app/register/sign_out.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string check_words(const reg::ReleaseAnswer& answer) {
  if (!answer.checked) return "";
  std::string words(text_of(*answer.checked));
  std::replace(words.begin(), words.end(), '_', ' ');
  return answer.checked == reg::IdentityCheck::photo_id ? "photo ID" : words;
}

std::string step_words(const reg::ReleaseAnswer& answer) {
  const std::string adult = answer.handed_to ? answer.handed_to->text() : "the adult";
  switch (answer.step) {
    case reg::ReleaseStep::called:
      return "Class told (" + answer.words + ")";
    case reg::ReleaseStep::granted:
      return "Granted: checked " + adult + ", " + check_words(answer);
    case reg::ReleaseStep::refused:
      return "Refused: " + answer.words;
    case reg::ReleaseStep::handed_over:
      break;
  }
  return "Handed over to " + adult;
}

std::string answer_words(const reg::ReleaseAnswer& answer) {
  std::string words =
      fmt::format("{}, at {} by {}.", step_words(answer), local_hh_mm(answer.at), answer.by.text());
  if (!answer.despite.empty()) words += " In spite of the warning: " + answer.despite + ".";
  return words;
}

std::string ago(const std::optional<Instant>& at, Instant now) {
  if (!at || now < *at) return "";
  const auto whole = (now - *at).count / 60'000;
  if (whole == 0) return ", just now";
  return whole == 1 ? ", 1 minute ago" : fmt::format(", {} minutes ago", whole);
}

std::string asked_words(const OutFacts& facts, const reg::Release& release, Instant now) {
  const std::string at =
      release.at ? "at " + local_hh_mm(*release.at) + ago(release.at, now) : "at an unknown time";
  if (release.at_office()) return "Entered by the office " + at + ".";
  const auto known = facts.doors.find(release.ref.journal);
  const std::string door = known == facts.doors.end() ? "" : " (" + known->second + ")";
  std::string who = reg::words_of_reason(release.asked.who);
  if (who.empty()) who = "Somebody";
  if (who.front() >= 'a' && who.front() <= 'z') who.front() = static_cast<char>(who.front() - 32);
  return who + " asked at the door" + door + " " + at + ".";
}

std::string why_words(const reg::Release& release) {
  if (release.at_office()) {
    const auto* grant = reg::grant_of(release);
    return grant == nullptr || grant->words.empty() ? "" : grant->words + ".";
  }
  std::string words = release.asked.why.empty() ? "" : reg::words_of_reason(release.asked.why);
  if (release.asked.back_today) words += words.empty() ? "Back today" : ", back today";
  return words.empty() ? "" : words + ".";
}

const reg::PupilRecord* pupil_of(const OutFacts& facts, const reg::Release& release) {
  return facts.school->pupil(release.asked.pupil);
}

/// What the family told us beforehand of each of them: it says nothing against and nothing for.
std::string appointment_line(const Visit& visit, const OutFacts& facts,
                             const std::vector<reg::Release>& group) {
  std::string words;
  for (const auto& release : group) {
    const auto* known = reg::appointment_of(facts.appointments, release.asked.pupil, visit.today);
    if (known == nullptr) continue;
    words += fmt::format("{}{}: {}", words.empty() ? "Appointment noted beforehand. " : "; ",
                         child_name(*pupil_of(facts, release)), reg::appointment_words(*known));
  }
  return words.empty() ? "" : words + ".";
}

/// When the first of them is to be back by what was told beforehand, as the form has it.
std::string back_by_told(const Visit& visit, const OutFacts& facts, const reg::Release& release) {
  const auto* known = reg::appointment_of(facts.appointments, release.asked.pupil, visit.today);
  const bool back = known != nullptr && known->leaves && known->back_at;
  if (!back || from_local(visit.today, *known->back_at) <= visit.now) return "";
  return known->back_at->hh_mm();
}

OutRequest request_of(const Visit& visit, const OutFacts& facts,
                      const std::vector<reg::Release>& group) {
  const auto& first = group.front();
  OutRequest request;
  request.key = key_of(first);
  request.asked = asked_words(facts, first, visit.now);
  request.why = why_words(first);
  request.appointment = appointment_line(visit, facts, group);
  request.typed.back_by = back_by_told(visit, facts, first);
  request.waits = first.state != reg::ReleaseState::granted;
  request.may_tell = first.state == reg::ReleaseState::asked;
  request.granted = first.state == reg::ReleaseState::granted;
  request.back_today = first.asked.back_today;
  const auto* grant = reg::grant_of(first);
  const auto adult = grant == nullptr ? std::nullopt : grant->handed_to;
  if (adult) request.adult = adult->text();
  request.asks_anew = std::ranges::any_of(group, [&](const reg::Release& release) {
    return reg::asks_reason_anew(release, facts.lists);
  });
  for (const auto& given : first.answers) request.so_far.push_back(answer_words(given.what));
  for (const auto& release : group) {
    request.children.push_back(child_of(facts, *pupil_of(facts, release), adult));
    request.children.back().key = key_of(release);
    request.chosen.push_back(key_of(release));
    if (release.answers.empty()) continue;
    request.undo +=
        (request.undo.empty() ? "" : ",") + std::to_string(release.answers.back().entry);
    request.undone = request.granted ? "the grant" : "that the class was told";
  }
  return request;
}

void add_requests(const Visit& visit, const OutFacts& facts, OutView& view) {
  std::vector<reg::Release> open;
  std::ranges::copy_if(facts.releases, std::back_inserter(open), [&](const reg::Release& release) {
    return release.state < reg::ReleaseState::refused && pupil_of(facts, release) != nullptr;
  });
  for (const auto& group : reg::together(open, *facts.school)) {
    view.requests.push_back(request_of(visit, facts, group));
  }
}

/// What was answered, by whom last, and what taking that back names.
struct AnsweredWords {
  std::string words;
  std::string by;
  std::string undo;
};

AnsweredWords answered_words(const OutFacts& facts, const reg::Release& release) {
  AnsweredWords answered;
  for (const auto& given : release.answers) {
    answered.words += (answered.words.empty() ? "" : " ") + answer_words(given.what);
    answered.by = given.what.by.text();
    answered.undo = std::to_string(given.entry);
  }
  if (const auto* going = going_of(facts, release)) {
    answered.words += (answered.words.empty() ? "" : " ") + going_words(*going);
    answered.by = going->by;
    answered.undo = std::string(kDoorUndo) + key_of(release);
  }
  return answered;
}

void add_answered(const OutFacts& facts, OutView& view) {
  for (const auto& release : facts.releases) {
    const auto* pupil = pupil_of(facts, release);
    if (release.state < reg::ReleaseState::refused || pupil == nullptr) continue;
    const bool back = release.state == reg::ReleaseState::back;
    const auto [words, by, undo] = answered_words(facts, release);
    view.answered.push_back({child_name(*pupil), pupil->class_name,
                             asked_words(facts, release, Instant{}) + " " + why_words(release),
                             words + (back ? " Back since." : ""), by, back ? "" : undo});
  }
  std::ranges::reverse(view.answered);
}

/// Where the child is not back when the afternoon register is taken.
std::string afternoon_words(const Visit& visit, const OutFacts& facts,
                            const reg::PupilRecord& pupil, const reg::Whereabouts& where) {
  const SessionId afternoon{visit.today, Half::pm};
  const auto day = reg::facts_of(*facts.school, pupil, afternoon, std::nullopt);
  if (!day.expected || day.day != reg::DayState::open || !where.since) return "";
  const auto local = to_local(*where.since);
  if (!local) return "";
  reg::SignOut out{local->time, {}, reg::out_reason_of(where.reason), day.planned.has_value()};
  const auto code = reg::afternoon_proposal(out, local->time);
  if (!code || !sees_code(visit.who, *code)) return "";
  return fmt::format("If not back when the afternoon register is taken: {} (D18).", code->text());
}

bool has_gone(const reg::Whereabouts& where) {
  const bool gone = where.place == reg::Place::out || where.place == reg::Place::out_expected;
  return gone && where.since && !where.closed;
}

OutNowLine out_line(const Visit& visit, const OutFacts& facts, const reg::PupilRecord& pupil,
                    const reg::Whereabouts& where) {
  OutNowLine line;
  line.pupil = std::to_string(pupil.id.number());
  line.name = child_name(pupil);
  line.class_name = pupil.class_name;
  line.words = fmt::format("Out since {}", local_hh_mm(*where.since));
  if (where.back_by) line.words += ", back by " + local_hh_mm(*where.back_by);
  if (where.place == reg::Place::out) line.words += ", not expected back";
  line.words += ".";
  line.overdue = where.back_by && *where.back_by < visit.now;
  if (line.overdue) line.words += " Overdue: ring the family.";
  line.note = where.with;
  const std::string why = where.reason.empty() ? "" : reg::words_of_reason(where.reason);
  if (!why.empty()) line.note += (line.note.empty() ? "" : ", ") + why;
  line.afternoon = afternoon_words(visit, facts, pupil, where);
  return line;
}

int urgency(const reg::Whereabouts& where) {
  return where.back_by ? 0 : where.place == reg::Place::out_expected ? 1 : 2;
}

void add_out(const Visit& visit, const OutFacts& facts, OutView& view) {
  const reg::Presence presence(facts.known, visit.today, reg::presence_closes());
  auto gone = presence.everybody(visit.now);
  std::erase_if(gone, [&](const reg::ChildAt& child) {
    return !has_gone(child.where) || facts.school->pupil(child.pupil) == nullptr;
  });
  std::ranges::stable_sort(gone, [](const reg::ChildAt& a, const reg::ChildAt& b) {
    const auto due = [](const reg::ChildAt& child) {
      return child.where.back_by.value_or(*child.where.since);
    };
    return std::pair(urgency(a.where), due(a)) < std::pair(urgency(b.where), due(b));
  });
  for (const auto& child : gone) {
    view.out.push_back(out_line(visit, facts, *facts.school->pupil(child.pupil), child.where));
  }
}

}  // namespace

OutChild child_of(const OutFacts& facts, const reg::PupilRecord& pupil,
                  const std::optional<NamePart>& adult) {
  return {collect_words(facts.lists, pupil, adult), "", std::to_string(pupil.id.number()),
          pupil.class_name};
}

std::vector<CollectorLine> collector_lines(const Visit& visit, const OutFacts& facts,
                                           std::optional<PupilId> only) {
  auto noted = reg::standing<reg::DayCollector>(facts.notes);
  std::ranges::stable_sort(noted,
                           [](const auto& a, const auto& b) { return a.what.day < b.what.day; });
  std::vector<CollectorLine> lines;
  for (const auto& one : noted) {
    const auto& what = one.what;
    const auto* pupil = facts.school->pupil(what.pupil);
    if (pupil == nullptr || (only && what.pupil != *only)) continue;
    lines.push_back({std::to_string(one.entry), what.day.text(),
                     what.day == visit.today ? "Today" : what.day.words(), child_name(*pupil),
                     pupil->class_name, with_relation(what.adult.text(), what.relationship),
                     fmt::format("{}, {}", what.told_by, what.told_how), what.despite});
  }
  return lines;
}

OutView out_view(const Visit& visit, const OutFacts& facts) {
  OutView view;
  view.date = visit.today.words();
  view.may_write = visit.who.has_one_of({reg::Role::office, reg::Role::head});
  add_requests(visit, facts, view);
  add_out(visit, facts, view);
  add_answered(facts, view);
  view.collectors = collector_lines(visit, facts);
  return view;
}

}  // namespace handbell::office
