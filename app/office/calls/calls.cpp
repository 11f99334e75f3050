#include "app/office/calls/calls.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/net/message.h"
#include "app/office/calls/ring_child.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace handbell::office {
namespace {

using reports::CallKind;

std::string number_of(PupilId pupil) { return std::to_string(pupil.number()); }

std::vector<reports::CallLine> lines_so_far(const reports::CallQuestion& question) {
  auto asked = question;
  asked.from = question.now;
  return call_list(asked);
}

/// The reasons of every day in everyday words; all others by their own names.
void put_codes(const Visit& visit, CallsView& view) {
  static const std::vector<std::pair<std::string, std::string>> kReady{
      {"I", "Ill"},
      {"M", "Doctor, dentist or hospital"},
      {"O", "No reason that the school accepts"}};
  static const std::set<std::string> kNever{"N", "U", "Z", "#"};
  const SessionId session{visit.today, Half::am};
  std::set<std::string> named;
  for (const auto& [text, words] : kReady) {
    named.insert(text);
    const auto code = reg::code_of(text);
    const bool may = std::ranges::any_of(
        visit.who.roles, [&code](reg::Role role) { return code.may_be_set_by(role); });
    if (may) view.ready.push_back({text, words});
  }
  view.ready.push_back({"other", "Another reason"});
  for (auto& choice : codes_for(visit.who, session)) {
    if (choice.value.empty()) {
      view.others.push_back({"", "Choose"});
      continue;
    }
    const auto code = reg::code_of(choice.value);
    if (code.is_attending() || named.contains(choice.value) || kNever.contains(choice.value)) {
      continue;
    }
    view.others.push_back({choice.value, std::string(code.name())});
  }
}

void put_classes(const CallsRead& read, CallsView& view) {
  for (const auto& line : read.lines) {
    if (line.kind != CallKind::ring_class) continue;
    SilentClass silent;
    silent.class_name = line.class_name;
    silent.key = fmt::format("class-{}", view.classes.size() + 1);
    silent.address = fmt::format("/register?class={}&session=am", net::encoded(line.class_name));
    std::vector<reg::CallAttempt> calls;
    for (const auto& noted : read.calls) {
      if (noted.what.class_name == line.class_name) calls.push_back(noted.what);
    }
    silent.calls = tries_words(calls);
    view.classes.push_back(std::move(silent));
  }
}

MissingOfClass& missing_of(const CallsRead& read, const std::string& class_name, CallsView& view) {
  const auto found = std::ranges::find(view.missing, class_name, &MissingOfClass::class_name);
  if (found != view.missing.end()) return *found;
  const auto answered = read.day.confirmed.find(class_name);
  const std::string words = answered == read.day.confirmed.end()
                                ? "has sent its register"
                                : "answered at " + local_hh_mm(answered->second);
  view.missing.push_back(
      {class_name, fmt::format("missing-{}", view.missing.size() + 1), words, {}});
  return view.missing.back();
}

DoorChild door_child(const reports::CallLine& line, const reg::PupilRecord& pupil) {
  return {number_of(pupil.id), child_name(pupil), pupil.class_name,
          line.tapped ? local_hh_mm(*line.tapped) : ""};
}

void put_children(const Visit& visit, const CallsRead& read, CallsView& view) {
  for (const auto& line : read.lines) {
    const auto* pupil = line.pupil ? read.school().pupil(*line.pupil) : nullptr;
    if (pupil == nullptr) continue;
    if (line.kind == CallKind::unseen) view.unseen.push_back(door_child(line, *pupil));
    if (line.kind == CallKind::at_the_door) view.waiting.push_back(door_child(line, *pupil));
    if (line.kind != CallKind::ring_family) continue;
    view.children.push_back(ring_child(visit, read, *pupil, line.absence_day));
    if (!line.n_offered) continue;
    missing_of(read, pupil->class_name, view)
        .children.push_back({number_of(pupil->id), child_name(*pupil)});
  }
  // A child with a social worker first, then the third day and later, then the second.
  std::ranges::stable_sort(view.children, {}, [](const RingChild& child) {
    return std::tuple(child.social_worker.empty(), child.day > 2 ? 0 : child.day == 2 ? 1 : 2);
  });
}

bool is_open(const reports::CallFacts& facts) {
  return facts.expected && !facts.mark && !facts.at_the_door && !facts.seen &&
         !facts.reason_entered;
}

void put_still_away(const Visit& visit, const CallsRead& read, CallsView& view) {
  for (const auto& facts : read.question.pupils) {
    const auto* pupil = read.school().pupil(facts.pupil);
    if (pupil == nullptr || facts.absence_day < 2) continue;
    const bool unexplained = facts.mark && facts.mark->gives_way();
    auto asked = facts;
    if (unexplained) asked.mark.reset();
    if (!is_open(asked)) continue;
    const auto reason = known_reason(read, pupil->id);
    if (!reason) continue;
    StillAway line;
    line.pupil = number_of(pupil->id);
    line.name = child_name(*pupil);
    line.class_name = pupil->class_name;
    line.day_words = ascii_lower(day_words(facts.absence_day));
    line.reason = "Absent, known";
    if (sees_code(visit.who, *reason)) {
      line.reason = std::string(reason->name());
      line.code = std::string(reason->text());
    }
    const bool may = std::ranges::any_of(
        visit.who.roles, [&](reg::Role role) { return reason->may_be_set_by(role); });
    if (!may) line.code.clear();
    line.who = who_told(read, pupil->id);
    line.on_list =
        std::ranges::find(view.children, line.pupil, &RingChild::pupil) != view.children.end();
    view.still_away.push_back(std::move(line));
  }
}

void put_reasons(const Visit& visit, const CallsRead& read, CallsView& view) {
  std::set<std::pair<PupilId, Instant>> shown;
  for (const auto& given : read.notices) {
    const auto* pupil = read.school().pupil(given.what.pupil);
    if (pupil == nullptr || !shown.emplace(pupil->id, given.typed).second) continue;
    const bool sees = sees_code(visit.who, given.what.code);
    ReasonLine line{std::to_string(given.entry),
                    child_name(*pupil),
                    pupil->class_name,
                    "Absent, known",
                    "",
                    "",
                    given.what.by.text(),
                    sees && view.may_write};
    const auto local = to_local(given.what.told);
    line.told = local_hh_mm(given.what.told);
    if (local && local->day != visit.today) line.told += " on " + local->day.words();
    if (sees) {
      line.what = std::string(given.what.code.name());
      line.words = given.what.words;
    }
    view.reasons.push_back(std::move(line));
  }
}

std::string result_words(const reg::CallAttempt& call) {
  std::string words(words_of(call.result));
  if (call.expected) words += " by " + local_hh_mm(*call.expected);
  if (!call.words.empty()) words += ": " + call.words;
  return words;
}

void put_log(const CallsRead& read, CallsView& view) {
  for (const auto& given : read.day.notes) {
    const auto* call = std::get_if<reg::CallAttempt>(&given.what);
    if (call == nullptr) continue;
    const auto* pupil = call->pupil ? read.school().pupil(*call->pupil) : nullptr;
    CallLogLine line{std::to_string(given.entry),
                     local_hh_mm(call->at),
                     pupil == nullptr ? "Class " + call->class_name : child_name(*pupil),
                     pupil == nullptr ? "" : pupil->class_name,
                     call->rung,
                     result_words(*call),
                     call->by.text(),
                     ""};
    if (given.back) line.back = "Taken back by " + given.back->by.text();
    view.log.push_back(std::move(line));
  }
  std::ranges::reverse(view.log);
  std::ranges::stable_sort(view.log, std::greater{}, &CallLogLine::at);
}

std::map<PupilId, std::vector<reg::Contact>> by_pupil(const std::vector<reg::Contact>& all) {
  std::map<PupilId, std::vector<reg::Contact>> found;
  for (const auto& contact : all) found[contact.pupil].push_back(contact);
  return found;
}

}  // namespace

std::string tries_words(const std::vector<reg::CallAttempt>& calls) {
  std::string words;
  for (const auto& call : calls) {
    words += (words.empty() ? "" : "; ") + local_hh_mm(call.at) + " " + result_words(call);
  }
  return words;
}

bool may_call(const Visitor& who) { return who.has_one_of({reg::Role::office, reg::Role::head}); }

std::optional<SchoolDay> school_day_after(const reg::School& school, SchoolDay day) {
  constexpr int kMostDays = 14;
  for (int ahead = 1; ahead <= kMostDays; ++ahead) {
    const SchoolDay next = day.plus(ahead);
    if (school.calendar.state(next) == reg::DayState::open) return next;
  }
  return std::nullopt;
}

const reports::CallFacts* CallsRead::facts(PupilId pupil) const {
  const auto found = std::ranges::find(question.pupils, pupil, &reports::CallFacts::pupil);
  return found == question.pupils.end() ? nullptr : &*found;
}

const std::vector<reg::Contact>& CallsRead::contacts_of(PupilId pupil) const {
  static const std::vector<reg::Contact> kNone;
  const auto found = contacts.find(pupil);
  return found == contacts.end() ? kNone : found->second;
}

Result<CallsRead> read_calls(const Visit& visit, store::Register& held) {
  auto source = reports::read_for_calls(held, visit.today);
  if (!source) return fail(source.error());
  auto day = reports::read_call_day(held, visit.today, visit.now);
  if (!day) return fail(day.error());
  const auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  auto notices = held.notices(visit.today);
  if (!notices) return fail(notices.error());
  auto leave = reg::leave_cases(held, visit.today.plus(-reg::kLongestLeave), visit.today);
  if (!leave) return fail(leave.error());
  auto question = call_question(*source, *day);
  auto lines = lines_so_far(question);
  auto calls = reg::standing<reg::CallAttempt>(day->notes);
  return CallsRead{std::move(*source),
                   std::move(*day),
                   std::move(question),
                   std::move(lines),
                   std::move(calls),
                   by_pupil(*contacts),
                   reg::standing(std::move(*notices)),
                   std::move(*leave)};
}

std::vector<const reg::PupilRecord*> siblings_to_ring(const CallsRead& read,
                                                      const reg::PupilRecord& pupil) {
  std::vector<const reg::PupilRecord*> found;
  if (pupil.family.empty() || pupil.hide_siblings) return found;
  for (const auto& line : read.lines) {
    const auto* other = line.pupil ? read.school().pupil(*line.pupil) : nullptr;
    const bool one = other != nullptr && line.kind == CallKind::ring_family &&
                     other->id != pupil.id && other->family == pupil.family &&
                     !other->hide_siblings;
    if (one) found.push_back(other);
  }
  return found;
}

CallsView calls_view(const Visit& visit, const CallsRead& read) {
  CallsView view;
  view.date = visit.today.words();
  view.day = visit.today.text();
  view.begins = reports::calls_begin().hh_mm();
  view.begun = read.question.from <= visit.now;
  view.school = read.school().calendar.state(visit.today) == reg::DayState::open;
  view.may_write = may_call(visit.who);
  if (const auto next = school_day_after(read.school(), visit.today)) view.next_day = next->words();
  put_codes(visit, view);
  put_classes(read, view);
  put_children(visit, read, view);
  put_still_away(visit, read, view);
  put_reasons(visit, read, view);
  put_log(read, view);
  if (view.begun) return view;
  view.so_far = static_cast<int>(view.children.size());
  view.children.clear();
  view.missing.clear();
  view.unseen.clear();
  view.waiting.clear();
  for (auto& line : view.still_away) line.on_list = false;
  return view;
}

}  // namespace handbell::office
